import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../src/main/operations.ts';
import { errorJson } from '../../src/capabilities/matters/contract.ts';
import { uuidv7 } from '../../src/platform/db/index.ts';
import type { Operation } from '../../src/platform/operations/index.ts';
import { openProduct, testDatabase } from '../support/index.ts';
import { addressOf, bodyFor } from './battery/examples.ts';
import { found } from './battery/seed.ts';

/** Every operation of the product, sent what no honest caller sends: it may refuse or even accept, but it may never stumble. */
const base = await testDatabase();
const product = await openProduct(base);
let chief = '';
beforeAll(async () => {
  const company = await found(base, product, 'ours', 'ours');
  await base.owner({ text: 'update tenant set demonstration = true where id = $1', values: [company.tenant] });
  product.context.identity.forget(company.tenant);
  chief = company.chief;
});

const NASTY: readonly unknown[] = [
  '', ' ', '\u0000', 'a\u0000b', '\ud800', '\u202e', '\ufeff', 'é'.normalize('NFD'), '𠮷', 'x'.repeat(100_000), "' or 1=1 --", '"; drop table person; --', '%', '_', '\\', '$1', '{}', '[]',
  '../../etc/passwd', '<script>alert(1)</script>', '=1+1', '${7*7}', 'null', 'NaN', '1e999', '2147483648', '9007199254740993', '-1', '2026-02-30T00:00:00Z', '275760-09-13', '+275760-09-13T00:00:00.001Z',
  null, true, 0, -1, 1.5, 2147483648, 9_007_199_254_740_994, -0, [], [null], [[[]]], {}, { '': '' }, { constructor: {} }, { toString: 1 }, { length: -1 },
];
const RAW: readonly (string | Buffer)[] = ['', '{', '[]', 'null', '"x"', '1', '{"a":1e999}', '{"__proto__":{"x":1}}', '\ufeff{}', Buffer.from([0xff, 0xfe]), '['.repeat(50_000) + ']'.repeat(50_000), `{"a":"${'x'.repeat(1_048_576)}"}`];

const answers = operations.filter((operation): operation is Operation<never> => operation.kind === 'answer').map((operation) => ({ name: `${operation.method} ${operation.path}`, operation: operation as Operation }));

async function ask(operation: Operation, more: { query?: string; payload?: string | Buffer; headers?: Record<string, string> }): Promise<void> {
  const url = addressOf(operation.path, uuidv7()) + (more.query ?? '');
  const headers = { 'content-type': 'application/json', ...more.headers };
  const reply = await product.ask({ method: operation.method, url, headers, ...(more.payload === undefined ? {} : { payload: more.payload }) }, chief);
  expect(reply.statusCode, `${operation.method} ${url} ${String(more.payload).slice(0, 200)} → ${reply.body}`).toBeLessThan(500);
  if (reply.statusCode >= 400) {
    expect(errorJson.safeParse(reply.json()).success, reply.body).toBe(true);
    expect(reply.body).not.toMatch(/\bat \S+:\d+|node_modules|select |insert |violates/);
  }
}

describe.each(answers)('$name', ({ operation }) => {
  it('never stumbles over bodies that cannot be read', async () => {
    if (operation.method === 'GET') return;
    for (const payload of RAW) await ask(operation, { payload });
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=gbk', ';;;']) await ask(operation, { payload: '{}', headers: { 'content-type': type } });
  });

  it('never stumbles over a body with one wrong place', async () => {
    const body = bodyFor(operation);
    if (typeof body !== 'object' || body === null) return;
    const names = Object.keys((z.toJSONSchema(operation.body ?? z.null(), { io: 'input', unrepresentable: 'any' })['properties'] ?? body) as object);
    for (const name of [...names, 'unknown']) for (const value of NASTY) await ask(operation, { payload: JSON.stringify({ ...body, [name]: value }) });
    // An import looks at every row again for each of them.
  }, 120_000);

  it('takes no body where it asks for none', async () => {
    if (operation.method === 'GET' || operation.body !== null || operation.upload) return;
    for (const body of [null, 5, 'x', [], { zz: 1 }]) {
      const reply = await product.ask({ method: operation.method, url: addressOf(operation.path, uuidv7()), headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) }, chief);
      expect([JSON.stringify(body), reply.statusCode]).toEqual([JSON.stringify(body), expect.toSatisfy((code: number) => code === 422 || code === 404)]);
    }
  });

  it('never stumbles over its address', async () => {
    const known = Object.keys((z.toJSONSchema(operation.query, { io: 'input', unrepresentable: 'any' })['properties'] ?? {}) as object);
    for (const name of [...known, 'dry', 'cursor']) {
      for (const value of NASTY) if (typeof value === 'string' && value.length < 1000) await ask(operation, { query: `?${name}=${safe(value)}`, ...(operation.body ? { payload: '{}' } : {}) });
      for (const raw of ['%', '%ff', '%00', '%ed%a0%80', '1&' + name + '=2']) await ask(operation, { query: `?${name}=${raw}` });
    }
  });

  it('never stumbles over headers', async () => {
    for (const value of ['', 'x'.repeat(300), 'zh;q=x', '*', 'en;q=0', '\u00ff', 'a b']) {
      await ask(operation, { headers: { 'accept-language': value, 'idempotency-key': value, range: value, 'x-forwarded-for': value } });
    }
  });
});

function safe(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
