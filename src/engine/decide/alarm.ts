import { canonical } from '../canonical.ts';
import { dangersIn } from '../danger.ts';
import type { ActRecord, Actor, MatterState } from '../matter.ts';
import { overseersOf } from './daily/index.ts';
import type { Draft } from './draft.ts';

/**
 * Alarms everybody who oversees when a matter is reported urgently, or the moment somebody is in danger who was not before: nobody waits for a
 * limit then, whatever the severity says. The policy's own alarms come first; whoever has one of them gets no second.
 * @param before - the matter as it was; null when it is received
 */
export function alarm(draft: Draft, before: MatterState | null, actor: Actor, entry: ActRecord): void {
  const { world, kind, matter, notices } = draft;
  if (world.history) return;
  const known = dangersIn(kind, before?.facts ?? {}).map((each) => `${each.fact} ${each.title}`);
  const inDanger = dangersIn(kind, matter.facts).some((each) => !known.includes(`${each.fact} ${each.title}`));
  if (!inDanger && !entry.fields.urgent) return;
  const heard = inDanger ? new Set(notices.filter(({ template }) => template === 'told').flatMap(({ to }) => to.map(canonical))) : new Set<string>();
  const to = overseersOf(world.policy, matter.unit ?? (actor.is === 'person' ? actor.unit : null)).filter((each) => entry.fields.urgent || !heard.has(canonical(each)));
  if (to.length > 0) notices.push({ to, template: 'urgent', rule: 'receive', clause: [], obligation: null, seq: entry.seq });
}
