import type { ActRecord, MatterState } from '../matter.ts';
import type { Instant } from '../instant.ts';
import type { Kind } from '../policy.ts';
import { stageAfter } from './draft.ts';

/** Whether a matter has come to its end: voided, merged, or in the last of several stages. */
export function isAtEnd(kind: Kind, matter: Pick<MatterState, 'ended' | 'stage'>): boolean {
  return matter.ended !== null || (kind.stages.length > 1 && matter.stage === kind.stages.at(-1));
}

/** When the last stage was reached; null while it was not. */
export function endedAt(kind: Kind, matter: MatterState): Instant | null {
  const leads = ({ act, fields }: ActRecord): boolean => { const rule = kind.acts[act]; return rule !== undefined && rule.to !== null && stageAfter(rule, fields.outcome, '') === kind.stages.at(-1); };
  return isAtEnd(kind, matter) ? (matter.acts.findLast(leads)?.at ?? null) : null;
}
