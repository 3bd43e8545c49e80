import { actName, own } from '../../conditions/index.ts';
import type { Policy } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { dutyRows, guardRows, kindsOf } from '../rules.ts';
import { missing } from './kind-names.ts';

/** What rules, approvals, forms and guidance name must be there and belong together. */
export const ruleNames: Check = function* (policy) {
  yield* approvals(policy);
  yield* forms(policy);
  yield* families(policy);
};

function* approvals(policy: Policy): Generator<Finding> {
  const asked = new Set<string>();
  for (const { rule, row, where } of guardRows(policy)) {
    if (row.approval === null) continue;
    asked.add(row.approval);
    const approval = own(policy.approvals, row.approval);
    if (!approval) yield missing(row.source, `${where}.approval`, '审批', 'approval', row.approval, Object.keys(policy.approvals));
    else if (approval.of !== rule.of) yield error(row.source, `${where}.approval`, `审批“${approval.id}”属于“${approval.of}”，不属于“${rule.of}”`, `the approval “${approval.id}” belongs to “${approval.of}”, not to “${rule.of}”`);
  }
  for (const approval of Object.values(policy.approvals)) {
    const where = `approvals.${approval.id}`;
    const kind = own(policy.kinds, approval.of);
    if (!kind) yield missing(approval.source, `${where}.of`, '事项种类', 'kind', approval.of, Object.keys(policy.kinds));
    for (const fact of approval.over) if (kind && !own(kind.facts, fact)) yield missing(approval.source, `${where}.over`, '事实', 'fact', fact, Object.keys(kind.facts));
    if (!asked.has(approval.id)) yield error(approval.source, where, '没有任何办理条件（guards）要求这项审批', 'no guard asks for this approval');
  }
}

function* forms(policy: Policy): Generator<Finding> {
  for (const form of Object.values(policy.forms)) {
    const kind = own(policy.kinds, form.of);
    const where = `forms.${form.id}`;
    if (!kind) yield missing(form.source, `${where}.of`, '事项种类', 'kind', form.of, Object.keys(policy.kinds));
    for (const fact of kind ? form.prints : []) if (kind && !own(kind.facts, fact)) yield missing(form.source, `${where}.prints`, '事实', 'fact', fact, Object.keys(kind.facts));
    const signers = ['customer', 'about', ...Object.keys(policy.positions), ...Object.keys(policy.units), ...Object.keys(kind?.roles ?? {})];
    for (const who of form.signs) if (!signers.includes(who)) yield missing(form.source, `${where}.signs`, '岗位、部门或角色', 'position, unit or role', who, signers);
  }
  const acts = new Set(kindsOf(policy).flatMap((kind) => Object.keys(kind.acts).flatMap((act) => [act, `${kind.id}.${act}`])));
  for (const guidance of Object.values(policy.guidance)) {
    for (const act of guidance.acts) if (act !== '*' && !acts.has(act)) yield missing(guidance.source, `guidance.${guidance.id}.acts`, '办理', 'act', act, acts);
  }
}

/** An act of another kind can only be seen when that kind stands directly above or below. */
function* families(policy: Policy): Generator<Finding> {
  const rules = [...dutyRows(policy).map(({ rule, row, where }) => ({ of: rule.of, acts: [...rule.after, row.do], source: row.source, where })),
    ...Object.values(policy.reactions).map((rule) => ({ of: rule.of, acts: rule.after, source: rule.source, where: `reactions.${rule.id}` }))];
  for (const { of, acts, source, where } of rules) {
    for (const act of acts) {
      const other = actName(of, act).kind;
      if (other === of || policy.kinds[other]?.parent === of || policy.kinds[of]?.parent === other) continue;
      yield error(source, where, `“${act}”属于“${other}”，它既不在“${of}”之上也不在其下（parent）`, `“${act}” belongs to “${other}”, which is neither above nor below “${of}” (parent)`);
    }
  }
}
