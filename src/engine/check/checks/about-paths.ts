import { everyPart } from '../../conditions/index.ts';
import { error, type Check } from '../finding.ts';
import { ruleConditions } from '../rules.ts';

/**
 * What the house, person or device of a matter brings (`about.…`) is known through the matter that opened it. A kind that
 * nothing opens never knows it, and the matter above must have what is asked.
 */
export const aboutPaths: Check = function* (policy) {
  for (const { condition, kind, source, where } of ruleConditions(policy)) {
    const above = policy.kinds[policy.kinds[kind]?.parent ?? ''];
    for (const part of everyPart(condition.tree)) {
      if (part.op !== 'fact' || part.name !== 'about' || part.path[0] === undefined) continue;
      const path = `about.${part.path.join('.')}`;
      if (!above) yield error(source, where, `“${path}”永远不会知道：“${kind}”不是由别的事项开出的（没有 parent）`, `“${path}” is never known: no other matter opens a “${kind}” (it has no parent)`);
      else if (!above.facts[part.path[0]] && !above.roles[part.path[0]]) yield error(source, where, `“${path}”不存在：“${above.id}”没有“${part.path[0]}”`, `there is no “${path}”: “${above.id}” has no “${part.path[0]}”`);
    }
  }
};
