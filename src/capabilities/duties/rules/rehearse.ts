import { fireDue, type Decided, type MatterState, type Notice, type World } from '#engine';

/** Something somebody hears, and when. */
export interface Heard { readonly at: number; readonly notice: Notice }
/** Far more steps than any ladder has: whoever wrote a policy that goes round in circles gets an end all the same. */
const MOST_STEPS = 300;

/**
 * What is heard of a matter in the time after it was received, if nobody acts: step by step, each at its own minute.
 * @param until - the instant up to which it is looked ahead
 */
export function rehearse(world: World, received: Decided, until: number): readonly Heard[] {
  const heard: Heard[] = received.notices.map((notice) => ({ at: world.now, notice }));
  let matter = received.matter;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = nextOf(matter);
    if (next === null || next > until) break;
    const { decision, fired } = fireDue({ ...world, now: next }, matter);
    if (fired.length === 0) break;
    // A breach is written a moment later than the instant it belongs to.
    for (const notice of decision.notices) heard.push({ at: instantOf(decision, notice) ?? next, notice });
    matter = decision.matter;
  }
  return heard;
}

function nextOf({ obligations }: MatterState): number | null {
  const times = obligations.flatMap((ob) => (ob.next ? [ob.next.at] : []));
  return times.length === 0 ? null : Math.min(...times);
}

function instantOf({ matter }: Decided, { template, obligation }: Notice): number | null {
  return template === 'breached' ? (matter.obligations.find((ob) => ob.key === obligation)?.breachedAt ?? null) : null;
}
