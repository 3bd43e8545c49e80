import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { openMailer } from '#platform/mail/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { trialCompany, type TrialCompany } from '../../../test/support/trial.ts';
import { startOutbox, type Outbox } from './index.ts';

const base = await testDatabase(12);
const product = await openProduct(base);
const MINUTE = 60_000;

let refuse = false;
let mails: string[] = [];
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refuse ? Object.assign(new Error('try later'), { responseCode: 451 }) : null),
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (part: Buffer) => { text += part.toString(); }).on('end', () => { mails.push(text); done(); });
  },
});
await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
const mail = openMailer({ smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: 'care@example.com' });
let started: Outbox[] = [];
const outbox = (mailsPerMinute = 1000): Outbox => {
  const one = startOutbox({ db: base.database, clock: product.clock, live: product.context.live, log: silentLog, mail, publicUrl: 'https://care.example', mailsPerMinute });
  started.push(one);
  return one;
};
// A sender of an earlier test would take what a later one puts.
afterEach(async () => {
  await Promise.all(started.map((one) => one.stop()));
  started = [];
});
afterAll(async () => {
  mail.close();
  await new Promise<void>((closed) => { server.close(closed); });
});

let company: TrialCompany;
beforeEach(async () => {
  company = await trialCompany(base, product, 'somebody@example.com');
  mails = [];
  refuse = false;
});

const put = (person: string, template = 'told', number = 'TS-1') => base.owner({
  text: 'insert into outbox (tenant_id, id, dedupe_key, template, recipients, content, created_at, not_before) values ($1, $2, $3, $4, $5, $6, $7, $7)',
  values: [company.tenant, uuidv7(), uuidv7(), template, JSON.stringify([{ person }]), JSON.stringify({ number, clause: ['X-1'], seq: 1 }), new Date(product.clock.now())],
});
const states = async (): Promise<string[]> => ((await base.owner({ text: 'select mail from notice where tenant_id = $1 order by id', values: [company.tenant] })) as { mail: string }[]).map((row) => row.mail);
const subjectOf = (text: string | undefined): string => {
  const encoded = /^Subject: ([\s\S]*?)\r\n(?![ \t])/m.exec(text ?? '')?.[1] ?? '';
  return encoded.replace(/\?=\s+=\?/g, '?==?').replace(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, (_all, way: string, words: string) =>
    (way.toUpperCase() === 'B' ? Buffer.from(words, 'base64') : Buffer.from(words.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_hex, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1')).toString());
};

describe('mails about notices', () => {
  it('go to whoever has an address, once, under the notice’s own id', async () => {
    await put(company.id.clerk);
    await Promise.all([outbox().settle(), outbox().settle()]);
    const [notice] = (await base.owner({ text: 'select id from notice where tenant_id = $1', values: [company.tenant] })) as { id: string }[];
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain(`Message-ID: <${notice?.id}@aftercare>`);
    expect(subjectOf(mails[0])).toBe('知会：TS-1 有新情况');
    expect(await states()).toEqual(['sent']);
  });

  it('never go out of a demonstration, nor to who has no address', async () => {
    await base.owner({ text: 'update tenant set demonstration = true where id = $1', values: [company.tenant] });
    await put(company.id.clerk);
    await outbox().settle();
    await base.owner({ text: 'update tenant set demonstration = false where id = $1', values: [company.tenant] });
    await base.owner({ text: 'update person set email = null where id = $1', values: [company.id.boss] });
    await put(company.id.boss);
    await outbox().settle();
    expect([await states(), mails]).toEqual([['none', 'none'], []]);
  });

  it('are tried again after 1, 5, 30 minutes and 2 hours, then given up', async () => {
    refuse = true;
    const sender = outbox();
    await put(company.id.clerk);
    await sender.settle();
    for (const wait of [1, 5, 30]) {
      expect(await states()).toEqual(['waiting']);
      product.clock.advance(wait * MINUTE);
      await sender.settle();
    }
    const failures = () => base.owner({ text: "select attempts, failed from outbox where tenant_id = $1 and template = 'mail'", values: [company.tenant] });
    expect(await failures()).toEqual([{ attempts: 4, failed: 'EENVELOPE 451' }]);
    product.clock.advance(119 * MINUTE);
    await sender.settle();
    expect(await failures()).toMatchObject([{ attempts: 4 }]);
    product.clock.advance(MINUTE);
    await sender.settle();
    expect([await failures(), await states()]).toEqual([[expect.objectContaining({ attempts: 5 })], ['failed']]);
    refuse = false;
    product.clock.advance(100_000 * MINUTE);
    await sender.settle();
    expect(mails).toEqual([]);
  });

  it('arrive after all when the server comes back', async () => {
    refuse = true;
    const sender = outbox();
    await put(company.id.clerk);
    await sender.settle();
    refuse = false;
    product.clock.advance(MINUTE);
    await sender.settle();
    expect([mails.length, await states()]).toEqual([1, ['sent']]);
  });

  it('are one mail when more than five wait for one person, the gravest first', async () => {
    for (let count = 1; count <= 6; count++) await put(company.id.clerk, count === 4 ? 'breached' : 'told', `TS-${count}`);
    await put(company.id.boss);
    await outbox().settle();
    expect(mails.map(subjectOf).toSorted()).toEqual([expect.stringMatching(/^您有 6 条通知，最急：超时：TS-4/), '知会：TS-1 有新情况']);
    expect(await states()).toEqual(Array.from({ length: 7 }, () => 'sent'));
  });

  it('keep to the limit of a minute', async () => {
    const sender = outbox(2);
    for (let count = 0; count < 5; count++) await put(company.id.clerk);
    await sender.settle();
    expect(mails).toHaveLength(2);
    product.clock.advance(MINUTE);
    await sender.settle();
    expect(mails).toHaveLength(4);
    product.clock.advance(MINUTE);
    await sender.settle();
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent']);
  });

  it('are not sent to who has left meanwhile', async () => {
    refuse = true;
    const sender = outbox();
    await put(company.id.clerk);
    await sender.settle();
    refuse = false;
    await base.owner({ text: 'update person set left_at = now() where id = $1', values: [company.id.clerk] });
    product.clock.advance(MINUTE);
    await sender.settle();
    expect([mails, await states()]).toEqual([[], ['none']]);
  });
});
