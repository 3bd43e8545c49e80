import { uuidv7, type Scope, type TenantActor } from '#platform/db/index.ts';
import { initialsOf } from './initials.ts';

const SEED = 'insert into phrase (tenant_id, id, person_id, unit_code, title, text, initials) values ($1, $2, null, $3, $4, $5, $6)';

/** Phrases that units of a new company begin with; nobody has kept them, so they are in nobody's stream. */
export async function seedPhrases(scope: Scope<TenantActor>, phrases: readonly { readonly unit: string; readonly title: string; readonly text: string }[]): Promise<void> {
  for (const { unit, title, text } of phrases) await scope.run({ name: 'phrase-seed', text: SEED, values: [scope.tenant, uuidv7(), unit, title, text, initialsOf(title)] });
}
