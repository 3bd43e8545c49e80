import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/index.ts';
import { builder, companies, companyNamed, instant, NotOneRow, ScopeEnded, TenantMissing, withReadScope, withScope, type Scope } from './index.ts';

const { database, owner, company } = await testDatabase();
const ours = await company('ours');
const theirs = await company('theirs');

const addUnit = (scope: Scope, code: string, tenant = scope.tenant) =>
  scope.run({ name: 'add-unit', text: 'insert into unit (tenant_id, code, name) values ($1, $2, $2)', values: [tenant, code] });

const unitCodes = (scope: Scope) =>
  scope.rows<{ code: string }>({ sql: 'select code from unit where tenant_id = $1 order by code', parameters: [scope.tenant] });

describe('a scope', () => {
  it('keeps what was done in it', async () => {
    await withScope(database, { tenant: ours }, (scope) => addUnit(scope, 'kept'));
    expect(await withReadScope(database, { tenant: ours }, unitCodes)).toContainEqual({ code: 'kept' });
  });

  it('keeps nothing when its work throws', async () => {
    const failing = withScope(database, { tenant: ours }, async (scope) => {
      await addUnit(scope, 'lost');
      throw new Error('changed our mind');
    });
    await expect(failing).rejects.toThrow('changed our mind');
    expect(await withReadScope(database, { tenant: ours }, unitCodes)).not.toContainEqual({ code: 'lost' });
  });

  it('sees nothing of another company, whatever the statement says', async () => {
    await withScope(database, { tenant: theirs }, (scope) => addUnit(scope, 'secret'));
    const seen = await withReadScope(database, { tenant: ours }, (scope) =>
      scope.rows({ sql: 'select code from unit where tenant_id = $1', parameters: [theirs] }),
    );
    expect(seen).toEqual([]);
  });

  it('writes nothing into another company', async () => {
    const trespass = withScope(database, { tenant: ours }, (scope) => addUnit(scope, 'planted', theirs));
    await expect(trespass).rejects.toThrow(/row-level security/);
  });

  it('refuses an actor without a proper tenant', async () => {
    for (const tenant of ['', "x'; drop table unit; --", ours.toUpperCase()]) {
      await expect(withScope(database, { tenant }, unitCodes)).rejects.toThrow('No actor, no data');
    }
  });

  it('refuses a statement that does not speak of the tenant', async () => {
    const careless = withReadScope(database, { tenant: ours }, (scope) => scope.rows({ sql: 'select code from unit', parameters: [] }));
    await expect(careless).rejects.toThrow(TenantMissing);
  });

  it('is of no use after its end', async () => {
    const kept = await withScope(database, { tenant: ours }, async (scope) => scope);
    await expect(unitCodes(kept)).rejects.toThrow(ScopeEnded);
    expect(() => kept.onCommit(() => undefined)).toThrow('has ended');
  });

  it('refuses to begin inside another', async () => {
    const nested = withScope(database, { tenant: ours }, () => withReadScope(database, { tenant: theirs }, unitCodes));
    await expect(nested).rejects.toThrow('A scope inside a scope');
  });

  it('may only read when it was begun for reading', async () => {
    await expect(withReadScope(database, { tenant: ours }, (scope) => addUnit(scope, 'x'))).rejects.toThrow(/read-only transaction/);
  });

  it('calls back after the commit, and only then', async () => {
    const heard: string[] = [];
    await withScope(database, { tenant: ours }, async (scope) => {
      scope.onCommit(() => void heard.push('committed'));
      await addUnit(scope, 'heard');
      heard.push('worked');
    });
    await withScope(database, { tenant: ours }, async (scope) => {
      scope.onCommit(() => void heard.push('never'));
      throw new Error('stop');
    }).catch(() => undefined);
    expect(heard).toEqual(['worked', 'committed']);
  });

  it('does not pretend to have committed after a failed statement was swallowed', async () => {
    const swallowing = withScope(database, { tenant: ours }, async (scope) => {
      await addUnit(scope, 'kept').catch(() => undefined);
      return 'all well';
    });
    await expect(swallowing).rejects.toThrow('not committed');
  });

  it('fails when the commit that went with its last statements did, though nobody waited for them', async () => {
    const careless = withScope(database, { tenant: ours }, async (scope) => {
      scope.runAll([{ text: 'insert into unit (tenant_id, code, name) values ($1, $2, $2)', values: [ours, 'kept'] }], { last: true }).catch(() => undefined);
    });
    await expect(careless).rejects.toThrow();
  });

  it('runs nothing outside its transaction that is asked for while it is being given up, in whatever turn', async () => {
    const late: unknown[] = [];
    for (let turns = 0; turns < 12; turns++) {
      await withScope(database, { tenant: ours }, (scope) => {
        const failing = addUnit(scope, 'kept');
        const afterwards = failing.catch(async () => {
          for (let turn = 0; turn < turns; turn++) await Promise.resolve();
          late.push(await scope.run({ text: 'select $1::uuid as tenant_id', values: [ours] }).then(() => 'ran', () => 'did not run'));
        });
        void afterwards;
        return failing;
      }).catch(() => undefined);
    }
    await expect.poll(() => late.length).toBe(12);
    expect(new Set(late)).toEqual(new Set(['did not run']));
  });

  it('waits for statements that nobody awaited', async () => {
    await withScope(database, { tenant: ours }, async (scope) => {
      void addUnit(scope, 'forgotten');
    });
    expect(await withReadScope(database, { tenant: ours }, unitCodes)).toContainEqual({ code: 'forgotten' });
  });

  it('starts again after a serialization failure, three times at most', async () => {
    let attempts = 0;
    const fail = async (): Promise<never> => {
      attempts += 1;
      throw Object.assign(new Error('could not serialize access'), { code: '40001' });
    };
    await expect(withScope(database, { tenant: ours }, fail)).rejects.toThrow('could not serialize');
    expect(attempts).toBe(3);
  });
});

describe('two scopes at once', () => {
  it('both end well when the database breaks their deadlock', async () => {
    await withScope(database, { tenant: ours }, async (scope) => {
      await addUnit(scope, 'left');
      await addUnit(scope, 'right');
    });
    const rename = (scope: Scope, code: string) =>
      scope.run({ text: 'update unit set name = name || $3 where tenant_id = $1 and code = $2', values: [scope.tenant, code, '!'] });
    const meeting = gate();
    const cross = (first: string, second: string) =>
      withScope(database, { tenant: ours }, async (scope) => {
        await rename(scope, first);
        await meeting.arrive();
        await rename(scope, second);
      });
    await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    const names = await owner<{ name: string }>({ text: `select name from unit where tenant_id = $1 and code in ('left', 'right')`, values: [ours] });
    expect(names.map(({ name }) => name).sort()).toEqual(['left!!', 'right!!']);
  });
});

describe('statements of the builder', () => {
  it('are typed, read instants as numbers and whole numbers as numbers', async () => {
    const at = Date.UTC(2026, 2, 2, 1, 2, 3, 456);
    const row = await withScope(database, { tenant: ours }, async (scope) => {
      await scope.change(builder.updateTable('tenant').set({ clock_at: instant(at) }).where('id', '=', scope.tenant));
      return scope.one(builder.selectFrom('tenant').select(['slug', 'clock_at', 'created_at']).where('clock_at', '<=', instant(at)).where('id', '=', scope.tenant));
    });
    expect(row).toEqual({ slug: 'ours', clock_at: at, created_at: 0 });
  });

  it('give one row or say so', async () => {
    const none = withReadScope(database, { tenant: ours }, (scope) => scope.one(builder.selectFrom('tenant').select('id').where('slug', '=', 'nobody')));
    await expect(none).rejects.toThrow(NotOneRow);
    const all = withReadScope(database, { tenant: ours }, (scope) => scope.maybe(builder.selectFrom('tenant').select('id')));
    await expect(all).rejects.toThrow('found 2');
  });

  it('read counts, json, dates and arrays as what they are', async () => {
    const row = await withReadScope(database, { tenant: ours }, (scope) =>
      scope.one<Record<string, unknown>>({
        sql: `select count(*) as n, '{"a":[1]}'::jsonb as j, date '2026-10-01' as d, array[1::bigint, null] as w,
              array['2026-03-02 09:00:00+08'::timestamptz] as t, '1.50'::numeric as m from tenant`,
        parameters: [],
      }),
    );
    expect(row).toEqual({ n: 2, j: { a: [1] }, d: '2026-10-01', w: [1, null], t: [Date.UTC(2026, 2, 2, 1)], m: '1.50' });
  });
});

describe('what may be known before signing in', () => {
  it('is which companies there are', async () => {
    expect(await companyNamed(database, 'ours')).toMatchObject({ id: ours, slug: 'ours', demonstration: false });
    expect(await companyNamed(database, 'nobody')).toBeUndefined();
    expect((await companies(database)).map(({ slug }) => slug)).toEqual(['ours', 'theirs']);
  });
});

/** Lets two go on together the first time they meet; whoever comes later passes. */
function gate(): { arrive(): Promise<void> } {
  let open: () => void = () => undefined;
  const both = new Promise<void>((resolve) => {
    open = resolve;
  });
  let arrived = 0;
  return {
    arrive: () => {
      arrived += 1;
      if (arrived === 2) open();
      return both;
    },
  };
}
