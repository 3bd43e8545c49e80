import type { Policy } from '../policy.ts';
import type { Problem } from '../reading/index.ts';
import type { CheckedAgainst } from './finding.ts';
import { checks } from './registry.ts';

/** Finds what is wrong between the rules of a policy that was read: every check of the registry, in the order of the lines. */
export function checkPolicy(policy: Policy, against: CheckedAgainst): Problem[] {
  const file = against.file ?? 'policy.yaml';
  const found = Object.values(checks).flatMap((check) => [...check(policy, against)]);
  return found.map(({ severity, source, where, message }) => ({ severity, file, line: source.line, clause: source.clause[0] ?? null, where, message }))
    .sort((a, b) => a.line - b.line || a.where.localeCompare(b.where));
}
