import { actFields, actName, conditionEnv, own, parseCondition, typeCondition, vocabularyOf } from '../../conditions/index.ts';
import type { Measure, Policy } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { kindsOf } from '../rules.ts';
import { missing } from './kind-names.ts';

/** What is counted exists: `duty forward`, `act complaint.revisit`, `matter complaint`; what a measure asks of an act can be answered by it. */
export const measures: Check = function* (policy) {
  for (const measure of Object.values(policy.measures)) yield* ofMeasure(policy, measure);
};

function* ofMeasure(policy: Policy, measure: Measure): Generator<Finding> {
  const where = `measures.${measure.id}`;
  const [what = '', name = ''] = measure.of.split(' ');
  if (what === 'duty' && !own(policy.duties, name)) yield missing(measure.source, `${where}.of`, '时限规则', 'duty', name, Object.keys(policy.duties));
  if (what === 'matter' && !own(policy.kinds, name)) yield missing(measure.source, `${where}.of`, '事项种类', 'kind', name, Object.keys(policy.kinds));
  if (what === 'act') yield* ofAct(policy, measure, name);
}

function* ofAct(policy: Policy, measure: Measure, name: string): Generator<Finding> {
  const where = `measures.${measure.id}`;
  const { kind, act } = actName('', name);
  const vocabulary = vocabularyOf(policy);
  const fields = actFields(vocabulary, kind, act);
  if (!fields) {
    yield missing(measure.source, `${where}.of`, '办理（写作 种类.办理）', 'act (written kind.act)', name, kindsOf(policy).flatMap((one) => Object.keys(one.acts).map((id) => `${one.id}.${id}`)));
    return;
  }
  for (const [key, text] of [['when', measure.when], ['good', measure.good]] as const) {
    if (text === null) continue;
    const read = parseCondition(text);
    const typed = 'problem' in read ? { problems: [read.problem] } : typeCondition(read.tree.tree, conditionEnv(vocabulary, kind, fields));
    for (const problem of 'problems' in typed ? typed.problems : []) yield error(measure.source, `${where}.${key}`, `“${text}”：${problem.zh}`, `“${text}”: ${problem.en}`);
  }
}
