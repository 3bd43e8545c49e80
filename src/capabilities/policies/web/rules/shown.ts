import type { PolicyPage } from '../../contract.ts';

export type Clause = PolicyPage['clauses'][number];
export type Carried = Clause['carried'];
export const CARRIED: readonly Carried[] = ['enforced', 'defined', 'measured', 'recorded', 'guided', 'open'];

/** The clauses that carry the given mark and whose number, heading or words contain what is sought. */
export function shownClauses(clauses: readonly Clause[], carried: Carried | null, search: string): readonly Clause[] {
  const sought = search.trim().toLowerCase();
  return clauses.filter((clause) => (carried === null || clause.carried === carried) && (sought === '' || `${clause.id} ${clause.heading} ${clause.text}`.toLowerCase().includes(sought)));
}

/** Clauses under their headings, in the order of the document. */
export function underHeadings(clauses: readonly Clause[]): readonly { readonly heading: string; readonly clauses: readonly Clause[] }[] {
  const groups: { heading: string; clauses: Clause[] }[] = [];
  for (const clause of clauses) {
    const last = groups.at(-1);
    if (last && last.heading === clause.heading) last.clauses.push(clause);
    else groups.push({ heading: clause.heading, clauses: [clause] });
  }
  return groups;
}
