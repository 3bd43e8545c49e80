import { actName, own } from '../../conditions/index.ts';
import type { Kind, Policy } from '../../policy.ts';
import { error, type Check } from '../finding.ts';
import { dutyRows, singles, spellWho, type Single } from '../rules.ts';

/** Whoever must do an act may do it. A witness may do it in his place. */
export const mustAndMay: Check = function* (policy) {
  for (const { rule, row, where } of dutyRows(policy)) {
    const full = actName(rule.of, row.do);
    const kind = own(policy.kinds, full.kind);
    const act = kind && own(kind.acts, full.act);
    if (!kind || !act || act.daily !== null) continue;
    const may = act.may.flatMap(singles);
    // A name that nobody knows is told where it stands; whom it was meant for, nobody can say.
    if (may.some((one) => one.is === 'name' && !own(policy.positions, one.name) && !own(policy.units, one.name) && !own(kind.roles, one.name))) continue;
    for (const who of singles(row.witness ?? row.who)) {
      if (!mayDo(policy, kind, who, may)) yield error(row.source, where, `“${spellWho(who)}”须办理“${row.do}”，却无权办理（见该办理的 may）`, `“${spellWho(who)}” must do “${row.do}” but may not (see “may” of that act)`);
    }
  }
};

type Named = Single & { readonly is: 'name' };

function mayDo(policy: Policy, kind: Kind, who: Single, may: readonly Single[]): boolean {
  // Who `it.actor` and the person concerned are is known only in a matter.
  if (who.is !== 'name') return who.is === 'it' || may.some((one) => one.is === 'special' && who.is === 'special' && one.name === who.name);
  return may.some((one) => one.is === 'name' && covers(policy, one, who)) || unitMay(policy, kind, who.name, may) || roleMay(policy, kind, who.name, may);
}

/** `department-manager` covers `department-manager of handler`; `at least X` covers every position of X's level or above. */
function covers(policy: Policy, may: Named, who: Named): boolean {
  if (may.name === who.name) return may.of === null || may.of === who.of;
  const [floor, level] = [policy.positions[may.name]?.level, policy.positions[who.name]?.level];
  if (may.atLeast) return typeof floor === 'number' && typeof level === 'number' && level >= floor;
  // A unit may, so everybody in it may.
  return policy.positions[who.name]?.unit === may.name || (who.of !== null && who.of === may.name);
}

/** A unit owes an act that one of its people, or somebody bound to the matter, may do. */
function unitMay(policy: Policy, kind: Kind, unit: string, may: readonly Single[]): boolean {
  if (!own(policy.units, unit)) return false;
  return may.some((one) => one.is === 'name' && (policy.positions[one.name]?.unit === unit || own(kind.roles, one.name) !== undefined || one.of === unit));
}

/** Who is bound by having done an act holds a position that was allowed to do it. */
function roleMay(policy: Policy, kind: Kind, role: string, may: readonly Single[]): boolean {
  const rule = own(kind.roles, role);
  if (rule?.from !== 'actor') return false;
  const binders = (own(kind.acts, rule.setBy)?.may ?? []).flatMap(singles);
  return binders.length > 0 && binders.every((binder) => binder.is === 'name' && may.some((one) => one.is === 'name' && covers(policy, one, binder)));
}
