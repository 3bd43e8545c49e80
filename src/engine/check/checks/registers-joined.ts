import { everyPart } from '../../conditions/index.ts';
import { warning, type Check } from '../finding.ts';
import { ruleConditions } from '../rules.ts';

/** `holds(…)` asks a register of qualifications. Where none is joined nobody knows, and a guard that asks it refuses. */
export const registersJoined: Check = function* (policy, { registers }) {
  if (registers?.has('qualifications')) return;
  for (const { condition, source, where } of ruleConditions(policy)) {
    const part = [...everyPart(condition.tree)].find((each) => each.op === 'holds');
    if (part?.op !== 'holds') continue;
    yield warning(source, where, `“holds(…, ${part.qualification})”要查上岗资格，而现在没有资格登记：结果总是未知，办理条件会一直拒绝`, `“holds(…, ${part.qualification})” asks for qualifications, and no register of them is joined: it is never known, and a guard that asks it always refuses`);
  }
};
