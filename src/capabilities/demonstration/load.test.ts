import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#platform/config/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { ACCOUNTS, loadDemonstrations } from './index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const policies = join(packageRoot(), 'policies');
const load = (folder = policies) => loadDemonstrations({ context: product.context, folder, password: 'try-it-out' });
const rows = <T>(text: string, ...values: unknown[]): Promise<T[]> => base.owner({ text, values }) as Promise<T[]>;
const NOW = Date.parse('2026-03-02T08:40:00+08:00');

let scratch: string;
beforeAll(async () => { scratch = await mkdtemp(join(tmpdir(), 'stories-')); });
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('a story that its policy refuses', () => {
  it('leaves nothing behind, and is loaded whole under the same name once it is mended', async () => {
    await cp(join(policies, 'retail'), join(scratch, 'retail'), { recursive: true });
    const file = join(scratch, 'retail', 'demo.yaml');
    const sound = await readFile(file, 'utf8');
    await writeFile(file, `${sound}\n  - { kind: complaint, customer: r01, channel: phone, content: 最后一件, received: "0d 08:00", by: agent, acts: [ { act: close, by: agent, at: "+5m" } ] }\n`);
    await expect(load(scratch)).rejects.toThrow(/complaint.*才能结案/s);
    expect(await rows('select 1 from tenant')).toEqual([]);
    await writeFile(file, sound);
    expect(await load(scratch)).toEqual(['retail']);
  });
});

describe('loading the demonstrations', () => {
  it('adds what is missing and leaves alone what is there, however often it is started', async () => {
    expect(await load()).toEqual(['property-management']);
    expect(await load()).toEqual([]);
    expect(await rows('select slug, name, demonstration from tenant order by slug')).toEqual([
      { slug: 'property-management', name: '安和物业服务有限公司', demonstration: true }, { slug: 'retail', name: '禾丰百货有限公司', demonstration: true },
    ]);
  });

  it('gives every company the same accounts, which sign in with the one password', async () => {
    for (const company of ['property-management', 'retail']) for (const account of ACCOUNTS) expect(await product.signIn(company, account, 'try-it-out')).toContain('aftercare=');
    const listed = await product.ask({ url: '/api/tenants' });
    expect(listed.json()).toEqual({ items: [{ slug: 'property-management', name: '安和物业服务有限公司' }, { slug: 'retail', name: '禾丰百货有限公司' }], accounts: [...ACCOUNTS] });
  });

  it('numbers the matters of a kind in the order in which they came', async () => {
    const found = await rows<{ tenant_id: string; kind: string; number: string }>("select tenant_id, kind, number from matter where number ~ '\\d{8}' order by tenant_id, kind, received_at, id");
    expect(found.length).toBeGreaterThan(50);
    for (const sort of new Set(found.map((row) => `${row.tenant_id} ${row.kind}`))) {
      const numbers = found.filter((row) => `${row.tenant_id} ${row.kind}` === sort).map((row) => row.number);
      expect(numbers).toEqual(numbers.toSorted());
    }
    expect(new Set(found.map((row) => `${row.tenant_id} ${row.number}`)).size).toBe(found.length);
  });

  it('records everything at its own time, nothing after the story’s now', async () => {
    expect(await rows("select 1 from event where occurred_at > $1 or recorded_at > $1", new Date(NOW))).toEqual([]);
    // What counts as taken over at its limit is written down when the limit has passed: a moment later.
    expect(await rows("select type, act from event where of = 'matter' and type = 'acted' and recorded_at not between occurred_at and occurred_at + interval '1 second'")).toEqual([]);
  });

  it('lets pass what passed: overdue work is noticed the moment it fell due, and nothing is left to fire', async () => {
    const overdue = await rows<{ late: number }>("select extract(epoch from noticed_at - breached_at)::float8 as late from obligation where breached_at is not null");
    expect(overdue.length).toBeGreaterThan(10);
    expect(Math.max(...overdue.map((row) => row.late))).toBeLessThan(1);
    expect(await rows('select 1 from obligation where next_at <= $1 union all select 1 from recurrence where next_at <= $1', new Date(NOW))).toEqual([]);
  });

  it('opens what the policy opens, and plays on what was opened', async () => {
    const below = await rows<{ stage: string }>("select m.stage from matter m join tenant t on t.id = m.tenant_id where t.slug = 'property-management' and m.kind = 'rectification' and m.parent_id is not null order by m.received_at");
    expect(below.map((row) => row.stage)).toEqual(['verified', 'rectified', 'opened']);
    const weekly = await rows<{ next_at: number }>('select next_at from recurrence');
    expect(weekly.map((row) => new Date(row.next_at).toISOString())).toEqual(['2026-03-08T16:00:00.000Z']);
  });

  it('keeps houses with their customers, and telephone numbers in one spelling', async () => {
    expect(await rows("select h.community, h.code from house h join customer c on c.id = h.customer_id where c.phone = '13800001001'")).toEqual([{ community: '云栖中心', code: '3-2-1201' }]);
  });

  it('holds itself back where a real company lives, and never lists it', async () => {
    await base.company('real');
    expect(await load()).toEqual([]);
    expect((await product.ask({ url: '/api/tenants' })).body).not.toContain('real');
  });
});
