import type { ObligationState } from '../../matter.ts';
import { say, type Draft } from '../draft.ts';

/** The breach's time is the due instant; when it was noticed is kept beside. @returns the obligation and the event's sequence. */
export function breached(draft: Draft, ob: ObligationState): { readonly ob: ObligationState; readonly seq: number } {
  const due = ob.dueAt ?? draft.world.now;
  const seq = say(draft, {
    type: 'breached', act: ob.act, actor: { is: 'system' }, occurredAt: due,
    body: { obligation: ob.key, duty: ob.duty, bearers: ob.bearers, clause: ob.clause, noticedAt: draft.world.now },
  });
  return { seq, ob: { ...ob, status: 'breached', breachedAt: due, noticedAt: draft.world.now } };
}
