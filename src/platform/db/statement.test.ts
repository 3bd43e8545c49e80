import { describe, expect, it } from 'vitest';
import { requireTenant, TenantMissing } from './statement.ts';

describe('the check that statements bind their tenant', () => {
  it('refuses any reading or writing of a table that does not speak of it', () => {
    for (const text of ['select 1 from matter', 'insert into "event" values ($1)', 'update only unit set name = $1', 'delete from notice', 'select 1 from tenant join person on true']) {
      expect(() => requireTenant(text), text).toThrow(TenantMissing);
    }
  });

  it('lets pass what binds it, what has none, and what reads no table', () => {
    for (const text of ['select 1 from matter where tenant_id = $1', 'select name from tenant where id = $1', 'select pg_notify($1, $2)', 'select n from unnest($1::int[]) as n', 'select extract(epoch from now())', 'select 1 from pg_class']) {
      expect(() => requireTenant(text), text).not.toThrow();
    }
  });
});
