import type { Policy, Source } from '../policy.ts';
import type { Problem } from '../reading/index.ts';

/** What is known beside the policy. */
export interface CheckedAgainst {
  /** Clauses of the document, with their texts when they are at hand; null = not known. */
  readonly clauses: ReadonlySet<string> | ReadonlyMap<string, string> | null;
  /** Positions somebody holds; absent or null = not known. */
  readonly holders?: ReadonlySet<string> | null;
  /** Registers that are joined to the product here (`qualifications`); absent = none. */
  readonly registers?: ReadonlySet<string>;
  /** Name of the file for messages. */
  readonly file?: string;
}

/** A problem as a check finds it: at a part of the policy, which knows its line and clause. */
export interface Finding {
  readonly severity: Problem['severity'];
  readonly source: Source;
  readonly where: string;
  readonly message: Problem['message'];
}

/** One thing that can be wrong with a policy as a whole. */
export type Check = (policy: Policy, against: CheckedAgainst) => Iterable<Finding>;

export function error(source: Source, where: string, zh: string, en: string): Finding {
  return { severity: 'error', source, where, message: { zh, en } };
}

export function warning(source: Source, where: string, zh: string, en: string): Finding {
  return { severity: 'warning', source, where, message: { zh, en } };
}
