import type { MatterState } from '../matter.ts';
import { decided } from './decided.ts';
import { draftOf, say } from './draft.ts';
import { rederive } from './obligations/index.ts';
import type { Decided, World } from './types.ts';

/**
 * Re-derives what is open after something outside the matter changed: a holiday in the calendar, another policy version.
 * What is closed stays. @returns null when nothing changes.
 */
export function rederiveMatter(world: World, matter: MatterState, because: Readonly<Record<string, unknown>>): Decided | null {
  const kind = world.policy.kinds[matter.kind];
  if (!kind) return null;
  const draft = draftOf(world, kind, matter);
  say(draft, { type: 'rederived', actor: { is: 'system' }, occurredAt: world.now, body: { ...because } });
  rederive(draft, [], world.now);
  return draft.events[0]?.body['obligations'] ? decided(draft) : null;
}
