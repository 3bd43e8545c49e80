import type { Text } from '#engine/text.ts';
import { mailOnce } from '#platform/mail/index.ts';
import type { Mailing } from '../channels/index.ts';
import { kindOf, type Reach } from '../rules/addresses.ts';
import { pin, unreachable, type Resolve } from './post.ts';

/** Ports of mail servers on the open net: with others one could feel around in somebody's network. */
const PORTS = [25, 465, 587, 2525];

/** Sends one mail through a company's own server, under the same guard as everything else. @returns null when it was taken. */
export async function mailOut(server: Mailing, mail: { readonly to: string; readonly subject: string; readonly text: string; readonly id: string }, reach: Reach, resolve: Resolve): Promise<Text | null> {
  const pinned = await pin(server.host, true, reach, resolve);
  if ('trouble' in pinned) return pinned.trouble;
  if (!PORTS.includes(server.port) && kindOf(pinned.address) !== 'loopback') return { zh: `邮件不能发到端口 ${server.port}，请用 465 或 587`, en: `Mail is not sent to port ${server.port}; use 465 or 587` };
  return mailOnce({ ...server, address: pinned.address, name: server.host }, { to: mail.to, subject: mail.subject, text: mail.text, messageId: `<${mail.id}@aftercare>` })
    .then(() => null, (error: unknown) => wordsOf(error, server.host));
}

/** The kind of failure only: what a mail server says may repeat addresses. */
function wordsOf(error: unknown, host: string): Text {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const status = error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : null;
  if (code === 'EAUTH') return { zh: `${host} 不认账号或密码。多数邮箱要用“客户端授权码”，不是登录密码`, en: `${host} does not accept account or password. Many providers want an “app password”` };
  if (code === 'EENVELOPE') return { zh: `${host} 不接受发件人或收件人（${status ?? code}）`, en: `${host} does not accept the sender or the recipient (${status ?? code})` };
  if (status !== null) return { zh: `${host} 没有接收（代码 ${status}）`, en: `${host} did not take it (code ${status})` };
  return unreachable(host, code === 'ETIMEDOUT' || code === 'ESOCKET' || code === 'ECONNECTION' ? codeBelow(error, code) : code);
}

/** The mail library wraps what the network said. */
const codeBelow = (error: unknown, code: string): string => (error instanceof Error && /ECONNREFUSED/.test(error.message) ? 'ECONNREFUSED' : error instanceof Error && /certificate/i.test(error.message) ? 'CERT' : code === 'ECONNECTION' ? 'ETIMEDOUT' : code);
