import type { MatterState } from '../matter.ts';
import { decided } from './decided.ts';
import { draftOf, say } from './draft.ts';
import { rederive, type NamedAct } from './obligations/index.ts';
import { react } from './reactions.ts';
import type { Decision, World } from './types.ts';
import { withoutUndo } from './verbs/index.ts';

/**
 * Tells a matter that matters below it have acted: what it reacts to, and what is met by it. The matter must bring those
 * matters along in `children` (see `withChild`). Without consequences the matter is handed back as it was, without an event.
 */
export function decideChildActed(world: World, matter: MatterState, acts: readonly NamedAct[]): Decision {
  const kind = world.policy.kinds[matter.kind];
  if (!kind) return { refused: [], wrong: [{ path: 'kind', message: { zh: `制度里没有「${matter.kind}」这一类`, en: `the policy has no kind “${matter.kind}”` } }] };
  const nothing = decided(draftOf(world, kind, matter));
  if (acts.length === 0 || matter.ended !== null) return nothing;
  const doers = acts.flatMap(({ entry: { actor } }) => (actor === 'system' || actor.person === undefined ? [] : [actor.person]));
  const draft = draftOf(world, kind, withoutUndo(matter), doers);
  const at = Math.max(...acts.map((each) => each.entry.at));
  say(draft, { type: 'rederived', actor: { is: 'system' }, occurredAt: at, body: { below: acts.map(({ name, entry }) => ({ act: name, seq: entry.seq })) } });
  rederive(draft, acts.flatMap((cause) => react(draft, cause)), at);
  const idle = draft.events.length === 1 && !draft.events[0]?.body['obligations'] && !draft.events[0]?.body['assigned'] && draft.notices.length + draft.effects.length === 0;
  return idle ? nothing : decided(draft);
}

/**
 * A matter with one of those below it as it is now: added at the end, or put in its own place, which never changes, so
 * that obligations begun by its acts keep their identity. Only what conditions may look at is kept of it.
 */
export function withChild(matter: MatterState, child: MatterState): MatterState {
  const seen: MatterState = { ...child, parent: null, children: [], obligations: [], approvals: [], undo: null };
  const known = matter.children.some((each) => each.id === child.id);
  return { ...matter, children: known ? matter.children.map((each) => (each.id === child.id ? seen : each)) : [...matter.children, seen] };
}
