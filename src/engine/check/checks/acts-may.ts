import { error, type Check } from '../finding.ts';
import { kindsOf } from '../rules.ts';

/** An act that no one may do can never happen. */
export const actsMay: Check = function* (policy) {
  for (const kind of kindsOf(policy)) {
    for (const act of Object.values(kind.acts)) {
      if (act.may.length === 0 && act.daily === null) yield error(act.source, `kinds.${kind.id}.acts.${act.id}`, `没有人可以办理“${act.title}”（may）`, `no one may do “${act.id}” (may)`);
    }
  }
};
