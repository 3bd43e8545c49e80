import { afterEach, describe, expect, it } from 'vitest';
import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { z } from 'zod';
import { systemClock } from '#platform/clock/index.ts';
import { openDatabase } from '#platform/db/index.ts';
import { silentLog, type Log } from '#platform/log/index.ts';
import { answered, missing, operation, type Actor, type Context } from '#platform/operations/index.ts';
import { serve } from './index.ts';
import type { ServeOptions } from './options.ts';

const clerk: Actor = {
  is: 'person', tenant: 't', slug: 's', demonstration: false, zone: 'Asia/Shanghai', person: 'p', name: '甲', username: 'a', language: 'zh',
  administrator: false, mustChangePassword: false, unit: null, positions: [], rights: ['work'],
};
const summary = { zh: '试', en: 'A trial' };
let handled = 0;
const things = [
  operation({
    method: 'POST', path: '/api/things', summary, access: { is: 'right', right: 'work' }, dry: true, status: 201,
    body: z.strictObject({ name: z.string().max(20), more: z.unknown().optional() }), query: z.strictObject({ page: z.string().optional() }),
    answer: z.object({ name: z.string(), dry: z.boolean() }),
    async handle({ input, request }) {
      handled++;
      return answered({ name: input.body.name, dry: request.dry }, { cookies: [{ name: 'c', value: 'v', maxAgeSeconds: 60 }] });
    },
  }),
  operation({
    method: 'GET', path: '/api/things/{id}', summary, access: { is: 'signed-in' }, params: z.strictObject({ id: z.uuid() }), answer: z.object({}),
    async handle() {
      throw missing();
    },
  }),
  operation({
    method: 'GET', path: '/api/broken', summary, access: { is: 'public' }, answer: z.object({}),
    async handle() {
      throw new Error('select secret from nowhere');
    },
  }),
  operation({ method: 'GET', path: '/api/demo', summary, access: { is: 'signed-in' }, demonstrationOnly: true, answer: z.object({}), handle: async () => ({}) }),
  operation({
    method: 'POST', path: '/api/files', summary, access: { is: 'signed-in' }, upload: true, answer: z.object({ name: z.string(), bytes: z.number() }),
    body: z.strictObject({ note: z.string().optional() }),
    handle: async ({ file }) => ({ name: file?.name ?? '', bytes: file?.bytes.length ?? -1 }),
  }),
  operation({
    method: 'GET', path: '/api/files/recording', summary, access: { is: 'signed-in' }, answer: 'file',
    handle: async () => ({ name: 'call.m4a', mediaType: 'audio/mp4', content: Buffer.from('sound'), inline: true }),
  }),
  operation({
    method: 'GET', path: '/api/files/one', summary, access: { is: 'signed-in' }, answer: 'file',
    handle: async () => ({ name: '图 "1".svg', mediaType: 'image/svg+xml', content: Buffer.from('<svg onload=alert(1)>'), inline: true }),
  }),
];

// No operation here reaches for data; what capabilities add to the context is not needed either.
const contextWith = (log: Log): Context => ({ db: openDatabase({ connection: { connectionString: 'postgres://nobody@127.0.0.1:1/none' } }), clock: systemClock, log }) as Partial<Context> as Context;

let server: FastifyInstance;
const start = async (more: Partial<ServeOptions> = {}): Promise<FastifyInstance> => {
  server = await serve(things, {
    context: contextWith(silentLog),
    identify: async ({ cookie, bearer }) => ((bearer ?? cookie('aftercare')) === 'good' ? clerk : null),
    checkAnswers: true,
    ...more,
  });
  return server;
};
const post = (more: InjectOptions = {}): InjectOptions => ({
  method: 'POST', url: '/api/things', headers: { cookie: 'aftercare=good', 'content-type': 'application/json' }, payload: '{"name":"x"}', ...more,
});
afterEach(async () => {
  await server.close();
  handled = 0;
});

describe('a request', () => {
  it('is answered with its status, its cookies and headers that tell browsers how little they may do', async () => {
    const reply = await (await start({ publicUrl: 'https://care.example' })).inject(post({ url: '/api/things?dry=1' }));
    expect([reply.statusCode, reply.json()]).toEqual([201, { name: 'x', dry: true }]);
    expect(reply.headers['set-cookie']).toBe('c=v; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax');
    expect(reply.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" });
  });

  it('of a stranger is turned away before its body is read', async () => {
    const reply = await (await start()).inject(post({ headers: { 'content-type': 'application/json' }, payload: '{broken' }));
    expect([reply.statusCode, reply.json().error, handled]).toEqual([401, 'unauthorised', 0]);
  });

  it('with an Authorization header is judged by that alone', async () => {
    const reply = await (await start()).inject(post({ headers: { cookie: 'aftercare=good', authorization: 'Basic x', 'content-type': 'application/json' } }));
    expect(reply.statusCode).toBe(401);
  });
});

describe('pages of other sites', () => {
  it.each<[string, Record<string, string>, number]>([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form with plain text', { 'content-type': 'text/plain' }, 415],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['an origin that hides', { origin: 'null' }, 403],
    ['another port', { origin: 'http://localhost:81' }, 403],
    ['a browser that tells of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['our own page', { origin: 'http://localhost:80' }, 201],
    ['our own published page', { origin: 'https://care.example' }, 201],
  ])('cannot act with the cookie: %s', async (_, headers, status) => {
    const reply = await (await start({ publicUrl: 'https://care.example' })).inject(post({ headers: { cookie: 'aftercare=good', 'content-type': 'application/json', ...headers } }));
    expect([reply.statusCode, handled]).toEqual([status, status === 201 ? 1 : 0]);
  });
});

describe('what nobody can read', () => {
  const deep = '{"name":"x","more":' + '['.repeat(100_000) + ']'.repeat(100_000) + '}';
  it.each<[string, string | Buffer, number]>([
    ['broken JSON', '{"name":', 400],
    ['broken UTF-8', Buffer.from([0x7b, 0x22, 0x6e, 0x61, 0x6d, 0x65, 0x22, 0x3a, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400],
    ['too much', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413],
    ['a nul', '{"name":"a\\u0000b"}', 422],
    ['half a character', '{"name":"a\\ud800"}', 422],
    ['a bomb', deep, 422],
    ['nothing', '', 422],
    ['a list', '[]', 422],
    ['an unknown field', '{"name":"x","admin":true}', 422],
    ['a field that changes objects', '{"name":"x","__proto__":{"admin":true}}', 422],
  ])('is refused and does nothing: %s', async (_, payload, status) => {
    const reply = await (await start()).inject(post({ payload }));
    expect([reply.statusCode, handled]).toEqual([status, 0]);
    expect(Object.keys(reply.json())).toEqual(expect.arrayContaining(['error', 'message']));
  });

  it.each(['/api/things?page=1&page=2', '/api/things?dry=maybe', '/api/things?other=1', '/api/things?page=%00', '/api/things?page[]=1'])('is refused in the address: %s', async (url) => {
    expect((await (await start()).inject(post({ url }))).statusCode).toBe(422);
  });

  it.each(['/api/things?page=%ff', '/api/things?page=%', '/api/%ff'])('is refused in the encoding of the address: %s', async (url) => {
    expect((await (await start()).inject(post({ url }))).statusCode).toBe(400);
  });

  it('is told with every wrong place, in the language asked for', async () => {
    const payload = JSON.stringify({ name: 7, extra: 'a\u0007' });
    const reply = await (await start()).inject(post({ payload, headers: { cookie: 'aftercare=good', 'content-type': 'application/json', 'accept-language': 'en-GB' } }));
    const { message, details } = reply.json();
    expect(message).toMatch(/^Something/);
    expect(details.issues.map((issue: { path: string[] }) => issue.path.join('.')).toSorted()).toEqual(['body.extra', 'body.extra', 'body.name']);
  });
});

describe('what is not there', () => {
  it('looks the same whether absent, malformed or no address at all', async () => {
    await start();
    const of = async (url: string) => {
      const reply = await server.inject({ url, headers: { cookie: 'aftercare=good' } });
      return [reply.statusCode, reply.body];
    };
    const absent = await of('/api/things/0196f0a0-0000-7000-8000-000000000000');
    expect(absent[0]).toBe(404);
    for (const url of ['/api/things/1', '/api/things/%00', '/api/demo', '/api/nowhere', '/api/things/x/y']) expect(await of(url)).toEqual(absent);
    expect((await server.inject({ method: 'DELETE', url: '/api/things' })).statusCode).toBe(404);
  });

  it('is no page either, unless pages are served', async () => {
    expect((await (await start()).inject('/')).statusCode).toBe(404);
  });

  it('is a page that asks again while the pages are being built', async () => {
    const reply = await (await start({ web: '/nowhere/dist' })).inject('/matters/1');
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([503, 'text/html; charset=utf-8']);
    expect(reply.body).toContain('正在准备页面');
    expect((await server.inject('/../../etc/passwd')).body).not.toContain('root:');
  });
});

describe('something unexpected', () => {
  it('is no error of ours when a client leaves in the middle of its request', async () => {
    const told: string[] = [];
    let left: () => void = () => undefined;
    const gone = new Promise<void>((settle) => { left = settle; });
    const note = (level: string) => (_fields: object, message: string): void => { told.push(`${level}: ${message}`); left(); };
    const server = await start({ context: contextWith({ debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') }) });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    server.server.once('request', () => socket.destroy());
    socket.write('POST /api/things HTTP/1.1\r\nHost: x\r\nCookie: aftercare=good\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{');
    await gone;
    expect(told).toEqual(['debug: a client left before its request was complete']);
  });

  it('is told with a code and nothing of its inside', async () => {
    const told: object[] = [];
    const log = { ...silentLog, error: (fields: object) => void told.push(fields) };
    const reply = await (await start({ context: contextWith(log) })).inject('/api/broken');
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toMatchObject({ error: 'unexpected', details: { code: expect.stringMatching(/^E-[0-9A-F]{8}$/) } });
    expect(reply.body).not.toMatch(/secret|stack|select/);
    expect(told).toMatchObject([{ code: reply.json().details.code, where: 'GET /api/broken' }]);
  });
});

describe('files', () => {
  const form = (name: string, content: string | Buffer) => {
    const head = `--b\r\ncontent-disposition: form-data; name="note"\r\n\r\nhello\r\n--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`;
    return { method: 'POST', url: '/api/files', headers: { cookie: 'aftercare=good', 'content-type': 'multipart/form-data; boundary=b' }, payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from('\r\n--b--\r\n')]) } as const;
  };

  it('arrive with a name that leads nowhere', async () => {
    expect((await (await start()).inject(form('../../etc/现场.jpg', 'abc'))).json()).toEqual({ name: '现场.jpg', bytes: 3 });
    expect((await server.inject(form('..', 'abc'))).statusCode).toBe(422);
  });

  it('are refused beyond 20 MB, and where none is taken', async () => {
    expect((await (await start()).inject(form('a', Buffer.alloc(20 * 1024 * 1024 + 1)))).statusCode).toBe(413);
    expect((await server.inject({ ...form('a', 'abc'), url: '/api/things' })).statusCode).toBe(415);
    expect((await server.inject(post({ url: '/api/files' }))).statusCode).toBe(415);
  });

  it('are taken one at a time, which is said', async () => {
    const one = (name: string): string => `--b\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\nabc\r\n`;
    for (const names of [['a', 'b'], ['a', 'b', 'c', 'd']]) {
      const reply = await (await start()).inject({ ...form('a', 'abc'), payload: `${names.map(one).join('')}--b--\r\n` });
      expect([reply.statusCode, reply.json().details.issues]).toEqual([422, [{ path: ['body', 'file'], message: '一次只能上传一个文件，请分开上传。' }]]);
      await server.close();
    }
  });

  it('are refused when their form has no boundary or no end', async () => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=b']) {
      const reply = await (await start()).inject({ method: 'POST', url: '/api/files', headers: { cookie: 'aftercare=good', 'content-type': type }, payload: '--b\r\ncontent-disposition: form-data; name="x"' });
      expect([reply.statusCode, reply.json().error]).toEqual([400, 'unreadable']);
      await server.close();
    }
  });

  it('leave so that nothing in them can act', async () => {
    const reply = await (await start()).inject({ url: '/api/files/one', headers: { cookie: 'aftercare=good' } });
    expect(reply.headers).toMatchObject({
      'content-type': 'application/octet-stream', 'content-disposition': "attachment; filename*=UTF-8''%E5%9B%BE%20%221%22.svg",
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
  });
});

describe('recordings', () => {
  it('are played in the page, and can do nothing there', async () => {
    const reply = await (await start()).inject({ url: '/api/files/recording', headers: { cookie: 'aftercare=good' } });
    expect(reply.headers).toMatchObject({
      'content-type': 'audio/mp4', 'content-disposition': "inline; filename*=UTF-8''call.m4a", 'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    });
  });
});

describe('the description of the API', () => {
  it('tells every operation with its access and its schemas', async () => {
    const told = (await (await start()).inject('/api/openapi.json')).json();
    expect(told.openapi).toBe('3.1.0');
    expect(Object.keys(told.paths)).toEqual(['/api/things', '/api/things/{id}', '/api/broken', '/api/demo', '/api/files', '/api/files/recording', '/api/files/one']);
    expect(told.paths['/api/things'].post).toMatchObject({ 'x-access': { is: 'right', right: 'work' }, operationId: 'postThings', requestBody: { required: true } });
    expect(told.paths['/api/things/{id}'].get.parameters[0]).toMatchObject({ name: 'id', in: 'path', required: true });
  });
});
