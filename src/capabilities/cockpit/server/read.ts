import { DAY, formatInstant } from '#engine';
import { gatherTenant, hiddenMatters, kindsOfHidden, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { CockpitAnswer } from '../contract.ts';
import { climbingOf } from './climbing.ts';
import { figures } from './figures.ts';
import { loadOf } from './load.ts';
import { OVERSEEN } from './statements.ts';
import { vacantPositions } from './vacant.ts';

/** How the department stands, for whoever oversees: a fixed number of statements, however many people and matters there are. */
export async function readCockpit(context: Context, actor: Actor, project: string | null): Promise<CockpitAnswer> {
  // Counted as the list counts them, each by itself.
  const counted = figures(context, actor, project);
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const hidden = hiddenMatters(around, actor);
    return {
      at: formatInstant(around.now, actor.zone), ...(await loadOf(scope, around, kindsOfHidden(around, actor), project)), climbing: await climbingOf(scope, around, hidden, project),
      overseen: await overseenBy(scope, around, project), vacant: await vacantPositions(scope, around), figures: await counted(scope, around, hidden),
    };
  });
}

/** An answer to an instruction stands there until the next Monday’s round at least. */
const ANSWERED_FOR = 7 * DAY;

interface Overseen { readonly act: 'oversee' | 'instruct'; readonly id: string; readonly number: string; readonly subject: string; readonly due_at: number | null; readonly answered: boolean }

async function overseenBy(scope: Scope<Actor>, around: Surroundings, project: string | null): Promise<CockpitAnswer['overseen']> {
  const duties = around.policies.known.flatMap(({ policy }) => Object.values(policy.duties));
  const overseen = duties.filter((duty) => duty.after.includes('oversee') && duty.until === 'release').map((duty) => duty.id);
  const instructed = duties.filter((duty) => duty.after.includes('instruct') && duty.rows.some((row) => row.do === 'answer-instruction')).map((duty) => duty.id);
  const { rows } = await scope.run<Overseen>({ name: 'cockpit-overseen', text: OVERSEEN, values: [scope.tenant, overseen, scope.actor.person, project, instructed, new Date(around.now - ANSWERED_FOR)] });
  return rows.map(({ due_at: due, ...row }) => ({ ...row, dueAt: due === null ? null : formatInstant(due, scope.actor.zone), overdue: !row.answered && due !== null && due < around.now }));
}
