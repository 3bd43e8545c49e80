import { beforeAll, describe, expect, it } from 'vitest';
import type { InjectOptions } from 'fastify';
import { operations } from '../../src/main/operations.ts';
import { uuidv7 } from '../../src/platform/db/index.ts';
import { openProduct, testDatabase } from '../support/index.ts';
import { addressOf, bodyFor, queryFor } from './battery/examples.ts';
import { digestOf } from './battery/digest.ts';
import { CANARY, found, type Company } from './battery/seed.ts';

/** Every operation of the product, asked by everybody who may not use it. What is added to the product is in here by itself. */
const base = await testDatabase();
const product = await openProduct(base);
let ours: Company;
let theirs: Company;

const PUBLIC = ['GET /api/health', 'GET /api/session', 'GET /api/tenants', 'POST /api/login', 'POST /api/setup', 'GET /api/setup/template', 'GET /api/setup/customer-template', ...['begin', 'sheet', 'customers', 'certificate', 'folder', 'channel-test', 'finish'].map((step) => `POST /api/setup/${step}`)];
const named = operations.map((operation) => ({ name: `${operation.method} ${operation.path}`, operation }));
const closed = named.filter(({ operation }) => operation.access.is !== 'public');
// A year is the same for every company; what lies behind it is not.
const addressed = closed.filter(({ operation }) => operation.path.replace('{year}', '').includes('{'));

type Served = (typeof operations)[number];
const requestOf = (operation: Served, id: string = uuidv7()): InjectOptions => {
  const payload = operation.kind === 'answer' ? bodyFor(operation) : undefined;
  return { method: operation.method, url: addressOf(operation.path, id) + (operation.kind === 'answer' ? queryFor(operation) : ''), ...(payload === undefined ? {} : { payload: payload as object }) };
};
const denied = async (operation: Served, as: string | undefined): Promise<[number, string]> => {
  const reply = await product.ask(requestOf(operation), as);
  return [reply.statusCode, reply.json().error];
};

beforeAll(async () => {
  ours = await found(base, product, 'ours', 'ours');
  theirs = await found(base, product, 'theirs', CANARY);
  await base.owner({ text: 'update tenant set demonstration = true where id = $1', values: [ours.tenant] });
  product.context.identity.forget(ours.tenant);
});

describe('the public operations', () => {
  it('are these and no others', () => {
    for (const { name, operation } of named) if (operation.access.is === 'public') expect(PUBLIC).toContain(name);
  });
});

describe.each(closed)('$name', ({ operation }) => {
  it('is closed to strangers and to all who are no longer, and nothing changes', async () => {
    const before = await digestOf(base);
    const swapped = ours.deputy.replace(ours.tenant, theirs.tenant);
    const nobody = { 'no proof': undefined, 'a made-up cookie': `aftercare=${ours.tenant}.${'a'.repeat(43)}`, 'a made-up key': `ak_${ours.tenant}_${'a'.repeat(43)}`, 'a cookie moved to another company': swapped };
    for (const [who, proof] of Object.entries({ ...nobody, ...ours.gone })) expect([who, ...(await denied(operation, proof))]).toEqual([who, 401, 'unauthorised']);
    expect(await digestOf(base)).toEqual(before);
  });

  it('waits until a given password is changed, unless it serves that', async () => {
    if (operation.kind === 'answer' && operation.whilePasswordMustChange) {
      expect(['/api/me', '/api/me/password', '/api/logout']).toContain(operation.path);
      return;
    }
    const before = await digestOf(base);
    expect(await denied(operation, ours.fresh)).toEqual([403, 'must-change-password']);
    expect(await digestOf(base)).toEqual(before);
  });

  it('is closed without its right or office, and nothing changes', async () => {
    if (operation.access.is === 'signed-in') return;
    const before = await digestOf(base);
    const lacking = operation.access.is === 'right' ? ours.without[operation.access.right] : ours.deputy;
    for (const proof of [ours.newcomer, lacking]) expect(await denied(operation, proof)).toEqual([403, 'forbidden']);
    expect(await digestOf(base)).toEqual(before);
  });

  it('is absent outside demonstrations if it belongs to them', async () => {
    if (operation.kind === 'stream' || !operation.demonstrationOnly) return;
    const before = await digestOf(base);
    expect(await denied(operation, theirs.chief)).toEqual([404, 'missing']);
    expect(await digestOf(base)).toEqual(before);
  });
});

describe.each(addressed)('$name', ({ operation }) => {
  it('shows what belongs to another company exactly as if it did not exist, and nothing changes', async () => {
    const before = await digestOf(base);
    const of = async (id: string) => {
      const reply = await product.ask(requestOf(operation, id), ours.chief);
      return [reply.statusCode, reply.body, Object.keys(reply.headers).toSorted()];
    };
    const missing = await of(uuidv7());
    expect(missing[0]).toBe(404);
    // `..` is taken out of an address before it is sent: what is asked then may be another operation, which has its own turn.
    const other = operations.some(({ path }) => path === new URL(addressOf(operation.path, '..'), 'http://x').pathname);
    for (const id of [...theirs.objects, theirs.tenant, 'not-an-id', '%00', ...(other ? [] : ['..']), '1']) expect(await of(id)).toEqual(missing);
    expect(await digestOf(base)).toEqual(before);
  });

  it('finds in its own company one of the objects that others cannot see (else the battery needs a seed for it)', async () => {
    const found: number[] = [];
    for (const id of theirs.objects) found.push((await product.ask(requestOf(operation, id), theirs.chief)).statusCode);
    expect(found.some((status) => status !== 404 && status < 500)).toBe(true);
  });
});

describe('nothing of another company', () => {
  it.each(closed.filter(({ operation }) => operation.method === 'GET' && operation.kind === 'answer'))('comes out of $name', async ({ operation }) => {
    const url = addressOf(operation.path, uuidv7());
    for (const query of ['', `?search=${CANARY}`, '?limit=200', '?left=true']) {
      const reply = await product.ask({ url: url + query }, ours.chief);
      expect(reply.statusCode).toBeLessThan(500);
      expect(reply.body).not.toContain(CANARY);
      for (const id of [theirs.tenant, ...theirs.objects]) expect(reply.body).not.toContain(id);
    }
  });
});
