import { holdersOf, slotsOf } from '../../bearers/index.ts';
import { dueAt } from '../../due/index.ts';
import type { ApprovalState, ApprovalStepState, Bearer, ObligationState } from '../../matter.ts';
import type { ApprovalRule, ApprovalStep, Who } from '../../policy.ts';
import type { Instant } from '../../instant.ts';
import { OVERSEEING_LEVEL } from '../daily/index.ts';
import type { Draft } from '../draft.ts';
import { scopeOf } from '../scope.ts';
import { APPROVE, DECIDE, stepKey } from './end.ts';

/** The steps of an approval with who may give them; a position nobody (else) holds moves up, and the step says so. */
export function stepsOf(draft: Draft, rule: ApprovalRule, applicant: string): readonly ApprovalStepState[] {
  return rule.steps.flatMap((step, group) => partsOf(step.who).flatMap((who) => slotsOf(who, boundTo(draft, applicant)).map(({ bearers }) => {
    const able = bearers.filter((bearer) => deciders(draft, rule, who, bearer, applicant).length > 0);
    const above = able.length ? [] : movedUp(draft, rule, who, bearers, applicant);
    return {
      bearers: able.length ? able : above.length ? above : bearers, gives: step.gives, group, insteadOf: above.length ? (bearers[0] ?? namedBy(who)) : null,
      decision: null, by: null, opinion: null, at: null,
    };
  })));
}

/** Whether somebody may decide a step: he bears it, and neither applied for it himself (unless it asks for his own signature) nor is shut out. */
export function mayDecide(draft: Draft, rule: ApprovalRule, step: ApprovalStepState, person: string, applicant: string): boolean {
  const who = rule.steps[step.group]?.who;
  return who !== undefined && step.bearers.some((bearer) => deciders(draft, rule, who, bearer, applicant).includes(person));
}

/** Whether somebody may have no say in this approval at all: he applied for it, or the rule shuts him out. */
export function isShutOut(draft: Draft, rule: ApprovalRule, person: string, applicant: string): boolean {
  return shutOut(draft, rule, applicant).has(person);
}

/** Each of several who must all decide is a step of its own. */
function partsOf(who: Who): readonly Who[] {
  return who.is === 'all' ? who.of : [who];
}

/** People who may decide: holders of the position without the applicant and whoever the rule shuts out. */
function deciders(draft: Draft, rule: ApprovalRule, who: Who, bearer: Bearer, applicant: string): readonly string[] {
  if (who.is === 'special' && who.name === 'applicant') return bearer.person === applicant ? [applicant] : [];
  const shut = shutOut(draft, rule, applicant);
  return holdersOf(bearer, draft.world.directory).filter((person) => !shut.has(person));
}

function shutOut(draft: Draft, rule: ApprovalRule, applicant: string): ReadonlySet<string> {
  return new Set([applicant, ...rule.not.flatMap((each) => peopleOf(draft, each, applicant))]);
}

function peopleOf(draft: Draft, who: Who, applicant: string): readonly string[] {
  return slotsOf(who, boundTo(draft, applicant)).flatMap((slot) => slot.bearers.flatMap((bearer) => (bearer.person ? [bearer.person] : holdersOf(bearer, draft.world.directory))));
}

function boundTo(draft: Draft, applicant: string): Parameters<typeof slotsOf>[1] {
  return { policy: draft.world.policy, directory: draft.world.directory, matter: draft.matter, it: null, applicant };
}

/** The nearest position above that somebody able holds; a unit and a position without a level move up to those who oversee. */
function movedUp(draft: Draft, rule: ApprovalRule, who: Who, bearers: readonly Bearer[], applicant: string): readonly Bearer[] {
  if (who.is === 'special') return [];
  const { positions } = draft.world.policy;
  const named = [...bearers, ...(bearers.length ? [] : [namedBy(who) ?? {}])];
  const level = Math.max(...named.map((bearer) => (bearer.position ? (positions[bearer.position]?.level ?? -1) : -1)));
  const floor = level < 0 ? OVERSEEING_LEVEL - 1 : level;
  const above = Object.values(positions).filter((position) => (position.level ?? -1) > floor).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const next = above.find((position) => deciders(draft, rule, who, { position: position.id }, applicant).length > 0);
  return next ? [{ position: next.id }] : [];
}

/** Whom the policy names, when nobody is bound to it yet. */
function namedBy(who: Who): Bearer | null {
  if (who.is === 'name') return { position: who.name };
  return who.is === 'every' ? namedBy(who.of) : null;
}

/** Lays the steps of the group whose turn it is on their bearers, as obligations like any other. */
export function oweSteps(draft: Draft, approval: ApprovalState, rule: ApprovalRule, at: Instant): void {
  const turn = Math.min(...approval.steps.filter((step) => step.decision === null).map((step) => step.group));
  const owed = approval.steps.flatMap((step, index) => (step.group === turn && step.decision === null ? [obligationFor(draft, approval, rule, step, index, at)] : []));
  const fresh = owed.filter((each) => !draft.matter.obligations.some((known) => known.key === each.key));
  draft.matter = { ...draft.matter, obligations: [...draft.matter.obligations, ...fresh] };
  for (const each of fresh) draft.notices.push({ to: each.bearers, template: 'approval-wanted', rule: rule.id, clause: each.clause, obligation: each.key, seq: draft.matter.seq });
}

function obligationFor(draft: Draft, approval: ApprovalState, rule: ApprovalRule, step: ApprovalStepState, index: number, at: Instant): ObligationState {
  const given: ApprovalStep | undefined = rule.steps[step.group];
  const scope = scopeOf(draft.world, draft.kind, draft.matter, null);
  const limit = given?.due ? dueAt(given.due, { start: at, zone: draft.world.policy.zone, calendars: draft.world.calendars, fact: scope.fact, itFact: () => undefined }) : null;
  const clause = given?.source.clause.length ? given.source.clause : rule.source.clause;
  return {
    key: stepKey(approval, index), duty: APPROVE, round: approval.seq, slot: String(index + 1), row: 0, act: DECIDE, bearers: step.bearers, clause, ours: rule.source.ours,
    status: 'open', startedAt: at, countsFrom: at, cap: null, dueAt: limit?.at ?? null, generation: 1, pauses: [], fired: [], next: limit ? { at: limit.at + 1, step: 'breach' } : null,
    metAt: null, metBy: null, breachedAt: null, noticedAt: null, recordedLate: false,
  };
}
