import { formatInstant } from '#engine';
import { recordHappening } from '#capabilities/audit/index.ts';
import { dutyAt, onDutyJson, presencesOf, presentOf, setPresence, type PresenceState } from '#capabilities/organisation/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { MyShift } from '../contract.ts';
import { waitingSheet } from './handover.ts';
import { drawSheet } from './sheet.ts';
import { unitsOfActor } from './unit.ts';

const NAMES = 'select id, name from person where tenant_id = $1';
const EVENTS: Readonly<Record<PresenceState, string>> = { on: 'shift-started', away: 'went-away', off: 'shift-ended' };

/** Where somebody stands: at the desk or not, on which shift and with whom, and the sheet that waits for him. */
export function myShift(context: Context, actor: Actor): Promise<MyShift> {
  return withReadScope(context.db, actor, (scope) => shiftOf(scope, context));
}

async function shiftOf(scope: Scope<Actor>, context: Context): Promise<MyShift> {
  const { actor } = scope;
  const { now, zone } = await presentOf(scope, context.clock.now());
  const duty = await dutyAt(scope, now);
  const presences = await presencesOf(scope);
  const own = presences.get(actor.person);
  const code = [...duty].find(([, list]) => list.some((each) => each.person === actor.person))?.[0] ?? unitsOfActor(actor).find((each) => duty.has(each)) ?? unitsOfActor(actor)[0] ?? null;
  const unit = code === null ? undefined : (await scope.rows<{ code: string; name: string }>({ sql: 'select code, name from unit where tenant_id = $1 and code = $2', parameters: [scope.tenant, code] }))[0];
  const names = new Map((await scope.rows<{ id: string; name: string }>({ sql: NAMES, parameters: [scope.tenant] })).map((each) => [each.id, each.name]));
  const people = onDutyJson(code === null ? [] : (duty.get(code) ?? []), names, presences, zone);
  return {
    state: own?.state ?? 'off', since: own ? formatInstant(own.since, zone) : null, extension: own?.extension ?? null, unit: unit ?? null,
    duty: people.find((each) => each.person === actor.person) ?? null, colleagues: people.filter((each) => each.person !== actor.person),
    waiting: unit ? await waitingSheet(scope, unit.code) : null, nightCases: unit ? (await drawSheet(scope, context, unit.code)).toTake.length : 0,
  };
}

/** Somebody says that he is at his desk, away for a moment, or gone; said twice it changes nothing. */
export async function say(scope: Scope<Actor>, context: Context, state: PresenceState, extension?: string): Promise<MyShift> {
  const { person } = scope.actor;
  const known = (await presencesOf(scope)).get(person);
  const kept = extension === undefined ? (known?.extension ?? null) : extension || null;
  if (known?.state !== state || known.extension !== kept) {
    const { now } = await presentOf(scope, context.clock.now());
    await setPresence(scope, { person, state, since: known?.state === state ? known.since : now, extension: kept });
    await recordHappening(scope, { stream: person, of: 'person', type: EVENTS[state], actor: person, at: context.clock.now(), body: { extension: kept } });
  }
  return shiftOf(scope, context);
}
