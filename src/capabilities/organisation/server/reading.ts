import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { ColleagueJson, PositionJson, UnitJson } from '../contract.ts';
import { toldApart } from '../rules/told-apart.ts';

/** All units of the company, by code. */
export function unitsOf(scope: Scope<TenantActor>): Promise<UnitJson[]> {
  return scope.rows<UnitJson>({ sql: 'select code, name, parent_code as parent, outside from unit where tenant_id = $1 order by code', parameters: [scope.tenant] });
}

/** All positions of the company, by code; those of one title are told apart. */
export async function positionsOf(scope: Scope<TenantActor>): Promise<PositionJson[]> {
  return toldApart(await scope.rows<PositionJson>({
    sql: 'select code, title, level, unit_code as unit, in_every_unit as "inEveryUnit", rights from position where tenant_id = $1 order by code',
    parameters: [scope.tenant],
  }));
}

/** Codes of the positions that oversee: they hear what would otherwise reach nobody. */
export async function overseeingOf<A extends TenantActor>(scope: Scope<A>): Promise<readonly string[]> {
  const text = "select code from position where tenant_id = $1 and 'oversee' = any(rights) order by code";
  return (await scope.run<{ code: string }>({ name: 'positions-overseeing', text, values: [scope.tenant] })).rows.map((each) => each.code);
}

/** People who have not left, by name; the search looks into name, user name and the name of the unit. */
export function colleaguesLike(scope: Scope<TenantActor>, search: string, limit: number): Promise<ColleagueJson[]> {
  return scope.rows<ColleagueJson>({
    sql: `select p.id, p.name, u.name as unit from person p left join unit u on u.tenant_id = p.tenant_id and u.code = p.unit_code
      where p.tenant_id = $1 and p.left_at is null and ($2 = '' or strpos(lower(p.name || ' ' || p.username || ' ' || coalesce(u.name, '')), lower($2)) > 0)
      order by p.name, p.id limit $3`,
    parameters: [scope.tenant, search, limit],
  });
}
