import { canonical } from '../canonical.ts';
import { dangersIn } from '../danger.ts';
import type { ActRecord, Actor, MatterState } from '../matter.ts';
import { overseersOf } from './daily/index.ts';
import type { Draft } from './draft.ts';

/**
 * Alarms everybody who oversees when a matter is reported urgently, or the moment somebody is in danger who was not before: nobody waits for a
 * limit then, whatever the severity says. Whom the policy has told of a danger gets no second notice.
 * @param before - the matter as it was; null when it is received
 */
export function alarm(draft: Draft, before: MatterState | null, actor: Actor, entry: ActRecord): void {
  const { world, kind, matter, notices } = draft;
  if (world.history) return;
  const known = dangersIn(kind, before?.facts ?? {}).map(canonical);
  const inDanger = dangersIn(kind, matter.facts).some((each) => !known.includes(canonical(each)));
  if (!inDanger && !entry.fields.urgent) return;
  // Whoever is told of an urgent report by the policy hears that it is one all the same.
  const heard = entry.fields.urgent ? [] : notices.filter(({ template }) => template === 'told').flatMap(({ to }) => to.map(canonical));
  const to = overseersOf(world.policy, matter.unit ?? (actor.is === 'person' ? actor.unit : null)).filter((each) => !heard.includes(canonical(each)));
  if (to.length > 0) notices.push({ to, template: 'urgent', rule: 'receive', clause: [], obligation: null, seq: entry.seq });
}
