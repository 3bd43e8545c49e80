import { own } from '../../conditions/index.ts';
import type { Duty, Policy } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { demands } from '../conditions-on.ts';

/** A duty whose rows go by the values of a fact (severity) must have a row for each value: else a matter of that value owes nothing. */
export const valuesWithoutLimit: Check = function* (policy) {
  for (const duty of Object.values(policy.duties)) if (duty.rows.length > 1) yield* ofDuty(policy, duty);
};

function* ofDuty(policy: Policy, duty: Duty): Generator<Finding> {
  const rows = duty.rows.map((row) => demands(row.when));
  const switches = new Set(rows[0]?.map((demand) => demand.fact));
  for (const fact of switches) {
    const type = own(own(policy.kinds, duty.of)?.facts ?? {}, fact)?.type;
    if (type?.is !== 'one' || !rows.every((row) => row.some((demand) => demand.fact === fact))) continue;
    const covered = new Set(rows.flatMap((row) => row.filter((demand) => demand.fact === fact).flatMap((demand) => demand.values)));
    const asked = demands(duty.when).filter((demand) => demand.fact === fact);
    const wanted = type.values.filter((value) => asked.every((demand) => demand.values.includes(value.id)));
    for (const value of wanted) {
      if (!covered.has(value.id)) yield error(duty.source, `duties.${duty.id}.rows`, `“${fact}”为“${value.title}”（${value.id}）时没有对应的行，也就没有时限`, `there is no row, and so no limit, where “${fact}” is “${value.id}”`);
    }
  }
}
