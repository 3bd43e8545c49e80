import { recordHappening } from '#capabilities/audit/index.ts';
import { bringIn } from '#capabilities/customers/index.ts';
import { createPerson, createTenant, type RecordEvent } from '#capabilities/identity/index.ts';
import { arrangeOrganisation } from '#capabilities/organisation/index.ts';
import { publishPolicy } from '#capabilities/policies/index.ts';
import type { Policy } from '#engine';
import { uuidv7, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { Cast } from './cast.ts';
import { customersOf } from './customers.ts';
import type { Context } from '#platform/operations/index.ts';
import type { Shipped } from './shipped.ts';

/** Founds the company of a story: its units and positions, its policy, everybody in it, its customers and their houses. @param at - by the story's clock. */
export async function found({ seedPhrases }: Pick<Context, 'seedPhrases'>, scope: Scope<TenantActor>, shipped: Shipped, policy: Policy, cast: Cast, passwordHash: string, at: number): Promise<void> {
  const { story } = shipped;
  const record: RecordEvent = (within, stream, of, type, body, words) => recordHappening(within, { stream, of, type, actor: null, at, body, words });
  await createTenant(scope, { slug: shipped.id, name: story.company, demonstration: true, clockVirtual: true, zone: policy.zone }, at);
  await arrangeOrganisation(scope, { units: Object.entries(story.units).map(([code, name]) => ({ code, name, outside: policy.units[code]?.outside ?? false })), positions: [] });
  await publishPolicy(scope, { id: shipped.id, rules: shipped.rules, document: shipped.document, actor: null, at });
  for (const person of story.people) {
    const id = cast.people.get(person.username) ?? uuidv7();
    await createPerson(scope, {
      id, username: person.username, name: person.name, unit: person.unit, phone: person.phone, positions: person.positions, administrator: person.admin ?? false, passwordHash,
    }, at, record);
  }
  await seedPhrases(scope, story.phrases ?? []);
  await bringIn(scope, customersOf(story, cast), { actor: null, at, body: {} });
}
