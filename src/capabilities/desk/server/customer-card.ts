import { formatInstant, titleOfBearer, type Kind, type MatterState, type World } from '#engine';
import { civilDayOf, dateOf } from '#engine/calendar/index.ts';
import { belongingsOf, customerToRead } from '#capabilities/customers/index.ts';
import type { CustomerCard, ToldOf } from '#capabilities/customers/contract.ts';
import { finalStages, gatherTenant, hiddenMatters, KIND_OF_MATTER, matterRow, obligationJson, worldOf, type MatterColumns, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';

/** As many as a caller can be told of; the states of more would only make the card slow. */
const TOLD = 9;
const RECENT = 5;

const MATTERS = `select id, number, kind, subject, customer_name, severity, stage, channel, received_at, first_due_at, policy, policy_version, ended, state->'facts' as facts, jsonb_path_exists(state, '$.acts[*].fields.urgent ? (@ == true)') as urgent,
    not ended and not (kind, stage) in (select * from unnest($4::text[], $5::text[])) as open
  from matter m where tenant_id = $1 and customer_id = $2 and ${KIND_OF_MATTER} <> all($3)`;
const OF_CUSTOMER = `with mine as (${MATTERS}), shown as (
    (select *, row_number() over (order by received_at desc, id desc) as place from mine where open order by received_at desc, id desc limit 50)
    union all (select *, null from mine where not open order by received_at desc, id desc limit ${RECENT}))
  select s.*, m.state from shown s left join matter m on m.tenant_id = $1 and m.id = s.id and s.place <= ${TOLD} order by s.open desc, s.received_at desc, s.id desc`;

interface Columns extends MatterColumns { readonly open: boolean; readonly policy_version: string; readonly state: MatterState | null }

/** Who calls, and what is open for him with what can be told of it; then what came to its end lately. @throws Failure 404 */
export function customerCard(context: Context, actor: Actor, id: string): Promise<CustomerCard> {
  return withReadScope(context.db, actor, async (scope) => {
    const customer = await customerToRead(context, scope, id);
    const around = await gatherTenant(scope, context.clock.now());
    const finals = finalStages(around);
    const { rows } = await scope.run<Columns>({
      name: 'customer-matters', text: OF_CUSTOMER, values: [scope.tenant, customer.id, hiddenMatters(around, actor), finals.map(([kind]) => kind), finals.map(([, stage]) => stage)],
    });
    const today = dateOf(civilDayOf(around.now, actor.zone));
    const theirs = await belongingsOf(scope, customer.id, today);
    return {
      ...customer, ...theirs, houses: theirs.homes.map(({ title }) => title),
      open: rows.filter((row) => row.open).map((row) => ({ ...matterRow(around, row), told: row.state && toldOf(around, row, row.state) })),
      recent: rows.filter((row) => !row.open).map((row) => matterRow(around, row)),
    };
  });
}

/** Telling the customer counts before other work. */
const TELLING: readonly string[] = ['inform', 'reply'];

/** The earliest time still ahead by which something is owed. */
function promisedIn(world: World, kind: Kind | undefined, state: MatterState): string | null {
  const ahead = state.obligations.filter((ob) => ob.status === 'open' && ob.dueAt !== null && ob.dueAt > world.now).toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
  const next = ahead.find((ob) => TELLING.includes(kind?.acts[ob.act]?.is ?? '')) ?? ahead[0];
  return next?.dueAt ? formatInstant(next.dueAt, world.policy.zone) : null;
}

/** The next thing that is owed, by due time; what has no time comes last. */
function toldOf(around: Surroundings, row: Columns, state: MatterState): ToldOf | null {
  const world = worldOf(around.policies.version(row.policy_version), around);
  const names = (person: string): string | undefined => around.company.names.get(person);
  const [next] = state.obligations.flatMap((ob, ordinal) => (ob.status === 'open' || ob.status === 'paused' || ob.status === 'breached' ? [{ ob, ordinal, at: ob.dueAt ?? ob.breachedAt ?? Infinity }] : [])).toSorted((a, b) => a.at - b.at);
  const kind = world.policy.kinds[row.kind];
  const chases = state.acts.filter((each) => kind?.acts[each.act]?.is === 'chase');
  const last = chases.at(-1);
  const handler = Object.values(kind?.roles ?? {}).find((role) => role.setBy !== 'receive' && role.setBy !== 'open' && state.roles[role.id]);
  const bearer = handler && state.roles[handler.id];
  const asked = { handler: bearer ? titleOfBearer(world.policy, bearer, names) : null, chased: chases.length, chasedAt: last ? formatInstant(last.at, world.policy.zone) : null };
  if (!next) return null;
  const told = obligationJson(world, { id: row.id, kind: row.kind }, next.ob, next.ordinal, names);
  return { act: told.title, who: told.bearerTitle, dueAt: told.dueAt, promisedAt: promisedIn(world, kind, state), startedAt: told.startedAt, state: told.state, standsStill: told.standsStill, runsAgainAt: told.runsAgainAt, ...asked };
}
