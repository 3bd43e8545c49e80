import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '#platform/clock/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { stream, type Actor, type Context, type StreamCall } from '#platform/operations/index.ts';
import { serve, type ServeOptions } from './index.ts';

const clerk: Actor = {
  is: 'person', tenant: 't', slug: 's', demonstration: false, zone: 'Asia/Shanghai', person: 'p', name: '甲', username: 'a', language: 'zh',
  administrator: false, mustChangePassword: false, unit: null, positions: [], rights: ['work'],
};
let server: FastifyInstance;
let allowed = true;
afterEach(() => server.close());

async function start(patience?: ServeOptions['patience']): Promise<{ url: string; opened: Promise<StreamCall> }> {
  allowed = true;
  let tell: (call: StreamCall) => void = () => {};
  const opened = new Promise<StreamCall>((resolve) => (tell = resolve));
  const live = stream({ path: '/api/live', summary: { zh: '实时', en: 'Live' }, access: { is: 'right', right: 'work' }, open: async (call) => tell(call) });
  const db = openDatabase({ connection: { connectionString: 'postgres://nobody@127.0.0.1:1/none' } });
  server = await serve([live], { context: { db, clock: systemClock, log: silentLog } as Partial<Context> as Context, identify: async ({ cookie }) => (allowed && cookie('aftercare') === 'good' ? clerk : null), ...(patience ? { patience } : {}) });
  await server.listen({ host: '127.0.0.1', port: 0 });
  return { url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/api/live`, opened };
}
const open = (url: string) => fetch(url, { headers: { cookie: 'aftercare=good' } });

describe('a live stream', () => {
  it('tells events in their order, and nothing more to whoever has lost his access', async () => {
    const { url, opened } = await start();
    const reply = await open(url);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    const { send, closed, actor } = await opened;
    expect(actor.person).toBe('p');
    const reader = (reply.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    send('matter', { id: 1, text: 'line\nline' });
    send('notice', { id: 2 });
    while (!heard.includes('notice')) heard += (await reader.read()).value ?? '';
    expect(heard).toBe(': open\n\nevent: matter\ndata: {"id":1,"text":"line\\nline"}\n\nevent: notice\ndata: {"id":2}\n\n');
    allowed = false;
    send('secret', {});
    expect((await reader.read()).done).toBe(true);
    expect(closed.aborted).toBe(true);
  });

  it('ends when the server stops, and tells its writer when the reader has gone', async () => {
    const { url, opened } = await start();
    const gone = new AbortController();
    await fetch(url, { headers: { cookie: 'aftercare=good' }, signal: gone.signal });
    const { closed } = await opened;
    const ended = new Promise((resolve) => closed.addEventListener('abort', resolve));
    gone.abort();
    await ended;
    const second = await open(url);
    await server.close();
    expect(await second.text()).toBe(': open\n\n');
  });

  it('of one person is open twenty times at most: the oldest gives way', async () => {
    const { url } = await start();
    const replies: Response[] = [];
    for (let count = 0; count < 25; count++) replies.push(await open(url));
    const ended = await Promise.all(replies.slice(0, 5).map((reply) => reply.text()));
    expect(ended).toEqual(Array.from({ length: 5 }, () => ': open\n\n'));
    const last = replies.slice(5).map((reply) => reply.text());
    expect(await Promise.race([...last, Promise.resolve('all still open')])).toBe('all still open');
    await server.close();
    await Promise.all(last);
  });

  it('is closed to strangers', async () => {
    const { url } = await start();
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(`${url}?unknown=1`, { headers: { cookie: 'aftercare=good' } })).status).toBe(422);
  });
});

describe('bytes that are no request', () => {
  const talk = (port: number, bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (chunk) => (heard += chunk.toString()));
      socket.on('close', () => resolve(heard));
      socket.on('error', reject);
    });

  it.each([
    'GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n',
    'POST /api/live HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a\r\nX: a\u0000b\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    'rubbish\r\n\r\n',
  ])('are answered with 4xx, and the server goes on: %#', async (bytes) => {
    const { url } = await start();
    const [head = '', body = ''] = (await talk(Number(new URL(url).port), bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 (400 Bad Request|431 Request Header Fields Too Large)\r\nContent-Type: application\/json; charset=utf-8\r\n/);
    expect(JSON.parse(body)).toEqual({ error: head.includes(' 431 ') ? 'head-too-large' : 'unreadable', message: expect.stringMatching(/。 [A-Z]/) });
    expect(body).not.toMatch(/HPE_|Error|node:/);
    expect((await fetch(url)).status).toBe(401);
  });

  it.each([
    ['a head that never ends', 'GET /api/live HTTP/1.1\r\nHost: a\r\nX-Slow: '],
    ['a body that never comes', 'POST /api/live HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{'],
  ])('or that come too slowly are given up: %s', async (_, bytes) => {
    const { url } = await start({ request: 300, head: 150, look: 50 });
    const heard = await talk(Number(new URL(url).port), bytes);
    expect(heard).toMatch(/^HTTP\/1\.1 (408|404) /);
    expect((await fetch(url)).status).toBe(401);
  });
});
