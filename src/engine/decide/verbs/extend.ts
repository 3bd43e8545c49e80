import type { ActRecord, ApprovalState, Extension, MatterState, ObligationState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { APPROVE } from '../approvals/end.ts';
import { replaceObligation, type Draft } from '../draft.ts';
import { isOverdue } from '../obligations/index.ts';

/** What can be given a later time: open, timed, and not yet overdue. What is overdue can only be waived. */
export function extendable(matter: MatterState, at: Instant): readonly ObligationState[] {
  return matter.obligations.filter((ob) => ob.status === 'open' && ob.dueAt !== null && ob.duty !== APPROVE && !isOverdue(ob, at));
}

/** Gives one obligation its later time; the re-derivation that follows moves due time and ladder with it, and the event keeps the old one. */
export function extend(draft: Draft, entry: ActRecord, consents: readonly ApprovalState[]): void {
  const index = draft.matter.obligations.findIndex((each) => each.key === entry.fields.obligation);
  const known = draft.matter.obligations[index];
  const { until } = entry.fields;
  if (!known || known.dueAt === null || until === undefined) return;
  const approvedBy = consents.flatMap((each) => each.steps.flatMap((step) => (step.decision === 'approve' && step.by !== null ? [step.by] : [])));
  const extension: Extension = { seq: entry.seq, at: entry.recordedAt, from: known.dueAt, to: until, by: entry.actor, approvedBy };
  replaceObligation(draft, index, { ...known, extensions: [...(known.extensions ?? []), extension] });
}
