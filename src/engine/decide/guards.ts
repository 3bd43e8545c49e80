import { evaluate, type Scope } from '../conditions/index.ts';
import { actorBears, slotsOf } from '../bearers/index.ts';
import { MINUTE } from '../instant.ts';
import type { ActRecord, Actor, MatterState } from '../matter.ts';
import type { Act, Guard, GuardRow, Kind, Who } from '../policy.ts';
import { approvalGiven } from './approvals/covers.ts';
import { mayFail, mayHold } from './listing.ts';
import { needsOf } from './needs.ts';
import { scopeOf } from './scope.ts';
import type { Need, Refusal, World } from './types.ts';

/** Older than this an act needs a right and a reason: it is being recorded late. */
export const LATE_AFTER = 10 * MINUTE;

/** One act somebody wants to do, with the matter as it would be if its facts were known. */
export interface Attempt {
  readonly world: World;
  readonly kind: Kind;
  readonly act: Act;
  readonly actor: Actor;
  /** The matter with the facts of the attempt laid over. */
  readonly matter: MatterState;
  readonly proposed: ActRecord;
  /** While merely listing what is possible, an answer still to be given refuses nothing. */
  readonly listing: boolean;
}

/** Every reason against the act, all of them at once; empty = it may be done. */
export function refusalsOf(attempt: Attempt): readonly Refusal[] {
  if (attempt.world.history || attempt.actor.is === 'system') return [];
  const refusals = [...ended(attempt), ...stage(attempt), ...may(attempt), ...late(attempt)];
  const guards = Object.values(attempt.world.policy.guards).filter((guard) => guard.of === attempt.kind.id && guard.acts.includes(attempt.act.id));
  return [...refusals, ...guards.flatMap((guard) => guarded(attempt, guard))];
}

function refusal(attempt: Attempt, kind: Refusal['kind'], zh: string, en: string, needs: readonly Need[]): Refusal {
  return { clause: attempt.act.source.clause, rule: `act ${attempt.act.id}`, text: { zh, en }, needs, kind };
}

function ended(attempt: Attempt): readonly Refusal[] {
  if (!attempt.matter.ended || attempt.act.id === 'note') return [];
  return [refusal(attempt, 'ended', '这件事已误登作废,不能再办理', 'This matter was voided; nothing more can be done with it', [])];
}

function stage({ act, matter, kind, ...rest }: Attempt): readonly Refusal[] {
  if (!act.from || act.from.includes(matter.stage)) return [];
  const title = (id: string): string => kind.stageTitles[id] ?? id;
  const from = act.from.map(title).join('、');
  return [refusal({ act, matter, kind, ...rest }, 'stage',
    `现在还不能「${act.title}」:这件事在「${title(matter.stage)}」,要到「${from}」才行`,
    `“${act.title}” is not possible yet: the matter is at “${title(matter.stage)}”, it has to be at “${from}”`, [{ is: 'stage', stages: act.from }])];
}

function may(attempt: Attempt): readonly Refusal[] {
  const { act, actor } = attempt;
  if (actor.is === 'system') return [];
  if (act.daily) {
    const allowed = act.daily === 'work' ? actor.rights.includes('work') : actor.rights.includes('oversee');
    return allowed ? [] : [refusal(attempt, 'may', `「${act.title}」只有主管以上可以办理`, `Only those who oversee may do “${act.title}”`, [{ is: 'right', right: act.daily }])];
  }
  if (act.may.some((who) => bears(attempt, who))) return [];
  const names = act.may.map((who) => nameOf(attempt, who)).join('、');
  return [refusal(attempt, 'may', `「${act.title}」由 ${names} 办理`, `“${act.title}” is for ${names}`, act.may.map((who) => ({ is: 'position', who: nameOf(attempt, who) })))];
}

function bears({ world, matter, actor, proposed }: Attempt, who: Who): boolean {
  const it = proposed;
  return slotsOf(who, { policy: world.policy, directory: world.directory, matter, it }).some((slot) => actorBears(actor, slot.bearers));
}

/** The bearer in words of the policy: titles of roles, positions and units. */
export function nameOf({ world, kind }: Pick<Attempt, 'world' | 'kind'>, who: Who): string {
  const title = (id: string): string => kind.roles[id]?.title ?? world.policy.positions[id]?.title ?? world.policy.units[id]?.title ?? id;
  switch (who.is) {
    case 'name': return `${who.of ? `${title(who.of)}的` : ''}${title(who.name)}${who.atLeast ? '以上' : ''}`;
    case 'special': return { system: '系统', applicant: '申请人', customer: '客户', about: '本人' }[who.name];
    case 'it': return who.field === 'actor' ? '办理人' : '接收人';
    case 'every': return `每位${nameOf({ world, kind }, who.of)}`;
    case 'all': return who.of.map((each) => nameOf({ world, kind }, each)).join('和');
    case 'any': return who.of.map((each) => nameOf({ world, kind }, each)).join('或');
  }
}

function late(attempt: Attempt): readonly Refusal[] {
  const { proposed, world, actor, listing } = attempt;
  if (listing || proposed.at >= world.now - LATE_AFTER || actor.is === 'system') return [];
  const needs: Need[] = [...(actor.rights.includes('record-late') ? [] : [{ is: 'right' as const, right: 'record-late' }]), ...(proposed.fields.reason ? [] : [{ is: 'reason' as const }])];
  if (needs.length === 0) return [];
  return [refusal(attempt, 'late', '补录 10 分钟以前的办理,要有补录权限并写明原因', 'Recording something that happened more than 10 minutes ago needs the right to record late and a reason', needs)];
}

function guarded(attempt: Attempt, guard: Guard): readonly Refusal[] {
  const scope = scopeOf(attempt.world, attempt.kind, attempt.matter, attempt.proposed);
  if (guard.when && (evaluate(guard.when.tree, scope) !== true || (attempt.listing && mayFail(guard.when.tree, scope, attempt.act)))) return [];
  const refused = rowsFor(attempt, guard, scope).map((row) => [...conditioned(attempt, guard, row), ...approved(attempt, guard, row)]);
  return refused.some((each) => each.length === 0) ? [] : refused.flat();
}

/** The row that applies: the first whose condition holds. While only listing, rows that an answer still to be given decides on all may. */
function rowsFor({ listing, act }: Attempt, guard: Guard, scope: Scope): readonly GuardRow[] {
  const holds = (row: GuardRow): boolean => row.when === null || evaluate(row.when.tree, scope) === true;
  if (!listing) return guard.rows.filter(holds).slice(0, 1);
  const certain = guard.rows.findIndex((row) => holds(row) && (row.when === null || !mayFail(row.when.tree, scope, act)));
  return guard.rows.filter((row, index) => index === certain || (index < certain && row.when !== null && mayHold(row.when.tree, scope, act)));
}

function conditioned(attempt: Attempt, guard: Guard, row: GuardRow): readonly Refusal[] {
  if (!row.onlyIf) return [];
  const scope = scopeOf(attempt.world, attempt.kind, attempt.matter, attempt.proposed);
  const holds = evaluate(row.onlyIf.tree, scope);
  if (holds === true) return [];
  const needs = needsOf(row.onlyIf.tree, scope, attempt);
  // A form that still asks what the condition depends on is no refusal yet.
  if (attempt.listing && mayHold(row.onlyIf.tree, scope, attempt.act)) return [];
  return [{ clause: row.source.clause, rule: guard.id, text: words(attempt, row, needs), needs, kind: 'guard' }];
}

function words({ act, kind }: Attempt, row: GuardRow, needs: readonly Need[]): Refusal['text'] {
  if (row.say) return { zh: `现在还不能「${act.title}」:${row.say}`, en: `“${act.title}” is not possible yet: ${row.say}` };
  const title = (need: Need): string => (need.is === 'act' ? `「${kind.acts[need.act]?.title ?? need.act}」` : need.is === 'fact' ? `“${kind.facts[need.fact]?.title ?? need.fact}”` : '');
  const wanted = [...new Set(needs.map(title).filter(Boolean))].join('、');
  if (!wanted) return { zh: `现在还不能「${act.title}」:制度规定的条件还没有满足`, en: `“${act.title}” is not possible yet: the policy's condition does not hold` };
  return { zh: `现在还不能「${act.title}」:还缺${wanted}`, en: `“${act.title}” is not possible yet; missing: ${wanted}` };
}

function approved(attempt: Attempt, guard: Guard, row: GuardRow): readonly Refusal[] {
  const rule = row.approval ? attempt.world.policy.approvals[row.approval] : undefined;
  if (!rule || approvalGiven(attempt, rule)) return [];
  const steps = rule.steps.map((step) => nameOf(attempt, step.who)).join(' → ');
  return [{
    clause: row.source.clause.length ? row.source.clause : rule.source.clause, rule: guard.id, kind: 'approval', needs: [{ is: 'approval', approval: rule.id }],
    text: { zh: `「${attempt.act.title}」须先经批准:${steps}`, en: `“${attempt.act.title}” needs approval first: ${steps}` },
  }];
}
