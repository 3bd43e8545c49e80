import { own } from '../../conditions/index.ts';
import type { Policy } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { everyWho, singles, type PlacedWho, type Single } from '../rules.ts';
import { missing } from './kind-names.ts';

/** Whoever is named exists, and “X of Y”, “at least X”, `it.x` mean somebody. */
export const bearers: Check = function* (policy) {
  for (const placed of everyWho(policy)) {
    for (const who of singles(placed.who)) yield* who.is === 'name' ? named(policy, placed, who) : special(policy, placed, who);
    if (placed.who.is === 'every' && singles(placed.who).some((who) => who.is !== 'name' || !own(policy.positions, who.name))) {
      yield error(placed.source, placed.where, 'every 之后须是岗位', '“every” is followed by a position');
    }
  }
};

function* named(policy: Policy, { kind, source, where }: PlacedWho, who: Single & { readonly is: 'name' }): Generator<Finding> {
  const roles = (kind === null ? undefined : own(policy.kinds, kind))?.roles ?? {};
  const position = own(policy.positions, who.name);
  if (!position && !own(policy.units, who.name) && !own(roles, who.name)) {
    yield missing(source, where, '岗位、部门或角色', 'position, unit or role', who.name, [...Object.keys(policy.positions), ...Object.keys(policy.units), ...Object.keys(roles)]);
    return;
  }
  if (who.of !== null && !own(policy.units, who.of) && !own(roles, who.of)) yield missing(source, where, '部门或角色', 'unit or role', who.of, [...Object.keys(policy.units), ...Object.keys(roles)]);
  else if (who.of !== null && !position?.inEveryUnit) yield error(source, where, `“${who.name}”并非每个部门都有（in_every_unit），不能写“${who.name} of ${who.of}”`, `“${who.name}” is not in every unit (in_every_unit), so “${who.name} of ${who.of}” means nobody`);
  if (who.atLeast && (!position || position.level === null)) yield error(source, where, `“${who.name}”没有级别（level），不能写“at least”`, `“${who.name}” has no level, so “at least” cannot be said of it`);
}

function* special(policy: Policy, { kind, it, source, where, approval }: PlacedWho, who: Exclude<Single, { readonly is: 'name' }>): Generator<Finding> {
  if (who.is === 'it') {
    const type = it && own(it, who.field);
    if (!type) yield error(source, where, `此处的办理没有“it.${who.field}”`, `the act here has no “it.${who.field}”`);
    else if (type.is !== 'bearer' && type.is !== 'person' && type.is !== 'people') yield error(source, where, `“it.${who.field}”不是人或部门`, `“it.${who.field}” is nobody`);
  } else if (who.name === 'applicant' && !approval) yield error(source, where, 'applicant（申请人）只能用于审批', '“applicant” can only be used in approvals');
  else if (who.name === 'about' && kind !== null && own(policy.kinds, kind)?.about !== 'person') yield error(source, where, `“${kind}”不是关于某个人的事项（about: person）`, `“${kind}” is not about a person (about: person)`);
}
