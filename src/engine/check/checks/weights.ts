import { own } from '../../conditions/index.ts';
import { error, type Check } from '../finding.ts';
import { missing } from './kind-names.ts';

/** Weights sum to 100, or the policy says how a sum that does not is to be read. The bands begin at different scores. */
export const weights: Check = function* (policy) {
  for (const score of Object.values(policy.scores)) {
    const where = `scores.${score.id}`;
    const sum = score.items.reduce((total, item) => total + item.weight, 0);
    if (sum !== 100 && score.reading === null) yield error(score.source, where, `权重合计为 ${sum}：请写 weights_sum_to_${sum}: literal、normalise 或 add-item`, `the weights sum to ${sum}: choose weights_sum_to_${sum}: literal, normalise or add-item`);
    const kind = own(policy.kinds, score.of);
    if (!kind) yield missing(score.source, `${where}.of`, '事项种类', 'kind', score.of, Object.keys(policy.kinds));
    for (const item of kind ? score.items : []) if (kind && !own(kind.facts, item.fact)) yield missing(item.source, `${where}.items`, '事实', 'fact', item.fact, Object.keys(kind.facts));
    const starts = score.bands.map((band) => band.from);
    for (const [index, band] of score.bands.entries()) if (starts.indexOf(band.from) < index) yield error(band.source, `${where}.bands#${index + 1}`, `两个档次都从 ${band.from} 开始`, `two bands begin at ${band.from}`);
  }
};
