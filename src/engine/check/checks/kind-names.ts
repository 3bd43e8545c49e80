import { nearest, own } from '../../conditions/index.ts';
import type { Act, Kind, Policy } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { kindsOf } from '../rules.ts';

/** What a kind names must be there: the kind above it, the facts its acts ask, the stages they lead through, their outcomes. */
export const kindNames: Check = function* (policy) {
  for (const position of Object.values(policy.positions)) {
    if (position.unit !== null && !own(policy.units, position.unit)) yield missing(position.source, `positions.${position.id}.unit`, '部门', 'unit', position.unit, Object.keys(policy.units));
  }
  for (const kind of kindsOf(policy)) yield* ofKind(policy, kind);
};

function* ofKind(policy: Policy, kind: Kind): Generator<Finding> {
  const where = `kinds.${kind.id}`;
  if (kind.parent !== null && !own(policy.kinds, kind.parent)) yield missing(kind.source, `${where}.parent`, '事项种类', 'kind', kind.parent, Object.keys(policy.kinds));
  for (const stage of Object.keys(kind.stageTitles)) if (!kind.stages.includes(stage)) yield missing(kind.source, `${where}.stage_titles`, '阶段', 'stage', stage, kind.stages);
  for (const [index, stage] of kind.stages.entries()) if (kind.stages.indexOf(stage) !== index) yield error(kind.source, `${where}.stages`, `阶段“${stage}”写了两次`, `the stage “${stage}” stands twice`);
  for (const act of Object.values(kind.acts)) yield* ofAct(kind, act, `${where}.acts.${act.id}`);
}

function* ofAct(kind: Kind, act: Act, where: string): Generator<Finding> {
  for (const fact of act.asks) if (!own(kind.facts, fact)) yield missing(act.source, `${where}.asks`, '事实', 'fact', fact, Object.keys(kind.facts));
  const leads = act.to === null ? [] : typeof act.to === 'string' ? [act.to] : Object.values(act.to);
  for (const stage of [...(act.from ?? []), ...leads]) if (!kind.stages.includes(stage)) yield missing(act.source, where, '阶段', 'stage', stage, kind.stages);
  for (const outcome of typeof act.to === 'object' && act.to !== null ? Object.keys(act.to) : []) {
    if (!act.outcomes.includes(outcome)) yield missing(act.source, `${where}.to`, '结果（outcomes）', 'outcome', outcome, act.outcomes);
  }
}

/** A name that leads nowhere, with the nearest one that does. */
export function missing(source: Finding['source'], where: string, zh: string, en: string, name: string, known: Iterable<string>): Finding {
  const near = nearest(name, known);
  return error(source, where, `没有名为“${name}”的${zh}${near ? `，是否应为“${near}”` : ''}`, `there is no ${en} “${name}”${near ? `; did you mean “${near}”?` : ''}`);
}
