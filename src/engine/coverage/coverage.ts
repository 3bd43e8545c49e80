import type { Policy } from '../policy.ts';
import { CARRIED, citations, type Carried, type CarriedBy, type Citation } from './citations.ts';
import type { PolicyDocument } from './document.ts';

export interface CoveredClause { readonly id: string; readonly text: string; readonly carried: Carried; readonly by: readonly CarriedBy[] }
export interface Coverage {
  readonly clauses: readonly CoveredClause[];
  /** How many clauses are carried in each way; `all` = clauses of the document. */
  readonly counts: Readonly<Record<Carried | 'all', number>>;
}

/** Says of every clause of a document how the policy carries it: enforced, defined, measured, recorded, guided, or honestly open. */
export function coverage(policy: Policy, document: PolicyDocument): Coverage {
  const cited = new Map<string, Citation[]>();
  for (const citation of citations(policy)) {
    const before = cited.get(citation.clause);
    if (before) before.push(citation);
    else cited.set(citation.clause, [citation]);
  }
  const clauses = document.clauses.map(({ id, text }): CoveredClause => {
    const found = cited.get(id) ?? [];
    const carried = CARRIED.find((way) => found.some((citation) => citation.as === way)) ?? 'open';
    return { id, text, carried, by: once(found.map((citation) => citation.by)) };
  });
  const counts: Record<Carried | 'all', number> = { enforced: 0, defined: 0, measured: 0, recorded: 0, guided: 0, open: 0, all: clauses.length };
  for (const clause of clauses) counts[clause.carried] += 1;
  return { clauses, counts };
}

function once(by: readonly CarriedBy[]): readonly CarriedBy[] {
  return [...new Map(by.map((part) => [`${part.section} ${part.id} ${part.row ?? ''}`, part])).values()];
}
