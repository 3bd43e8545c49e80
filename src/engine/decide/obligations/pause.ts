import { addToEvent, replaceObligation, type Draft } from '../draft.ts';
import type { ActRecord } from '../../matter.ts';
import { isOverdue } from './owing.ts';

/** Reasons for which something open may be paused now: what the duties themselves list, nothing else. */
export function pauseReasons(draft: Pick<Draft, 'matter' | 'world'>): readonly string[] {
  const open = draft.matter.obligations.filter((ob) => ob.status === 'open' && !isOverdue(ob, draft.world.now));
  return [...new Set(open.flatMap((ob) => draft.world.policy.duties[ob.duty]?.pause ?? []))];
}

/** Stops the clocks of every open duty that lists the reason. A duty that lists none runs on; what is overdue stays overdue. */
export function pauseFor(draft: Draft, entry: ActRecord, reason: string): void {
  draft.matter.obligations.forEach((ob, index) => {
    if (ob.status !== 'open' || isOverdue(ob, entry.at) || !draft.world.policy.duties[ob.duty]?.pause.includes(reason)) return;
    replaceObligation(draft, index, { ...ob, status: 'paused', pauses: [...ob.pauses, { from: entry.at, to: null, reason }] });
    addToEvent(draft, 'paused', [ob.key]);
  });
}

/** Lets every paused clock go on with the calendar time it had left. */
export function resumeAll(draft: Draft, entry: ActRecord): void {
  draft.matter.obligations.forEach((ob, index) => {
    if (ob.status !== 'paused') return;
    const pauses = ob.pauses.map((pause) => (pause.to === null ? { ...pause, to: entry.at } : pause));
    replaceObligation(draft, index, { ...ob, status: 'open', pauses });
    addToEvent(draft, 'resumed', [ob.key]);
  });
}
