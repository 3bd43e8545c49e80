import { canonical } from '../../canonical.ts';
import type { ActRecord } from '../../matter.ts';
import { replaceApproval, say, type Draft } from '../draft.ts';
import { endSteps } from './steps.ts';

/** An approval holds for the content it was given to: another value of a covered fact and it lapses. */
export function lapseChanged(draft: Draft, entry: ActRecord): void {
  for (const approval of draft.matter.approvals) {
    if (approval.status !== 'pending' && approval.status !== 'approved') continue;
    const changed = Object.entries(approval.facts).filter(([name, value]) => draft.matter.facts[name] !== undefined && canonical(draft.matter.facts[name]) !== canonical(value) && name in entry.facts);
    if (changed.length === 0) continue;
    replaceApproval(draft, { ...approval, status: 'lapsed' });
    endSteps(draft, approval);
    say(draft, { type: 'approval-lapsed', act: approval.act, actor: { is: 'system' }, occurredAt: entry.at, body: { approval: approval.id, rule: approval.approval, changed: changed.map(([name]) => name) } });
  }
}
