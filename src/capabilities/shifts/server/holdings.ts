import type { HoldingsJson } from '#capabilities/identity/contract.ts';
import { gatherTenant, hiddenMatters, KIND_OF_MATTER, type Surroundings } from '#capabilities/matters/index.ts';
import { absencesOf, leaveOf } from '#capabilities/organisation/index.ts';
import { withReadScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import { missing, type Actor, type Context } from '#platform/operations/index.ts';
import { linesOf, solePositions } from './leave-lines.ts';

/** Matters in which somebody is named: bound to a role, or owing something himself. $3 kinds the reader may not list. */
const NAMED = `select m.id, m.number from matter m where m.tenant_id = $1 and not m.ended and ${KIND_OF_MATTER} <> all($3)
    and exists (select 1 from obligation o where o.tenant_id = $1 and o.matter_id = m.id and o.status in ('open', 'paused', 'breached'))
    and (m.answers = $2::uuid or jsonb_path_exists(m.state->'roles', '$.* ? (@.person == $person)', jsonb_build_object('person', $2::uuid::text))
      or exists (select 1 from obligation o where o.tenant_id = $1 and o.matter_id = m.id and o.bearer_person = $2::uuid and o.status in ('open', 'paused', 'breached')))
  order by m.received_at, m.id`;
const ROSTER = 'select (select count(*) from roster_pattern where tenant_id = $1 and person_id = $2) + (select count(*) from roster_day where tenant_id = $1 and person_id = $2 and shift_id is not null and day >= $3) as n';
const KEYS = 'select count(*) as n from api_key where tenant_id = $1 and person_id = $2 and revoked_at is null';
const TITLES = 'select code, title from position where tenant_id = $1';
const WAITING = "select count(*) as n from obligation where tenant_id = $1 and bearer_person is null and bearer_position = $2 and status in ('open', 'paused', 'breached') and ($3::text is null or bearer_unit is null or bearer_unit = $3)";

export interface NamedMatter { readonly id: string; readonly number: string }

/** Matters that bear somebody's name, oldest first; none of kinds the reader may not list. */
export async function mattersNaming<A extends TenantActor>(scope: Scope<A>, person: string, hidden: readonly string[]): Promise<readonly NamedMatter[]> {
  return (await scope.run<NamedMatter>({ name: 'holdings-named', text: NAMED, values: [scope.tenant, person, hidden] })).rows;
}

/** How many matters would stay behind with a leaver: none, when somebody looks after whatever he leaves. */
export async function heldBy<A extends TenantActor>(scope: Scope<A>, person: string): Promise<number> {
  if ((await absencesOf(scope)).some((each) => each.person === person && each.until === null)) return 0;
  return (await mattersNaming(scope, person, [])).length;
}

/** What lies on somebody who is about to leave. @throws Failure 404 */
export function holdings(context: Context, actor: Actor, person: string): Promise<HoldingsJson> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    if (!around.company.directory.people.some((each) => each.person === person)) throw missing();
    const hidden = hiddenMatters(around, actor);
    const lines = await linesOf(scope, around, person, { from: 0, until: Infinity }, hidden);
    return {
      matters: (await mattersNaming(scope, person, hidden)).length, decisions: lines.filter((line) => line.group === 'decides').length,
      roster: await count(scope, ROSTER, [scope.tenant, person, new Date(around.now)]), keys: await count(scope, KEYS, [scope.tenant, person]),
      substitutions: (await absencesOf(scope)).filter((each) => (each.until === null || each.until > around.now) && leaveOf(each).substitutes.includes(person)).length,
      positions: await solePlaces(scope, around, person),
    };
  });
}

/** Positions that only he holds, with how much lies on each. */
export async function solePlaces(scope: Scope<Actor>, around: Surroundings, person: string): Promise<HoldingsJson['positions']> {
  const titles = new Map((await scope.rows<{ code: string; title: string }>({ sql: TITLES, parameters: [scope.tenant] })).map((each) => [each.code, each.title]));
  const found: HoldingsJson['positions'] = [];
  for (const { position, unit } of solePositions(around, person)) found.push({ position, unit, title: titles.get(position) ?? position, waiting: await count(scope, WAITING, [scope.tenant, position, unit]) });
  return found;
}

export async function count(scope: Scope<Actor>, text: string, values: readonly unknown[]): Promise<number> {
  return Number((await scope.run<{ n: number | string }>({ text, values: [...values] })).rows[0]?.n ?? 0);
}
