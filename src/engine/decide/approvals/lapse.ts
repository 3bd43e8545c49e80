import { canonical } from '../../canonical.ts';
import type { ActRecord, ApprovalState } from '../../matter.ts';
import type { Instant } from '../../instant.ts';
import { replaceApproval, say, type Draft } from '../draft.ts';
import { endSteps } from './end.ts';

export { APPROVE } from './end.ts';

/** An approval holds for the content it was given to: another value of a covered fact and it lapses. */
export function lapseChanged(draft: Draft, entry: ActRecord): void {
  for (const approval of draft.matter.approvals) {
    const over = draft.world.policy.approvals[approval.approval]?.over ?? Object.keys(approval.facts);
    const changed = over.filter((name) => name in entry.facts && canonical(draft.matter.facts[name]) !== canonical(approval.facts[name]));
    if (changed.length) lapse(draft, approval, entry.at, { changed });
  }
}

/** An approval is given to one act; once that is done it cannot be used again. */
export function useApprovals(draft: Draft, used: readonly ApprovalState[]): void {
  for (const approval of used) replaceApproval(draft, { ...approval, status: 'used' });
}

/** At the end of a matter's life nobody is asked any more about acts that can no longer be done. */
export function lapseImpossible(draft: Draft, at: Instant, possible: (act: string) => boolean): void {
  for (const approval of draft.matter.approvals) if (approval.status === 'pending' && !possible(approval.act)) lapse(draft, approval, at, { stage: draft.matter.stage });
}

function lapse(draft: Draft, approval: ApprovalState, at: Instant, because: Readonly<Record<string, unknown>>): void {
  if (approval.status !== 'pending' && approval.status !== 'approved') return;
  replaceApproval(draft, { ...approval, status: 'lapsed' });
  endSteps(draft, approval);
  say(draft, { type: 'approval-lapsed', act: approval.act, actor: { is: 'system' }, occurredAt: at, body: { approval: approval.id, rule: approval.approval, ...because } });
}
