import type { Bearer, MatterState, Undo } from '../../matter.ts';
import type { FactValue } from '../../policy.ts';
import { canonical } from '../../canonical.ts';
import type { Draft } from '../draft.ts';
import { noticesOf } from '../new-for.ts';

/**
 * Keeps the way back behind the act that was just decided: not the whole matter of before, only what the act changed, so that
 * the matter does not grow. Whatever people do next closes this way; what merely falls due does not.
 */
export function withUndo(draft: Draft, before: MatterState, act: string, person: string): void {
  const after = draft.matter;
  const undo: Undo = {
    from: draft.firstSeq, to: after.seq, act, person, stage: before.stage, ended: before.ended,
    facts: changed<FactValue>(before.facts, after.facts), roles: changed<Bearer>(before.roles, after.roles),
    obligations: before.obligations.flatMap((was, place) => (after.obligations[place] === was ? [] : [{ place, was }])), owed: before.obligations.length,
    approvals: before.approvals.filter((each) => !after.approvals.includes(each)),
    told: [...new Map(noticesOf(draft).flatMap((notice) => notice.to).map((bearer) => [canonical(bearer), bearer])).values()],
    outside: draft.effects.length > 0 || toldAbove(draft), returned: after.acts.filter((each) => each.returned && !before.acts.find((other) => other.seq === each.seq)?.returned).map((each) => each.seq),
  };
  draft.matter = { ...after, undo };
}

export function withoutUndo(matter: MatterState): MatterState {
  return matter.undo ? { ...matter, undo: null } : matter;
}

function changed<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): Record<string, T | null> {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries([...names].filter((name) => before[name] !== after[name]).map((name) => [name, before[name] ?? null]));
}

/** Whether the matter above owes, is met or reacts by an act of this decision: then it has already heard of it. */
function toldAbove({ matter, world, firstSeq }: Draft): boolean {
  const above = matter.parent?.kind;
  if (above === undefined) return false;
  const names = matter.acts.filter((each) => each.seq >= firstSeq).map((each) => `${matter.kind}.${each.act}`);
  const duties = Object.values(world.policy.duties).some((duty) => duty.of === above && (duty.after.some((name) => names.includes(name)) || duty.rows.some((row) => names.includes(row.do))));
  return duties || Object.values(world.policy.reactions).some((reaction) => reaction.of === above && reaction.after.some((name) => names.includes(name)));
}
