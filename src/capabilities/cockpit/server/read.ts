import { formatInstant, isAbsent } from '#engine';
import { bearerKeysOf, gatherTenant, hiddenKinds, type Surroundings } from '#capabilities/matters/index.ts';
import { civilDayOf, endOfDay } from '#engine/calendar/index.ts';
import { unitsOf } from '#capabilities/organisation/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { CockpitAnswer, LoadJson } from '../contract.ts';
import { climbingOf } from './climbing.ts';
import { figures } from './figures.ts';
import { LOAD, OVERSEEN } from './statements.ts';
import { vacantPositions } from './vacant.ts';

/** How the department stands, for whoever oversees: a fixed number of statements, however many people and matters there are. */
export async function readCockpit(context: Context, actor: Actor, project: string | null): Promise<CockpitAnswer> {
  // Counted as the list counts them, each by itself.
  const counted = figures(context, actor, project);
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const hidden = hiddenKinds(around, actor);
    return {
      at: formatInstant(around.now, actor.zone), load: await loadOf(scope, around, hidden, actor.zone, project), climbing: await climbingOf(scope, around, hidden, project),
      overseen: await overseenBy(scope, around, project), vacant: await vacantPositions(scope, around), figures: await counted(scope, around, hidden),
    };
  });
}

interface LoadRow { readonly person: string; readonly open: number; readonly today: number; readonly overdue: number }

/** Everybody who has anything on his desk or is on leave, most overdue first. */
async function loadOf(scope: Scope<Actor>, around: Surroundings, hidden: readonly string[], zone: string, project: string | null): Promise<LoadJson[]> {
  const { directory, names } = around.company;
  const keys = directory.people.flatMap((each) => bearerKeysOf(each, directory.units).map((key) => [each.person, key] as const));
  const values = [scope.tenant, keys.map(([person]) => person), keys.map(([, key]) => key), hidden, new Date(around.now), new Date(endOfDay(civilDayOf(around.now, zone), zone)), project];
  const rows = new Map((await scope.run<LoadRow>({ name: 'cockpit-load', text: LOAD, values })).rows.map((row) => [row.person, row]));
  const units = new Map((await unitsOf(scope)).map((unit) => [unit.code, unit.name]));
  return directory.people.flatMap(({ person, unit }) => {
    const { open = 0, today = 0, overdue = 0 } = rows.get(person) ?? {};
    const away = directory.absences?.find((each) => each.person === person && isAbsent(each, around.now));
    if (open === 0 && !away) return [];
    const until = away && (away.until === null ? '' : formatInstant(away.until, zone));
    return [{ person, name: names.get(person) ?? '—', unit: unit === null ? '' : (units.get(unit) ?? unit), open, today, overdue, awayUntil: until ?? null, standsIn: away ? (names.get(away.by) ?? null) : null }];
  }).sort((a, b) => b.overdue - a.overdue || b.open - a.open);
}

interface Overseen { readonly id: string; readonly number: string; readonly subject: string; readonly due_at: number | null; readonly answered: boolean }

async function overseenBy(scope: Scope<Actor>, around: Surroundings, project: string | null): Promise<CockpitAnswer['overseen']> {
  const duties = around.policies.inForce.flatMap(({ policy }) => Object.values(policy.duties).filter((duty) => duty.after.includes('oversee') && duty.until === 'release').map((duty) => duty.id));
  const { rows } = await scope.run<Overseen>({ name: 'cockpit-overseen', text: OVERSEEN, values: [scope.tenant, duties, scope.actor.person, project] });
  return rows.map(({ due_at: due, ...row }) => ({ ...row, dueAt: due === null ? null : formatInstant(due, scope.actor.zone), overdue: !row.answered && due !== null && due < around.now }));
}
