import { uuidv7 } from '../../../src/platform/db/index.ts';
import type { TestDatabase } from '../../support/index.ts';
import { EXAMPLE_ID } from './examples.ts';

/**
 * A customer's file with one of everything in it. Each thing has the id of its customer, for addresses with two ids are filled in with
 * one and the same; somebody to merge has the id that example bodies name.
 */
export async function fillFile(base: TestDatabase, tenant: string, customer: string, words: string): Promise<readonly string[]> {
  const run = (text: string, values: readonly unknown[]): Promise<unknown> => base.owner({ text, values });
  const person = (id: string, into: string | null): Promise<unknown> => run('insert into customer (tenant_id, id, name, phone, address, merged_into, created_at) values ($1, $2, $3, $3, $3, $4, now())', [tenant, id, words, into]);
  const merged = uuidv7();
  await person(EXAMPLE_ID, null);
  await person(merged, customer);
  await run("insert into house (tenant_id, id, customer_id, code, community) values ($1, $2, $2, $3, $3)", [tenant, customer, words]);
  await run('insert into device (tenant_id, id, customer_id, name, serial) values ($1, $2, $2, $3, $3)', [tenant, customer, words]);
  await run('insert into contract (tenant_id, id, customer_id, number, about) values ($1, $2, $2, $3, $3)', [tenant, customer, words]);
  await run("insert into consent (tenant_id, id, customer_id, purpose, given_on, how) values ($1, $2, $2, $3, '2026-01-01', $3)", [tenant, customer, words]);
  await run("insert into warranty (tenant_id, id, customer_id, part, until) values ($1, $2, $2, $3, '2030-01-01')", [tenant, customer, words]);
  await run(`insert into customer_merge (tenant_id, id, survivor, merged, moved, merged_at, merged_by) values ($1, $2, $2, $3, '{"matters":[],"houses":[],"devices":[],"contracts":[],"consents":[],"warranties":[],"merged":[]}', now(), $2)`, [tenant, customer, merged]);
  const batch = uuidv7();
  await run("insert into import_batch (tenant_id, id, sheet, file, brought, same, wrong, imported_at, imported_by) values ($1, $2, 'customers', $3, 0, 0, 0, now(), $2)", [tenant, batch, words]);
  return [batch];
}
