import { lookup } from 'node:dns/promises';
import { request as plainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as securely } from 'node:https';
import { isIP } from 'node:net';
import type { Text } from '#engine/text.ts';
import { addressTrouble, type HttpAnswer, type HttpRequest } from '../channels/index.ts';
import { reachTrouble, type Reach } from '../rules/addresses.ts';

/** Finds the addresses of a host name; tests put another in its place. */
export type Resolve = (host: string) => Promise<readonly string[]>;
export const resolveHost: Resolve = async (host) => (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

const TIMEOUT = 5000;
const MOST_BYTES = 64 * 1024;

/** An address that was looked at and may be written to. */
export interface Pinned { readonly address: string; readonly family: 4 | 6 }

/** Resolves a host now and looks at everything it leads to. @returns one address to use, or why there is none. */
export async function pin(host: string, secure: boolean, reach: Reach, resolve: Resolve): Promise<Pinned | { readonly trouble: Text }> {
  const bare = host.replace(/^\[|\]$/g, '');
  const found = isIP(bare) ? [bare] : await withinTime(resolve(bare).catch(() => []));
  const trouble = reachTrouble(secure, bare, found, reach);
  const [address] = found;
  if (trouble || address === undefined) return { trouble: trouble ?? { zh: `找不到 ${bare}。`, en: `${bare} cannot be found.` } };
  return { address, family: isIP(address) === 6 ? 6 : 4 };
}

/**
 * Sends one request to the outside: the host is resolved first, every address it leads to must be public, and the connection goes to
 * the very address that was looked at. Nothing is followed; 5 s to find the host and 5 s for the rest; 64 kB of the answer are read.
 * Never throws, and always settles, whatever the other side does: half an answer, another protocol, silence.
 */
export async function post(request: HttpRequest, reach: Reach, resolve: Resolve): Promise<HttpAnswer> {
  const wrong = addressTrouble(request.url);
  if (wrong) return { trouble: wrong };
  const url = new URL(request.url);
  const pinned = await pin(url.hostname, url.protocol === 'https:', reach, resolve);
  if ('trouble' in pinned) return pinned;
  return exchange(url, request, pinned);
}

function exchange(url: URL, { method, headers, body }: HttpRequest, { address, family }: Pinned): Promise<HttpAnswer> {
  const options: RequestOptions = {
    method, headers: { ...headers, 'user-agent': 'aftercare', ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }) },
    host: address, family, port: url.port || (url.protocol === 'https:' ? 443 : 80), path: url.pathname + url.search, agent: false, setHost: false,
  };
  // The certificate must be that of the name, not of the address.
  const named = { ...options, headers: { host: url.host, ...options.headers }, ...(isIP(url.hostname.replace(/^\[|\]$/g, '')) ? {} : { servername: url.hostname }) };
  return new Promise((settle) => {
    const asked = (url.protocol === 'https:' ? securely : plainly)(named);
    const end = (answer: HttpAnswer): void => { clearTimeout(timer); asked.destroy(); settle(answer); };
    const fail = (code: string): void => end({ trouble: unreachable(url.host, code) });
    // Not by way of an error of the request: one that has its answer reports no errors any more.
    const timer = setTimeout(() => fail('ETIMEDOUT'), TIMEOUT);
    let answered = false;
    asked.on('response', (answer) => { answered = true; readAll(answer, end, fail); });
    asked.on('upgrade', (_answer, socket) => { socket.destroy(); fail('EPROTO'); });
    asked.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? ''));
    asked.on('close', () => { if (!answered) fail('ECONNRESET'); });
    asked.end(body ?? undefined);
  });
}

function readAll(answer: IncomingMessage, done: (read: HttpAnswer) => void, broken: (code: string) => void): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  const end = (): void => done({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8') });
  answer.on('data', (part: Buffer) => {
    parts.push(part);
    bytes += part.length;
    if (bytes >= MOST_BYTES) end();
  });
  answer.on('end', end);
  // Half an answer says nothing: whether it was taken is not known.
  answer.on('error', (error: NodeJS.ErrnoException) => broken(error.code ?? ''));
  answer.on('close', () => broken('ECONNRESET'));
}

/** The kind of failure in words; addresses with keys in them are not repeated. */
export function unreachable(host: string, code: string): Text {
  if (code === 'ETIMEDOUT') return { zh: `${host} 五秒内没有回答，请检查这台服务器能不能上外网`, en: `${host} did not answer within five seconds. Check whether this server reaches the internet` };
  if (code === 'ECONNREFUSED') return { zh: `${host} 拒绝连接，请核对地址和端口`, en: `${host} refused the connection. Check address and port` };
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|SSL|TLS/i.test(code)) return { zh: `${host} 的证书有问题（${code}），为安全没有发送`, en: `There is something wrong with the certificate of ${host} (${code}); nothing was sent, for safety` };
  return { zh: `连不上 ${host}（${code || '原因不明'}）`, en: `${host} cannot be reached (${code || 'reason unknown'})` };
}

async function withinTime(found: Promise<readonly string[]>): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((settle) => { timer = setTimeout(() => settle([]), TIMEOUT); });
  return Promise.race([found, late]).finally(() => clearTimeout(timer));
}
