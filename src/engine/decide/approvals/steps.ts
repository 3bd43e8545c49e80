import { holdersOf, slotsOf } from '../../bearers/index.ts';
import { dueAt } from '../../due/index.ts';
import type { ApprovalState, ApprovalStepState, Bearer, ObligationState } from '../../matter.ts';
import type { ApprovalRule, ApprovalStep, Who } from '../../policy.ts';
import type { Instant } from '../../instant.ts';
import { replaceObligation, type Draft } from '../draft.ts';
import { scopeOf } from '../scope.ts';

/** Every decision that is waited for is owed by somebody: the duty's name for the steps of an approval. */
export const APPROVE = 'approve';

/** The steps of an approval with who may give them; a position nobody (else) holds moves up, and the step says so. */
export function stepsOf(draft: Draft, rule: ApprovalRule, applicant: string): readonly ApprovalStepState[] {
  return rule.steps.flatMap((step, group) => slotsOf(step.who, boundTo(draft, applicant)).map(({ bearers }) => {
    const able = bearers.filter((bearer) => others(draft, rule, bearer, applicant).length > 0);
    const above = able.length ? [] : movedUp(draft, rule, step, bearers, applicant);
    return {
      bearers: able.length ? able : above.length ? above : bearers, gives: step.gives, group, insteadOf: able.length || !above.length ? null : (bearers[0] ?? null),
      decision: null, by: null, opinion: null, at: null,
    };
  }));
}

/** People who may decide: holders of the position without the applicant and whoever the rule shuts out. */
export function others(draft: Draft, rule: ApprovalRule, bearer: Bearer, applicant: string): readonly string[] {
  const shut = new Set([applicant, ...rule.not.flatMap((who) => peopleOf(draft, who, applicant))]);
  return holdersOf(bearer, draft.world.directory).filter((person) => !shut.has(person));
}

function peopleOf(draft: Draft, who: Who, applicant: string): readonly string[] {
  return slotsOf(who, boundTo(draft, applicant)).flatMap((slot) => slot.bearers.flatMap((bearer) => (bearer.person ? [bearer.person] : [])));
}

function boundTo(draft: Draft, applicant: string): Parameters<typeof slotsOf>[1] {
  return { policy: draft.world.policy, directory: draft.world.directory, matter: draft.matter, it: null, applicant };
}

function movedUp(draft: Draft, rule: ApprovalRule, step: ApprovalStep, bearers: readonly Bearer[], applicant: string): readonly Bearer[] {
  const { positions } = draft.world.policy;
  const level = Math.max(...bearers.map((bearer) => (bearer.position ? (positions[bearer.position]?.level ?? -1) : -1)), -1);
  if (level < 0 || step.who.is === 'special') return [];
  const above = Object.values(positions).filter((position) => (position.level ?? -1) > level).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const next = above.find((position) => others(draft, rule, { position: position.id }, applicant).length > 0);
  return next ? [{ position: next.id }] : [];
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
  const given = rule.steps[step.group];
  const scope = scopeOf(draft.world, draft.kind, draft.matter, null);
  const limit = given?.due ? dueAt(given.due, { start: at, zone: draft.world.policy.zone, calendars: draft.world.calendars, fact: scope.fact, itFact: () => undefined }) : null;
  const clause = given?.source.clause.length ? given.source.clause : rule.source.clause;
  return {
    key: `${APPROVE}/${approval.seq}/${index + 1}`, duty: APPROVE, round: approval.seq, slot: String(index + 1), row: 0, act: APPROVE, bearers: step.bearers, clause, ours: rule.source.ours,
    status: 'open', startedAt: at, countsFrom: at, cap: null, dueAt: limit?.at ?? null, generation: 1, pauses: [], fired: [], next: limit ? { at: limit.at + 1, step: 'breach' } : null,
    metAt: null, metBy: null, breachedAt: null, noticedAt: null, recordedLate: false, sampledOut: false,
  };
}

/** A decision was taken: its obligation is met; @param at when, @param index which step. */
export function meetStep(draft: Draft, approval: ApprovalState, index: number, at: Instant): void {
  update(draft, `${APPROVE}/${approval.seq}/${index + 1}`, (ob) => ({ ...ob, status: ob.status === 'breached' ? 'met-late' : 'met', metAt: at, metBy: draft.matter.seq, next: null }));
}

/** Rejected or lapsed: nothing more is owed for it. */
export function endSteps(draft: Draft, approval: ApprovalState): void {
  approval.steps.forEach((_, index) => update(draft, `${APPROVE}/${approval.seq}/${index + 1}`, (ob) => ({ ...ob, status: 'void', next: null })));
}

function update(draft: Draft, key: string, change: (ob: ObligationState) => ObligationState): void {
  const index = draft.matter.obligations.findIndex((each) => each.key === key);
  const known = draft.matter.obligations[index];
  if (known && (known.status === 'open' || known.status === 'breached' || known.status === 'paused')) replaceObligation(draft, index, change(known));
}
