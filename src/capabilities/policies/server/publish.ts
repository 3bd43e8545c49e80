import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { readPolicy, type Policy, type Problem } from '#engine';
import { checkPolicy } from '#engine/check/index.ts';
import { readDocument } from '#engine/coverage/index.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { recordHappening } from '#capabilities/audit/index.ts';
import { arrangeOrganisation } from '#capabilities/organisation/index.ts';
import { rightsOfLevel } from '../rules/rights.ts';
import { planRecurrences } from './recurrences.ts';

/** A policy with errors is never published; what is wrong stands in `problems`, with line and clause. */
export class PolicyRefused extends Error {
  override readonly name = 'PolicyRefused';
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line} ${message.zh} · ${message.en}`).join('\n'));
  }
}

export interface ToPublish {
  /** The policy's id, as its rules name it; left out = whatever they name. */
  readonly id?: string | undefined;
  /** policy.yaml */
  readonly rules: string;
  /** document.md */
  readonly document: string;
  /** Who publishes; null = the product itself, for a company it brings. */
  readonly actor: string | null;
  /** By the policy's clock: what is received from then on follows this version. */
  readonly at: number;
}

const IN_FORCE = `insert into policy_version (tenant_id, policy, version, title, rules_text, document_text, published_at, published_by, in_force_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $7)
  on conflict (tenant_id, policy, version) do update set in_force_from = excluded.in_force_from, in_force_until = null`;
const OUT_OF_FORCE = 'update policy_version set in_force_until = $4 where tenant_id = $1 and policy = $2 and version <> $3 and in_force_from is not null and in_force_until is null';

/**
 * Puts a version of a policy into force, in the caller's transaction: the version it replaces goes out of force (matters
 * received under it stay with it), units and positions the company does not have yet are written, periodic kinds planned.
 * The caller makes identity forget the tenant's actors after the commit.
 * @throws PolicyRefused when the reader or the checker finds an error.
 */
export async function publishPolicy<A extends TenantActor>(scope: Scope<A>, asked: ToPublish): Promise<Policy> {
  const policy = soundPolicy(asked);
  // First, because it takes the tenant's row: two publishings wait for each other.
  await arrangeMissing(scope, policy);
  await scope.run({ text: OUT_OF_FORCE, values: [scope.tenant, policy.id, policy.version, new Date(asked.at)] });
  await scope.run({ text: IN_FORCE, values: [scope.tenant, policy.id, policy.version, policy.title, asked.rules, asked.document, new Date(asked.at), asked.actor] });
  await planRecurrences(scope, policy, asked.at);
  await recordHappening(scope, { stream: policyStream(scope.tenant, policy.id), of: 'policy', type: 'published', actor: asked.actor, at: asked.at, body: { policy: policy.id, version: policy.version, title: policy.title } });
  return policy;
}

/** Reads and checks the two files of a policy. @throws PolicyRefused */
export function soundPolicy({ id, rules, document }: Pick<ToPublish, 'id' | 'rules' | 'document'>): Policy {
  const file = id === undefined ? 'policy.yaml' : `${id}/policy.yaml`;
  const { policy, draft, problems } = readPolicy({ file, text: rules, documentText: document });
  const clauses = new Map(readDocument(document).clauses.map((clause) => [clause.id, clause.text]));
  // All that is wrong is told at once: what could be read in spite of an error is checked as well.
  const errors = [...problems, ...(draft ? checkPolicy(draft, { clauses, file }) : [])].filter((problem) => problem.severity === 'error');
  if (policy && id !== undefined && policy.id !== id) {
    errors.push({ severity: 'error', file, line: 1, clause: null, where: 'policy', message: { zh: `要发布的是「${id}」，这份规则里 policy: 写的却是「${policy.id}」；两处要一致，或不给名字`, en: `“${id}” was asked for, but these rules say policy: ${policy.id}; make both the same, or give no name` } });
  }
  if (!policy || errors.length) throw new PolicyRefused(errors);
  return policy;
}

async function arrangeMissing<A extends TenantActor>(scope: Scope<A>, policy: Policy): Promise<void> {
  const units = await codes(scope, 'select code from unit where tenant_id = $1');
  const positions = await codes(scope, 'select code from position where tenant_id = $1');
  await arrangeOrganisation(scope, {
    units: Object.values(policy.units).filter((unit) => !units.has(unit.id)).map((unit) => ({ code: unit.id, name: unit.title, outside: unit.outside })),
    positions: Object.values(policy.positions).filter((position) => !positions.has(position.id))
      .map((position) => ({ code: position.id, title: position.title, level: position.level, unit: position.unit, inEveryUnit: position.inEveryUnit, rights: rightsOfLevel(position.level) })),
  });
}

async function codes<A extends TenantActor>(scope: Scope<A>, text: string): Promise<ReadonlySet<string>> {
  return new Set((await scope.run<{ code: string }>({ text, values: [scope.tenant] })).rows.map((row) => row.code));
}

/** The stream of events of one policy in one company: always the same id, without a row that keeps it. */
export function policyStream(tenant: string, policy: string): string {
  const hex = bytesToHex(sha256(utf8ToBytes(`${tenant}/policy/${policy}`)));
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
