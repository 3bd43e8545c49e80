import type { Policy, Source } from '../../policy.ts';
import { error, type Check } from '../finding.ts';
import { dutyRows, guardRows, kindsOf, reactionRows } from '../rules.ts';

/** Every rule says whence it comes: from a clause, or from us and why. Facts, values and places may be plain. */
export const sources: Check = function* (policy) {
  for (const [where, source] of mustSay(policy)) {
    if (source.clause.length === 0 && source.ours === null) yield error(source, where, '既没有写条款（clause），也没有写我们为何这样定（ours）', 'neither a clause nor ours: say which clause it carries, or why we chose it');
  }
};

function* mustSay(policy: Policy): Generator<readonly [string, Source]> {
  for (const section of ['words', 'units', 'positions', 'approvals', 'measures', 'scores', 'forms', 'guidance'] as const) {
    for (const [id, part] of Object.entries<{ readonly source: Source }>(policy[section])) yield [`${section}.${id}`, part.source];
  }
  for (const kind of kindsOf(policy)) {
    for (const role of Object.values(kind.roles)) yield [`kinds.${kind.id}.roles.${role.id}`, role.source];
    for (const act of Object.values(kind.acts)) yield [`kinds.${kind.id}.acts.${act.id}`, act.source];
  }
  for (const { row, where } of [...dutyRows(policy), ...guardRows(policy), ...reactionRows(policy)]) yield [where, row.source];
  for (const score of Object.values(policy.scores)) for (const part of [...score.items, ...score.bands]) yield [`scores.${score.id}`, part.source];
}
