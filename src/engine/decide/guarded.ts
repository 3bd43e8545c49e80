import { evaluate, factsIn, type Scope } from '../conditions/index.ts';
import { canonical } from '../canonical.ts';
import type { ApprovalState, ApprovalStepState, Bearer } from '../matter.ts';
import type { ApprovalRule, Guard, GuardRow } from '../policy.ts';
import { approvalGiven, coveredFacts, hashOf } from './approvals/covers.ts';
import { stepsOf } from './approvals/steps.ts';
import { draftOf } from './draft.ts';
import type { Attempt } from './attempt.ts';
import { mayFail, mayHold } from './listing.ts';
import { nameOf } from './naming.ts';
import { needsOf, needsPast } from './needs.ts';
import { scopeOf } from './scope.ts';
import type { Need, Refusal } from './types.ts';

/** Why one guard refuses the act; empty = it does not. */
export function guarded(attempt: Attempt, guard: Guard): readonly Refusal[] {
  const scope = scopeOf(attempt.world, attempt.kind, attempt.matter, attempt.proposed);
  if (guard.when && (evaluate(guard.when.tree, scope) !== true || (attempt.listing && mayFail(guard.when.tree, scope, attempt.act)))) return [];
  const refused = rowsFor(attempt, guard, scope).map(({ row, conditional }) => [...conditioned(attempt, guard, row, scope), ...approved(attempt, guard, row)]
    .map((each) => (conditional ? underCondition(attempt, row, each) : each)));
  return refused.some((each) => each.length === 0) ? [] : refused.flat();
}

/** The row that applies: the first whose condition holds. While only listing, rows that an answer still to be given decides on may apply, too. */
function rowsFor({ listing, act }: Attempt, guard: Guard, scope: Scope): readonly { readonly row: GuardRow; readonly conditional: boolean }[] {
  const holds = (row: GuardRow): boolean => row.when === null || evaluate(row.when.tree, scope) === true;
  if (!listing) return guard.rows.filter(holds).slice(0, 1).map((row) => ({ row, conditional: false }));
  const certain = guard.rows.findIndex((row) => holds(row) && (row.when === null || !mayFail(row.when.tree, scope, act)));
  return guard.rows.flatMap((row, index) => {
    const open = index < certain && row.when !== null && mayHold(row.when.tree, scope, act);
    return index === certain || open ? [{ row, conditional: open }] : [];
  });
}

/** “If … is given” stands before what is asked only then: an approval is not named as if it were always needed. */
function underCondition({ kind }: Attempt, row: GuardRow, refusal: Refusal): Refusal {
  const facts = row.when ? [...new Set(factsIn(row.when.tree))].map((name) => kind.facts[name]?.title ?? name) : [];
  const { zh, en } = refusal.text;
  if (facts.length === 0) return { ...refusal, conditional: true };
  return { ...refusal, conditional: true, text: { zh: `如涉及“${facts.join('、')}”：${zh}`, en: `Where “${facts.join(', ')}” comes in: ${en}` } };
}

function conditioned(attempt: Attempt, guard: Guard, row: GuardRow, scope: Scope): readonly Refusal[] {
  if (!row.onlyIf || evaluate(row.onlyIf.tree, scope) === true) return [];
  const lacking = needsOf(row.onlyIf.tree, scope, attempt);
  const needs = lacking.length > 0 ? lacking : needsPast(guard, row, scope, attempt);
  // A form that still asks what the condition depends on is no refusal yet.
  if (attempt.listing && mayHold(row.onlyIf.tree, scope, attempt.act)) return [];
  return [{ clause: row.source.clause, rule: guard.id, text: words(attempt, row, needs), needs, kind: 'guard', who: doers(attempt, needs), say: row.say, conditional: false }];
}

/** The title of the screen names the act that is not possible; here only stands why. */
function words({ kind }: Attempt, row: GuardRow, needs: readonly Need[]): Refusal['text'] {
  if (row.say) return { zh: row.say, en: row.say };
  const title = (need: Need): string => (need.is === 'act' ? `「${kind.acts[need.act]?.title ?? need.act}」` : need.is === 'fact' ? `“${kind.facts[need.fact]?.title ?? need.fact}”` : '');
  const wanted = [...new Set(needs.map(title).filter(Boolean))].join('、');
  return wanted ? { zh: `还缺${wanted}`, en: `Still missing: ${wanted}` } : { zh: '制度规定的条件还没有满足', en: 'The policy’s condition does not hold yet' };
}

/** Who owes the acts that are still missing. */
function doers({ matter }: Attempt, needs: readonly Need[]): readonly Bearer[] {
  const acts = needs.flatMap((need) => (need.is === 'act' ? [need.act] : []));
  return matter.obligations.filter((each) => acts.includes(each.act) && each.status !== 'void' && each.metAt === null).flatMap((each) => each.bearers);
}

function approved(attempt: Attempt, guard: Guard, row: GuardRow): readonly Refusal[] {
  const rule = row.approval ? attempt.world.policy.approvals[row.approval] : undefined;
  if (!rule || approvalGiven(attempt, rule)) return [];
  const asked = attempt.matter.approvals.findLast((each) => each.approval === rule.id && each.act === attempt.act.id && (each.status === 'approved' || each.status === 'pending'));
  const waiting = asked?.status === 'pending' && !attempt.listing && asked.covers === hashOf(coveredFacts(attempt, rule)) ? nextSteps(asked) : [];
  return [{
    clause: row.source.clause.length ? row.source.clause : rule.source.clause, rule: guard.id, kind: 'approval', needs: [{ is: 'approval', approval: rule.id }],
    who: waiting.length > 0 ? waiting.flatMap((step) => step.bearers) : deciders(attempt, rule), say: row.say, conditional: false, text: wanting(attempt, rule, asked, waiting),
  }];
}

/** Why the approval that is needed is not there: never asked for, given to something else, or waiting for the next one who decides. */
function wanting(attempt: Attempt, rule: ApprovalRule, asked: ApprovalState | undefined, waiting: readonly ApprovalStepState[]): Refusal['text'] {
  const named = (of: readonly ApprovalRule['steps'][number][]): string => of.map((step) => nameOf(attempt, step.who)).join(' → ');
  const { title } = attempt.act;
  const next = waiting[0];
  if (next) {
    const who = named(rule.steps.slice(next.group, next.group + 1));
    return { zh: `「${title}」已申请批准，现在等${who}`, en: `Approval of “${title}” was asked for and waits for ${who} now` };
  }
  const steps = named(rule.steps);
  const other = asked?.status === 'approved' && !attempt.listing ? changedIn(attempt, rule, asked) : '';
  if (other !== '') return { zh: `批准的不是这一份：${other}和批准时不同，须重新经${steps}批准`, en: `This is not what was approved: ${other} differ from it; ${steps} must approve anew` };
  return { zh: `「${title}」须先经批准：${steps}`, en: `“${title}” needs approval first: ${steps}` };
}

/** The facts that are others than those the approval was given to, by their titles. */
function changedIn(attempt: Attempt, rule: ApprovalRule, asked: ApprovalState): string {
  const now = coveredFacts(attempt, rule);
  return rule.over.filter((name) => canonical(now[name] ?? null) !== canonical(asked.facts[name] ?? null)).map((name) => `“${attempt.kind.facts[name]?.title ?? name}”`).join('、');
}

/** The steps that decide now: those of the first group in which somebody has still to say something. */
function nextSteps({ steps }: ApprovalState): readonly ApprovalStepState[] {
  const group = steps.find((step) => step.decision === null)?.group;
  return steps.filter((step) => step.group === group && step.decision === null);
}

/** Whose consent comes first, the applicant himself left out. */
function deciders({ world, kind, matter, actor }: Attempt, rule: ApprovalRule): readonly Bearer[] {
  if (actor.is === 'system') return [];
  return stepsOf(draftOf(world, kind, matter), rule, actor.person).filter((step) => step.group === 0).flatMap((step) => step.bearers);
}
