import { beforeAll, describe, expect, it } from 'vitest';
import { recordHappening, writeCheckpoint } from '../../src/capabilities/audit/index.ts';
import { uuidv7, withScope } from '../../src/platform/db/index.ts';
import { testDatabase } from '../support/index.ts';
import { freshKey } from './audit/history.ts';

const { database, owner, company } = await testDatabase();
const APPEND_ONLY = ['event', 'checkpoint', 'firing', 'refusal'] as const;
const ROLES = ['aftercare_app', 'aftercare_due'] as const;
const names = async (text: string): Promise<string[]> => (await owner<{ name: string }>({ text, values: [] })).map(({ name }) => name);

let tenant: string;
let other: string;

beforeAll(async () => {
  [tenant, other] = [await company(), await company()];
  const key = await freshKey();
  for (const each of [tenant, other]) {
    await withScope(database, { tenant: each }, async (scope) => {
      await recordHappening(scope, { stream: uuidv7(), of: 'person', type: 'registered', actor: null, at: 0, body: {}, words: { name: 'Li' } });
      await scope.run({ text: `insert into firing (tenant_id, matter_id, ordinal, generation, step, at) values ($1, $2, 0, 0, 'breach', now())`, values: [each, uuidv7()] });
      await scope.run({ text: `insert into refusal (tenant_id, id, kind, person_id, act, clause, refusals, at) values ($1, $2, 'complaint', $2, 'close', '{}', '[]', now())`, values: [each, uuidv7()] });
    });
    await writeCheckpoint(database, { tenant: each }, { at: 0, key });
  }
});

describe('the roles of the product', () => {
  it('own nothing, and may not bypass what keeps companies apart', async () => {
    const roles = await owner({ text: `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = any ($1) order by 1`, values: [ROLES] });
    expect(roles).toEqual(ROLES.map((rolname) => ({ rolname, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false })));
    expect(await owner({ text: `select relname from pg_class where relowner in (select oid from pg_roles where rolname = any ($1))`, values: [ROLES] })).toEqual([]);
    expect(await owner({ text: `select roleid::regrole::text from pg_auth_members where member in (select oid from pg_roles where rolname = any ($1))`, values: [ROLES] })).toEqual([]);
  });

  it('may make no tables, and truncate none', async () => {
    expect(await owner({ text: `select r from unnest($1::text[]) r where has_schema_privilege(r, 'public', 'create')`, values: [ROLES] })).toEqual([]);
    expect(await owner({ text: `select r, c.relname from unnest($1::text[]) r, pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and has_table_privilege(r, c.oid, 'truncate, trigger, references')`, values: [ROLES] })).toEqual([]);
  });

  it('see as the due loop only what tells that something is due', async () => {
    const seen = await names(`select table_name || '.' || column_name as name from information_schema.column_privileges where grantee = 'aftercare_due' order by 1`);
    // Of what waits to be sent also by which way and to whom, so that a robot's pace and a person's bundle can be kept over all companies.
    expect(seen.filter((name) => !/\.(id|tenant_id|matter_id|next_at|not_before|sent_at|clock_\w+)$|^delivery\.(channel_id|person_id|class|state)$/.test(name))).toEqual([]);
  });
});

describe('what happened', () => {
  const attempts = APPEND_ONLY.flatMap((table) => [[table, `update ${table} set tenant_id = tenant_id where tenant_id = $1`], [table, `delete from ${table} where tenant_id = $1`]] as const);

  it.each(attempts)('in %s is neither changed nor removed: %s', async (_table, text) => {
    await expect(withScope(database, { tenant }, (scope) => scope.run({ text, values: [tenant] }))).rejects.toThrow(/permission denied/);
  });

  it('stays, even the words of it: they are emptied, never removed', async () => {
    await expect(withScope(database, { tenant }, (scope) => scope.run({ text: 'delete from event_words where tenant_id = $1', values: [tenant] }))).rejects.toThrow(/permission denied/);
  });
});

describe('row-level security alone', () => {
  it.each([...APPEND_ONLY, 'event_words'])('shows nothing of another company in %s, whatever the statement binds', async (table) => {
    const read = (asked: string) => withScope(database, { tenant }, (scope) => scope.run({ text: `select 1 from ${table} where tenant_id = $1`, values: [asked] }));
    expect((await read(tenant)).count).toBe(1);
    expect((await read(other)).count).toBe(0);
  });

  it('lets nothing be written for another company', async () => {
    const text = `insert into tenant_counter (tenant_id, name, last) values ($1, 'x', 1)`;
    await expect(withScope(database, { tenant }, (scope) => scope.run({ text, values: [other] }))).rejects.toThrow(/row-level security/);
    const changed = await withScope(database, { tenant }, (scope) => scope.run({ text: `update event_words set words = '{}' where tenant_id = $1`, values: [other] }));
    expect(changed.count).toBe(0);
  });

  it('stands on every table that belongs to a company, with one policy that lets the product in', async () => {
    const bare = await names(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and (select count(*) from pg_policy p where p.polrelid = c.oid and p.polpermissive and 'aftercare_app'::regrole = any (p.polroles)) <> 1`);
    expect(bare).toEqual([]);
  });
});
