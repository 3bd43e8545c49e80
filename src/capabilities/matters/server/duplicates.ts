import { isId, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { GatheredMatter } from './gather.ts';
import type { Duplicate } from './present/verb-asks.ts';

const OTHERS = `select number, subject from matter where tenant_id = $1 and customer_id = $2 and kind = $3 and id <> $4 and not ended order by received_at desc, id desc limit 10`;
const NAMED = 'select id from matter where tenant_id = $1 and (number = $2 or id = $3::uuid)';

/** Matters of the same customer and kind: what a duplicate is most likely to be merged into. */
export async function duplicatesOf<A extends TenantActor>(scope: Scope<A>, { row }: GatheredMatter): Promise<readonly Duplicate[]> {
  if (row.customer_id === null) return [];
  return (await scope.run<Duplicate>({ name: 'matter-duplicates', text: OTHERS, values: [scope.tenant, row.customer_id, row.kind, row.id] })).rows;
}

/** The matter somebody names by its number or id; null when there is none in this company. */
export async function matterNamed<A extends TenantActor>(scope: Scope<A>, name: string): Promise<string | null> {
  const { rows } = await scope.run<{ id: string }>({ name: 'matter-named', text: NAMED, values: [scope.tenant, name.trim(), isId(name.trim()) ? name.trim() : null] });
  return rows[0]?.id ?? null;
}
