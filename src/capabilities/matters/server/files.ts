import type { Decided } from '#engine';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { MattersContext } from './context.ts';

/**
 * Ties the files an act names to its matter and puts the hash of each into the act's event: what was attached stands in the
 * chain, not only in a folder. @throws Failure 422 for a file that is not there or not his.
 */
export async function withFiles(context: MattersContext, scope: Scope<Actor>, decision: Decided): Promise<Decided> {
  const named = decision.events.find((event) => event.actor.is === 'person' && filesOf(event.body).length > 0);
  if (!named) return decision;
  const attached = await context.linkFiles(scope, decision.matter.id, filesOf(named.body));
  return { ...decision, events: decision.events.map((event) => (event === named ? { ...event, body: { ...event.body, attached } } : event)) };
}

function filesOf(body: Readonly<Record<string, unknown>>): readonly string[] {
  const fields = body['fields'];
  const files = fields !== null && typeof fields === 'object' && 'files' in fields ? fields.files : [];
  return Array.isArray(files) ? files.filter((each): each is string => typeof each === 'string') : [];
}
