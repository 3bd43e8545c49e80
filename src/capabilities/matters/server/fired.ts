import { fireDue, type Decided, type Decision, type Fired, type MatterState, type World } from '#engine';

/** A decision together with what fell due before it. */
export interface Timely { readonly decision: Decision; readonly fired: readonly Fired[] }

/**
 * Decides after everything that has fallen due by now: somebody who acts five seconds after a limit, before the loop has
 * noticed, acts on a matter that is overdue. A refusal leaves the firing to the loop.
 */
export function afterDue(world: World, matter: MatterState, decide: (matter: MatterState) => Decision): Timely {
  const { decision: due, fired } = fireDue(world, matter);
  if (fired.length === 0) return { decision: decide(matter), fired };
  const decision = decide(due.matter);
  return { decision: decision.refused ? decision : together(due, decision), fired };
}

function together(first: Decided, then: Decided): Decided {
  return { ...then, events: [...first.events, ...then.events], notices: [...first.notices, ...then.notices], effects: [...first.effects, ...then.effects] };
}
