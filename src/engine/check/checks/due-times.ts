import { own, sharedFields, typeOfFact, vocabularyOf } from '../../conditions/index.ts';
import type { Due, Duty, Policy, Source } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { dutyRows } from '../rules.ts';

/** A time taken from a fact (`at resolve_by`, `at it.promise_by`) needs a fact that is a time; shares of matters lie between 0 and 100. */
export const dueTimes: Check = function* (policy) {
  for (const { rule, row, where } of dutyRows(policy)) {
    for (const due of row.due.firstKnown) yield* time(policy, rule, due, row.source, `${where}.due`);
    if (row.sample !== null && (row.sample <= 0 || row.sample > 100)) yield error(row.source, `${where}.sample`, `抽取比例须大于 0 且不超过 100 %，现为 ${row.sample}`, `the sample must be above 0 and at most 100 %, not ${row.sample}`);
  }
  for (const duty of Object.values(policy.duties)) {
    if (duty.every) yield* time(policy, duty, duty.every, duty.source, `duties.${duty.id}.every`);
    for (const [index, step] of duty.ladder.entries()) {
      if (step.at.is === 'share' && (step.at.percent <= 0 || step.at.percent >= 100)) yield error(duty.source, `duties.${duty.id}.ladder#${index + 1}`, `“${step.text}”应在 0 与 100 % 之间；到期写 due`, `“${step.text}” must lie between 0 and 100 %; write “due” for the end`);
    }
  }
};

function* time(policy: Policy, duty: Duty, due: Due, source: Source, where: string): Generator<Finding> {
  if (due.is !== 'at') return;
  const fact = own(own(policy.kinds, duty.of)?.facts ?? {}, due.fact);
  const type = due.ofIt ? own(sharedFields(vocabularyOf(policy), duty.of, duty.after), due.fact) : fact && typeOfFact(fact.type);
  const name = `${due.ofIt ? 'it.' : ''}${due.fact}`;
  if (!type) yield error(source, where, `时限“at ${name}”所指的事实不存在`, `the time “at ${name}” names no fact`);
  else if (type.is !== 'instant' && type.is !== 'date') yield error(source, where, `时限“at ${name}”所指的事实不是时刻或日期`, `the time “at ${name}” names a fact that is no time`);
}
