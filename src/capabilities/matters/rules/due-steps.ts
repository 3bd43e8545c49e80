import { fireDue, type Decided, type Fired, type Instant, type MatterState, type Notice, type World } from '#engine';

/** What fell due in one matter, decided. */
export interface FiredSteps { readonly decision: Decided; readonly fired: readonly Fired[]; /** When the last of them fell due; null = none did. */ readonly reached: Instant | null }

/**
 * Fires what falls due in a matter up to an instant, each at its own time, so that what one step causes falls due in turn: as if the
 * clock had gone there slowly.
 */
export function stepThrough(world: World, matter: MatterState, until: Instant): FiredSteps {
  let state = matter;
  let reached: Instant | null = null;
  const [events, notices, effects, all]: [Decided['events'][number][], Notice[], Decided['effects'][number][], Fired[]] = [[], [], [], []];
  for (let next = nextOf(state); next !== null && next <= until; next = nextOf(state)) {
    const { decision, fired } = fireDue({ ...world, now: next }, state);
    if (fired.length === 0) break;
    const change = decision.events[0]?.seq;
    events.push(...decision.events);
    notices.push(...decision.notices.map((notice) => (change === undefined ? notice : { ...notice, change })));
    effects.push(...decision.effects);
    all.push(...fired);
    state = decision.matter;
    reached = next;
  }
  return { decision: { refused: null, matter: state, events, notices, effects }, fired: all, reached };
}

function nextOf({ obligations }: MatterState): Instant | null {
  const times = obligations.flatMap((each) => (each.next ? [each.next.at] : []));
  return times.length === 0 ? null : Math.min(...times);
}
