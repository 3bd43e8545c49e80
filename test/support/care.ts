import { readFileSync } from 'node:fs';
import { arrangeOrganisation } from '../../src/capabilities/organisation/index.ts';
import { versionOf } from '../../src/engine/reading/index.ts';
import { withScope } from '../../src/platform/db/index.ts';
import type { LightMyRequestResponse } from 'fastify';
import type { TestDatabase } from './database.ts';
import type { Product } from './product.ts';

const file = (name: string): string => readFileSync(new URL(`../../policies/property-management/${name}`, import.meta.url), 'utf8');

/** Who works in the trial company: user name, unit, position. */
const PEOPLE = [
  ['agent', 'customer-service', 'cs-staff'], ['specialist', 'customer-service', 'cs-staff'], ['engineer', 'engineering', 'repair-worker'],
  ['manager', 'engineering', 'department-manager'], ['cs-manager', 'customer-service', 'cs-manager'], ['director', null, 'project-manager'],
] as const;
const RIGHTS: Readonly<Record<string, readonly string[]>> = { 'department-manager': ['work', 'oversee', 'record-late'], 'project-manager': ['work', 'oversee', 'record-late'], 'cs-manager': ['work', 'oversee', 'record-late'] };
const PASSWORD = 'a long password';

/** A company under the property manager's policy, with everybody signed in. */
export interface Care {
  readonly tenant: string;
  readonly slug: string;
  ids: Readonly<Record<string, string>>;
  as(who: string): string;
  receive(more?: Record<string, unknown>, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  act(id: string, who: string, payload: Record<string, unknown>, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  read(path: string, who?: string): Promise<LightMyRequestResponse>;
}

export async function arrangeCare(base: TestDatabase, product: Product, slug = 'care'): Promise<Care> {
  const tenant = await base.company(slug);
  const rules = file('policy.yaml');
  const document = file('document.md');
  await withScope(base.database, { tenant }, async (scope) => {
    await arrangeOrganisation(scope, {
      units: [{ code: 'customer-service', name: '客服部' }, { code: 'engineering', name: '工程部' }],
      positions: [...new Set(PEOPLE.map(([, , position]) => position))].map((code) => ({ code, title: code, rights: RIGHTS[code] ?? ['work'] })),
    });
    await scope.run({
      text: 'insert into policy_version (tenant_id, policy, version, title, rules_text, document_text, published_at, in_force_from) values ($1, $2, $3, $4, $5, $6, $7, $7)',
      values: [tenant, 'property-management', versionOf(rules, document), '手册', rules, document, new Date(0)],
    });
  });
  const ids: Record<string, string> = {};
  const cookies: Record<string, string> = {};
  for (const [username, unit, position] of PEOPLE) ids[username] = await product.person(tenant, { username, unit, positions: [{ position, unit }], password: PASSWORD });
  for (const [username] of PEOPLE) cookies[username] = await product.signIn(slug, username, PASSWORD);
  const as = (who: string): string => cookies[who] ?? '';
  return {
    tenant, slug, ids, as,
    receive: (more = {}, headers = {}) => product.ask({
      method: 'POST', url: '/api/matters', headers,
      payload: { kind: 'complaint', channel: 'phone', content: '门禁坏了', customer: { name: '王女士', phone: '13800001234', address: '3-2-1201' }, facts: { service_short: true }, ...more },
    }, as('agent')),
    act: (id, who, payload, headers = {}) => product.ask({ method: 'POST', url: `/api/matters/${id}/acts`, headers, payload }, as(who)),
    read: (path, who = 'agent') => product.ask({ method: 'GET', url: path }, as(who)),
  };
}
