import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '../support/index.ts';

const { owner } = await testDatabase();
const rules = await readFile(new URL('schema-rules.sql', import.meta.url), 'utf8');
const faults = () => owner<{ rule: string; tab: string }>({ text: rules, values: [] });

describe('the tables', () => {
  it('keep the rules that let companies be spread over several databases', async () => {
    expect(await faults()).toEqual([]);
  });

  it('would be found out if they did not', async () => {
    const bad = 'create table bad (id bigint generated always as identity primary key, tenant_id uuid references tenant (id) on delete set null)';
    await owner({ text: bad, values: [] });
    expect((await faults()).filter(({ tab }) => tab === 'bad').map(({ rule }) => rule)).toEqual([
      'foreign key that sets tenant_id to null or default',
      'key without tenant_id',
      'number made by the database',
      'row-level security not forced',
      'table without its kind in a comment',
      'tenant_id may be null',
    ]);
    await owner({ text: 'drop table bad', values: [] });
  });
});
