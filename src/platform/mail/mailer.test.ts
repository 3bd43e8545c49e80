import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, describe, expect, it } from 'vitest';
import { openMailer } from './index.ts';

const taken: string[] = [];
let refuse = false;
const server = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'],
  onRcptTo: (_address, _session, done) => done(refuse ? new Error('mailbox unavailable') : null),
  onData(stream, _session, done) {
    let text = '';
    stream.on('data', (part: Buffer) => { text += part.toString(); }).on('end', () => { taken.push(text); done(); });
  },
});
await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
const mailer = openMailer({ smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, from: 'Aftercare <care@example.com>' });
afterAll(async () => {
  mailer.close();
  await new Promise<void>((closed) => { server.close(closed); });
});
const mail = { to: 'wang@example.com', subject: '超时：投诉 TS-1', text: '请办理。', messageId: '<n1@aftercare>' };

describe('the mailer', () => {
  it('sends a plain mail with the id it was given, marked as automatic', async () => {
    await mailer.send(mail);
    expect(taken.at(-1)).toMatch(/Message-ID: <n1@aftercare>/);
    expect(taken.at(-1)).toMatch(/Auto-Submitted: auto-generated/);
    expect(taken.at(-1)).toMatch(/Content-Type: text\/plain; charset=utf-8/);
  });

  it('lets nobody write headers through a subject', async () => {
    await mailer.send({ ...mail, subject: 'a\r\nBcc: other@example.com' });
    expect(taken.at(-1)).not.toMatch(/^Bcc:/m);
  });

  it('says so when the server does not take it', async () => {
    refuse = true;
    await expect(mailer.send(mail)).rejects.toThrow();
    refuse = false;
  });
});
