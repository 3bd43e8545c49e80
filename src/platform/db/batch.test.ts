import { describe, expect, it } from 'vitest';
import type { PoolClient } from 'pg';
import { ScopeEnded, withScope, type Scope, type TenantActor } from './index.ts';
import { Transaction } from './transaction.ts';
import { testDatabase } from '../../../test/support/index.ts';

const LAST = 'select last from tenant_counter where tenant_id = $1 and name = $2';
const COUNT = 'insert into tenant_counter as c (tenant_id, name, last) values ($1, $2, 1) on conflict (tenant_id, name) do update set last = c.last + 1 returning last';

const base = await testDatabase();
const tenant = await base.company('batches');
const inside = <T>(work: (scope: Scope<TenantActor>) => Promise<T>): Promise<T> => withScope(base.database, { tenant }, work);
const counting = (name: string) => ({ name: 'batch-count', text: COUNT, values: [tenant, name] });
const broken = { name: 'batch-broken', text: 'select 1 / last as broken from tenant_counter where tenant_id = $1 and last - $2::int = 0 and 1 / (last - $2::int) = 1', values: [] };

describe('statements asked for in one turn', () => {
  it('are answered in their order, each with its own rows and its own count, whether it was prepared before or not', async () => {
    for (const round of [1, 2, 3]) {
      const [first, second, third, fourth] = await inside((scope) => Promise.all([
        scope.run<{ last: number }>(counting('order')), scope.run<{ last: number }>(counting('order')),
        scope.run<{ last: number }>({ text: LAST, values: [tenant, 'order'] }), scope.run({ name: 'batch-change', text: 'update tenant_counter set last = last where tenant_id = $1 and name = $2', values: [tenant, 'nobody'] }),
      ]));
      expect([first.rows, second.rows, third.rows]).toEqual([[{ last: round * 2 - 1 }], [{ last: round * 2 }], [{ last: round * 2 }]]);
      expect([first.count, fourth.count, fourth.rows]).toEqual([1, 0, []]);
    }
  });

  it('fail from the broken one on with its reason, and the session is of use afterwards, with all it had prepared', async () => {
    const failed = inside(async (scope) => {
      await scope.run(counting('broken'));
      const settled = await Promise.allSettled([scope.run(counting('broken')), scope.run({ ...broken, values: [tenant, 2] }), scope.run({ name: 'batch-after', text: LAST, values: [tenant, 'broken'] })]);
      expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      throw settled[1]?.status === 'rejected' ? settled[1].reason : new Error('it did not fail');
    });
    await expect(failed).rejects.toThrow('division by zero');
    const rows = await inside(async (scope) => (await scope.run<{ last: number }>({ name: 'batch-after', text: LAST, values: [tenant, 'broken'] })).rows);
    expect(rows).toEqual([]);
    expect((await inside((scope) => scope.run<{ last: number }>(counting('broken')))).rows).toEqual([{ last: 1 }]);
  });

  it('are not sent at all when one of them cannot be written down, and nothing of them is kept', async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    await expect(inside((scope) => scope.runAll([counting('circle'), { name: 'batch-circle', text: LAST, values: [tenant, circle] }], { last: true }))).rejects.toThrow(/circular/i);
    expect((await inside((scope) => scope.run({ text: LAST, values: [tenant, 'circle'] }))).rows).toEqual([]);
  });

  it('refuse a value that cannot be read exactly, and answer for the others', async () => {
    const big = { text: 'select 9007199254740993::bigint as big where $1::uuid is not null', values: [tenant] };
    const settled = await inside((scope) => Promise.allSettled([scope.run(big), scope.run<{ last: number }>(counting('exact'))]));
    expect(settled[0]).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('too large') } });
    expect(settled[1]).toMatchObject({ status: 'fulfilled', value: { rows: [{ last: 1 }] } });
  });

  it('take back what they had begun when the session ends under them', async () => {
    const lost = inside(async (scope) => {
      await scope.run(counting('killed'));
      await scope.run({ text: 'select pg_terminate_backend(pg_backend_pid()) as ended where $1::uuid is not null', values: [tenant] }).catch(() => undefined);
      await scope.run(counting('killed'));
    });
    await expect(lost).rejects.toThrow();
    expect((await inside((scope) => scope.run({ text: LAST, values: [tenant, 'killed'] }))).rows).toEqual([]);
  });
});

describe('a transaction that is given up', () => {
  it('drops what has not left, a commit too, and sends its rollback alone', async () => {
    const left: unknown[] = [];
    const client = { query: (sent: unknown) => { left.push(sent); return Promise.resolve(); } } as unknown as PoolClient;
    const transaction = new Transaction(client, [{ name: 'begin', text: 'begin', values: [] }]);
    const asked = [transaction.run({ text: 'select 1', values: [] }), transaction.runAll([{ text: 'select 2', values: [] }], true)];
    const settled = Promise.allSettled(asked);
    await transaction.abandon();
    expect((await settled).map((each) => each.status === 'rejected' && each.reason instanceof ScopeEnded)).toEqual([true, true]);
    expect(left).toEqual(['rollback']);
  });
});
