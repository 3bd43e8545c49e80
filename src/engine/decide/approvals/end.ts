import type { ApprovalState, ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { replaceObligation, type Draft } from '../draft.ts';
import { isOwing } from '../obligations/owing.ts';

/** Every decision that is waited for is owed by somebody: the duty's name for the steps of an approval. */
export const APPROVE = 'approve';
/** The act that is owed for it. No policy can give an act this name, so that one called “approve” stays its own. */
export const DECIDE = 'approve:decide';

/** Names the obligation of one step (from 0) of an approval. */
export function stepKey(approval: ApprovalState, index: number): string {
  return `${APPROVE}/${approval.seq}/${index + 1}`;
}

/** A decision was taken: its obligation is met; @param at when, @param index which step. */
export function meetStep(draft: Draft, approval: ApprovalState, index: number, at: Instant): void {
  update(draft, stepKey(approval, index), (ob) => {
    const late = ob.status === 'breached' || (ob.dueAt !== null && at > ob.dueAt);
    return { ...ob, status: late ? 'met-late' : 'met', metAt: at, metBy: draft.matter.seq, next: null };
  });
}

/** Rejected or lapsed: nothing more is owed for it. */
export function endSteps(draft: Draft, approval: ApprovalState): void {
  approval.steps.forEach((_, index) => update(draft, stepKey(approval, index), (ob) => ({ ...ob, status: ob.status === 'breached' ? 'breached' : 'void', next: null })));
}

function update(draft: Draft, key: string, change: (ob: ObligationState) => ObligationState): void {
  const index = draft.matter.obligations.findIndex((each) => each.key === key);
  const known = draft.matter.obligations[index];
  if (known && isOwing(known)) replaceObligation(draft, index, change(known));
}
