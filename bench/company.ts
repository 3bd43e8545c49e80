import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordHappening } from '#capabilities/audit/index.ts';
import { argonPasswords, createPerson, createTenant } from '#capabilities/identity/index.ts';
import { arrangeOrganisation } from '#capabilities/organisation/index.ts';
import { versionOf } from '#engine/reading/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import { uuidv7, withScope, type Database } from '#platform/db/index.ts';

export const PASSWORD = 'bench-password';
const PEOPLE = [
  ['agent', 'customer-service', 'cs-staff'], ['specialist', 'customer-service', 'cs-staff'], ['engineer', 'engineering', 'repair-worker'],
  ['manager', 'engineering', 'department-manager'], ['director', null, 'project-manager'],
] as const;

export interface BenchCompany { readonly tenant: string; readonly slug: string; readonly people: Readonly<Record<string, string>>; readonly version: string }

/** A real company (no demonstration, no clock of its own) under the property manager's policy. */
export async function makeCompany(database: Database): Promise<BenchCompany> {
  const tenant = uuidv7();
  const read = (name: string): string => readFileSync(join(packageRoot(), 'policies/property-management', name), 'utf8');
  const [rules, document] = [read('policy.yaml'), read('document.md')];
  const version = versionOf(rules, document);
  const passwordHash = await argonPasswords().hash(PASSWORD);
  const people: Record<string, string> = {};
  const now = Date.now();
  await withScope(database, { tenant }, async (scope) => {
    await createTenant(scope, { slug: 'bench', name: 'Bench' }, now);
    await arrangeOrganisation(scope, {
      units: [{ code: 'customer-service', name: '客服部' }, { code: 'engineering', name: '工程部' }],
      positions: PEOPLE.map(([, , code]) => ({ code, title: code, rights: ['work', 'oversee', 'record-late'] })),
    });
    await scope.run({
      text: 'insert into policy_version (tenant_id, policy, version, title, rules_text, document_text, published_at, in_force_from) values ($1, $2, $3, $4, $5, $6, $7, $7)',
      values: [tenant, 'property-management', version, 'bench', rules, document, new Date(now)],
    });
    for (const [username, unit, position] of PEOPLE) {
      people[username] = await createPerson(scope, { username, name: username, unit, positions: [{ position, unit }], passwordHash }, now, (inner, stream, of, type, body, words) =>
        recordHappening(inner, { stream, of, type, actor: null, at: now, body, ...(words ? { words } : {}) }));
    }
  });
  return { tenant, slug: 'bench', people, version };
}
