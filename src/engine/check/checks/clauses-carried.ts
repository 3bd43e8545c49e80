import { citations } from '../../coverage/index.ts';
import { warning, type Check } from '../finding.ts';

/** A clause that nothing carries is open: allowed, but said. */
export const clausesCarried: Check = function* (policy, { clauses }) {
  if (!clauses) return;
  const cited = new Set(citations(policy).map((citation) => citation.clause));
  for (const clause of clauses.keys()) {
    if (!cited.has(clause)) yield warning({ clause: [clause], ours: null, line: 1 }, clause, `条款 ${clause} 还没有规则（未落实）`, `the clause ${clause} is carried by no rule (open)`);
  }
};
