import { fireDue, type Decided, type Decision, type Fired, type MatterState, type World } from '#engine';

/** A decision together with what fell due before it. */
export interface Timely { readonly decision: Decision; readonly fired: readonly Fired[] }

/**
 * Decides after everything that has fallen due by now: somebody who acts five seconds after a limit, before the loop has
 * noticed, acts on a matter that is overdue. What the act brings back with its time behind it (拆开) is missed in the same moment.
 * A refusal leaves the firing to the loop.
 */
export function afterDue(world: World, matter: MatterState, decide: (matter: MatterState) => Decision): Timely {
  const { decision: due, fired } = fireDue(world, matter);
  const decision = decide(fired.length === 0 ? matter : due.matter);
  if (decision.refused) return { decision, fired };
  const whole = fired.length === 0 ? decision : together(due, decision);
  const { decision: missed, fired: then } = fireDue(world, decision.matter);
  return then.length === 0 ? { decision: whole, fired } : { decision: together(whole, missed), fired: [...fired, ...then] };
}

function together(first: Decided, then: Decided): Decided {
  return { ...first, ...then, events: [...first.events, ...then.events], notices: [...first.notices, ...then.notices], effects: [...first.effects, ...then.effects] };
}
