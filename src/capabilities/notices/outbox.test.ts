import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { uuidv7 } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { trialCompany, type TrialCompany } from '../../../test/support/trial.ts';
import { startOutbox, type News, type Outbox } from './index.ts';

const base = await testDatabase(12);
const product = await openProduct(base);
const published: { tenant: string; news: News }[] = [];
const live = { publish: (tenant: string, news: News) => void published.push({ tenant, news }) };
let started: Outbox[] = [];
let sender: Outbox;
const outbox = (): Outbox => {
  const one = startOutbox({ db: base.database, clock: product.clock, live, log: silentLog, mail: null, publicUrl: null });
  started.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(started.map((one) => one.stop()));
  started = [];
});

let company: TrialCompany;
beforeEach(async () => {
  company = await trialCompany(base, product);
  sender = outbox();
});

const receive = async (more: object = {}, as = company.as.clerk) => {
  const reply = await product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '电梯困人', facts: { severity: 'major', injury: true, content: '电梯困人' }, ...more } }, as);
  expect(reply.statusCode, reply.body).toBe(201);
  return reply.json() as { id: string; number: string };
};
const noticesOf = async (as: string) => (await product.ask({ url: '/api/notices' }, as)).json() as { items: { text: string; template: string; clause: string[]; matter: { number: string } | null }[]; unread: number };
const rowsOf = (tenant: string) => base.owner({ text: 'select person_id, template, outbox_id from notice where tenant_id = $1', values: [tenant] });
/** Something in the outbox as a decision would have left it. */
const put = (more: { recipients: object[]; template?: string; matter?: string | null; content?: object }) => base.owner({
  text: "insert into outbox (tenant_id, id, dedupe_key, template, recipients, matter_id, content, created_at, not_before) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)",
  values: [company.tenant, uuidv7(), uuidv7(), more.template ?? 'told', JSON.stringify(more.recipients), more.matter ?? null, JSON.stringify({ clause: [], seq: 1, number: 'TS-1', ...more.content }), new Date(product.clock.now())],
});

describe('the sender of the outbox', () => {
  it('tells whom the policy says, each person once, in words and with the clause', async () => {
    const { number, id } = await receive();
    await sender.settle();
    for (const who of [company.as.manager, company.as.boss]) {
      const { items, unread } = await noticesOf(who);
      expect([unread, items]).toEqual([1, [expect.objectContaining({ template: 'told', text: `知会：投诉 ${number} 已登记，请您知道`, clause: ['X-6.1'], matter: { id, number } })]]);
    }
    expect((await noticesOf(company.as.clerk)).items).toEqual([]);
    expect(published.filter(({ tenant }) => tenant === company.tenant).map(({ news }) => news.payload['person']).toSorted()).toEqual([company.id.manager, company.id.boss].toSorted());
  });

  it('sends each notice once, however many senders run at a time', async () => {
    for (let count = 0; count < 12; count++) await receive();
    const others = [outbox(), outbox(), outbox()];
    await Promise.all([sender, ...others].map((one) => one.settle()));
    const rows = await rowsOf(company.tenant);
    expect(rows).toHaveLength(24);
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(24);
    expect(await base.owner({ text: 'select 1 from outbox where tenant_id = $1 and sent_at is null', values: [company.tenant] })).toEqual([]);
    expect(published.filter(({ tenant }) => tenant === company.tenant)).toHaveLength(24);
  });

  it('finds people when it sends: who has left hears nothing', async () => {
    await receive();
    await base.owner({ text: 'update person set left_at = now() where id = $1', values: [company.id.boss] });
    await base.owner({ text: 'update tenant set directory_version = directory_version + 1 where id = $1', values: [company.tenant] });
    await sender.settle();
    expect(await rowsOf(company.tenant)).toMatchObject([{ person_id: company.id.manager }]);
  });

  it('moves to those who oversee when nobody holds what was named, and says so', async () => {
    await put({ recipients: [{ position: 'night-shift' }], matter: (await receive({ facts: { severity: 'minor', injury: false, content: '小事' } })).id });
    await sender.settle();
    expect((await noticesOf(company.as.boss)).items.map((each) => each.text)).toEqual([expect.stringMatching(/（原应通知night-shift，现在无人在岗，改为通知您）$/)]);
    expect((await noticesOf(company.as.clerk)).items).toEqual([]);
  });

  it('writes to nobody to whom the matter does not exist', async () => {
    const reply = await product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'tip', channel: 'letter', content: '有人私收费用' } }, company.as.manager);
    expect(reply.statusCode, reply.body).toBe(201);
    await sender.settle();
    expect((await noticesOf(company.as.manager)).items).toHaveLength(1);
    expect((await rowsOf(company.tenant)).map((row) => (row as { person_id: string }).person_id)).not.toContain(company.id.clerk);
  });

  it('takes the words of a notice away from who may no longer see its matter', async () => {
    await product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'tip', channel: 'letter', content: '有人私收费用' } }, company.as.manager);
    await sender.settle();
    await base.owner({ text: "update person_position set position_code = 'clerk' where tenant_id = $1 and person_id = $2", values: [company.tenant, company.id.boss] });
    await base.owner({ text: 'update tenant set directory_version = directory_version + 1 where id = $1', values: [company.tenant] });
    product.context.identity.forget(company.tenant);
    expect((await noticesOf(company.as.boss)).items).toMatchObject([{ text: '您现在无权查看这条通知的内容', matter: null, clause: [] }]);
    expect((await noticesOf(company.as.manager)).items).toMatchObject([{ clause: ['X-9.2'] }]);
  });

  it('is not held up by an entry that cannot be sent', async () => {
    await put({ recipients: [{ position: 'clerk' }], matter: uuidv7() });
    await base.owner({ text: 'update outbox set recipients = $2 where tenant_id = $1', values: [company.tenant, JSON.stringify('no list')] });
    await receive();
    await sender.settle();
    expect(await rowsOf(company.tenant)).toHaveLength(2);
    expect(await base.owner({ text: "select attempts, failed, not_before > $2::timestamptz as later from outbox where tenant_id = $1 and sent_at is null", values: [company.tenant, new Date(product.clock.now())] }))
      .toEqual([{ attempts: 1, failed: 'TypeError', later: true }]);
  });

  it('says what is chased to whoever owes it, with the act and its time', async () => {
    const { id, number } = await receive();
    await sender.settle();
    await product.ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'chase' } }, company.as.manager);
    await sender.settle();
    expect((await noticesOf(company.as.clerk)).items.map((each) => each.text)).toEqual([expect.stringMatching(new RegExp(`^催办：投诉 ${number} 请尽快办理「.+」，时限 2026-03-02 09:10$`))]);
  });
});
