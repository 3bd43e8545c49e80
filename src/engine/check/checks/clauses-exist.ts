import { nearest } from '../../conditions/index.ts';
import { citations } from '../../coverage/index.ts';
import { error, type Check } from '../finding.ts';

/** A clause that a rule names must stand in the document. */
export const clausesExist: Check = function* (policy, { clauses }) {
  if (!clauses) return;
  for (const { clause, by, source } of citations(policy)) {
    if (clauses.has(clause)) continue;
    const near = nearest(clause, clauses.keys());
    yield error(source, `${by.section}.${by.id}`, `制度文本中没有条款 ${clause}${near ? `，是否应为 ${near}` : ''}`, `the document has no clause ${clause}${near ? `; did you mean ${near}?` : ''}`);
  }
};
