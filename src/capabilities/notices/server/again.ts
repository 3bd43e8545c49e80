import { AGAIN_AFTER, awayOf, climbsTo, gatherMatter, hasLadder, stillOwed, toldAgainAt, type GatheredMatter } from '#capabilities/matters/index.ts';
import { uuidv7, withScope, type Scope } from '#platform/db/index.ts';
import type { OutboxContext } from './context.ts';
import { insertDeliveries } from './deliveries.ts';
import { personsOf, shiftsOf } from './recipients.ts';
import { senderOf, type OutboxRow, type Sender, type Waiting } from './take.ts';

const TAKE = `select n.id, n.person_id, n.matter_id, n.template, n.alarm_id, n.told, n.outbox_id, o.created_at as first, o.content, n.taken_at is not null or n.handled_by is not null as taken
  from notice n join outbox o on o.tenant_id = n.tenant_id and o.id = n.outbox_id
  where n.tenant_id = $1 and n.id = $2 and n.next_at <= $3 for update of n skip locked`;
const AGAIN = 'update notice set next_at = $3::timestamptz, told = told + $4 where tenant_id = $1 and id = $2';
/** Everybody below who was told; somebody of them having taken it is enough to climb no more. */
const HEARD = 'select person_id, taken_at is not null as taken from notice where tenant_id = $1 and alarm_id = $2';
const CLIMB = `insert into outbox (tenant_id, id, dedupe_key, template, recipients, matter_id, content, created_at, not_before) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
  on conflict (tenant_id, dedupe_key) do nothing`;

interface AlarmRow {
  readonly id: string; readonly person_id: string; readonly matter_id: string | null; readonly template: string; readonly alarm_id: string; readonly told: number; readonly outbox_id: string;
  readonly first: number; readonly content: OutboxRow['content']; readonly taken: boolean;
}

/**
 * Tells an alarm again to whoever has not taken it, and the first time also to the next above. It ends when it is taken, when what it
 * asked for is done, when its reader has left, and after a day. @returns whether anything was done.
 */
export function tellAgain(context: OutboxContext, { tenant_id: tenant, id }: Waiting): Promise<boolean> {
  return withScope(context.db, senderOf(tenant), async (scope) => {
    const now = context.clock.now();
    const row = (await scope.run<AlarmRow>({ name: 'alarm-take', text: TAKE, values: [scope.tenant, id, new Date(now)] })).rows[0];
    if (!row) return false;
    const gathered = row.matter_id === null ? null : await gatherMatter(scope, row.matter_id, now, null);
    const [person] = await personsOf(scope, [row.person_id]);
    const goesOn = !row.taken && person !== undefined && gathered !== null && stillOwed(gathered.world, gathered.row.state, { ...row.content, template: row.template }, row.person_id);
    const next = goesOn ? toldAgainAt(row.told + 1, row.first, now) : null;
    await scope.run({ name: 'alarm-again', text: AGAIN, values: [scope.tenant, row.id, next === null ? null : new Date(next).toISOString(), goesOn ? 1 : 0] });
    if (!goesOn) return true;
    const positions = gathered.around.company.directory.people.find((each) => each.person === person.id)?.positions ?? [];
    const routes = (await context.outside?.routes(scope)) ?? [];
    const heard = await heardBy(scope, row.alarm_id);
    const receivers = await alarmedNow(scope, heard.map((each) => each.person_id), gathered);
    await insertDeliveries(scope, [{ person, positions, outside: receivers.has(person.id), off: undefined, notice: row.id, class: 'alarm', round: row.told }], { gathered, around: gathered.around, routes });
    if (row.told === 1) await climb(scope, row, gathered, heard, now);
    return true;
  });
}

/** An alarm that could not be looked at is looked at again at its next time. */
export function putOffAlarm(context: OutboxContext, { tenant_id: tenant, id }: Waiting): Promise<void> {
  return withScope(context.db, senderOf(tenant), async (scope) => {
    await scope.run({ name: 'alarm-again', text: AGAIN, values: [scope.tenant, id, new Date(context.clock.now() + AGAIN_AFTER).toISOString(), 0] });
  });
}

interface Heard { readonly person_id: string; readonly taken: boolean }

async function heardBy(scope: Scope<Sender>, alarm: string): Promise<readonly Heard[]> {
  return (await scope.run<Heard>({ name: 'alarm-heard', text: HEARD, values: [scope.tenant, alarm] })).rows;
}

/** Who of those who were told is at work now: whose shift has ended since is not woken again as long as somebody is there. */
async function alarmedNow(scope: Scope<Sender>, people: readonly string[], { around, row }: GatheredMatter): Promise<ReadonlySet<string>> {
  const away = awayOf(people, { directory: around.company.directory, now: around.now, matter: row.id });
  return (await shiftsOf(scope, people.filter((person) => !away.has(person)), true, around.now)).alarmed;
}

/** Once for each level: whoever of that level is looked at first makes the entry, the others find it there. */
async function climb(scope: Scope<Sender>, row: AlarmRow, gathered: GatheredMatter, heard: readonly Heard[], now: number): Promise<void> {
  if (hasLadder(gathered.world.policy, gathered.row.state, row.content.obligation)) return;
  const above = heard.some((each) => each.taken) ? null : climbsTo(gathered.world.policy, gathered.world.directory, heard.map((each) => each.person_id));
  if (!above) return;
  const level = (row.content.climbed ?? 0) + 1;
  const content = { ...row.content, alarm: row.alarm_id, climbed: level };
  await scope.run({
    name: 'alarm-climb', text: CLIMB,
    values: [scope.tenant, uuidv7(), `climb/${row.alarm_id}/${level}`, row.template, JSON.stringify(above.to), row.matter_id, JSON.stringify(content), new Date(now)],
  });
}
