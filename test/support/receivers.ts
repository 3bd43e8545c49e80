import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { Clock } from '../../src/platform/clock/index.ts';

/** One message as a receiver got it. */
export interface Received { readonly at: number; readonly id: string; readonly text: string; readonly mentioned: readonly string[]; readonly headers: IncomingMessage['headers'] }

/** A local stand-in for the robots of groups and a provider of text messages, which behaves like the real ones. */
export interface Receivers {
  /** Where they listen, without a slash at its end. */
  readonly address: string;
  /** What was taken, by path. */
  taken(path: string): readonly Received[];
  /** How often a path was asked, taken or not. */
  asked(path: string): number;
  /** Answers of a path from now on, in place of the usual one. */
  answer(path: string, answer: ((request: IncomingMessage, response: ServerResponse) => void) | null): void;
}

const MINUTE = 60_000;
/** Above so many a minute, robots do not take any more. */
const MOST = 20;
const SHUT = 10 * MINUTE;
/** The secret both signed robots know. */
export const SECRET = 'SEC0123456789abcdef';

/** Starts them; they stop when the test file has ended. The clock is the one that counts their minutes. */
export async function receivers(clock: Clock): Promise<Receivers> {
  const messages = new Map<string, Received[]>();
  const count = new Map<string, number>();
  const closed = new Map<string, number>();
  const answers = new Map<string, (request: IncomingMessage, response: ServerResponse) => void>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://x');
    count.set(url.pathname, (count.get(url.pathname) ?? 0) + 1);
    const other = answers.get(url.pathname);
    if (other) return other(request, response);
    void bodyOf(request).then((body) => {
      const list = messages.get(url.pathname) ?? [];
      messages.set(url.pathname, list);
      const kind = url.pathname.split('/')[1] ?? '';
      const tooMany = list.filter((each) => each.at > clock.now() - MINUTE).length >= MOST;
      if (tooMany || (closed.get(url.pathname) ?? 0) > clock.now()) {
        if (tooMany) closed.set(url.pathname, clock.now() + SHUT);
        return response.end(JSON.stringify(TOO_FAST[kind] ?? { code: 1 }));
      }
      const wrong = WRONG[kind]?.(url, body, clock.now());
      if (wrong) return response.end(JSON.stringify(wrong));
      list.push({ at: clock.now(), id: String(request.headers['x-message-id'] ?? ''), ...read(kind, body), headers: request.headers });
      return response.end(JSON.stringify(kind === 'dingtalk' || kind === 'wecom' ? { errcode: 0, errmsg: 'ok' } : { code: 0, msg: 'success' }));
    });
    return undefined;
  });
  await new Promise<void>((ready) => { server.listen(0, '127.0.0.1', ready); });
  afterAll(() => new Promise<void>((ended) => { server.closeAllConnections(); server.close(() => ended()); }));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken: (path) => messages.get(path) ?? [],
    asked: (path) => count.get(path) ?? 0,
    answer: (path, answer) => void (answer ? answers.set(path, answer) : answers.delete(path)),
  };
}

const TOO_FAST: Readonly<Record<string, object>> = {
  wecom: { errcode: 45009, errmsg: 'api freq out of limit' }, dingtalk: { errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }, feishu: { code: 11232, msg: 'frequency limited' },
};

/** What the real ones refuse: a signature that is wrong or older than an hour. */
const WRONG: Readonly<Record<string, (url: URL, body: Json, now: number) => object | null>> = {
  dingtalk(url, _body, now) {
    const at = url.searchParams.get('timestamp') ?? '';
    const good = url.searchParams.get('sign') === createHmac('sha256', SECRET).update(`${at}\n${SECRET}`).digest('base64') && Math.abs(Number(at) - now) < 60 * MINUTE;
    return good ? null : { errcode: 310000, errmsg: 'sign not match' };
  },
  feishu(_url, body, now) {
    const at = String(body['timestamp'] ?? '');
    const good = body['sign'] === createHmac('sha256', `${at}\n${SECRET}`).digest('base64') && Math.abs(Number(at) * 1000 - now) < 60 * MINUTE;
    return good ? null : { code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' };
  },
};

type Json = Readonly<Record<string, unknown>>;
const inside = (value: unknown, name: string): unknown => (value !== null && typeof value === 'object' ? (value as Json)[name] : undefined);

function read(kind: string, body: Json): Pick<Received, 'text' | 'mentioned'> {
  if (kind === 'wecom') return { text: String(inside(body['text'], 'content')), mentioned: (inside(body['text'], 'mentioned_mobile_list') ?? []) as string[] };
  if (kind === 'dingtalk') return { text: String(inside(body['text'], 'content')), mentioned: (inside(body['at'], 'atMobiles') ?? []) as string[] };
  if (kind === 'feishu') return { text: String(inside(body['content'], 'text')), mentioned: [] };
  return { text: String(body['content']), mentioned: [String(body['phone'])] };
}

async function bodyOf(request: IncomingMessage): Promise<Json> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  try {
    return JSON.parse(Buffer.concat(parts).toString()) as Json;
  } catch {
    return {};
  }
}
