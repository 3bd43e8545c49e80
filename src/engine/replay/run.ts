import { decideAct, decideReceive, fireDue, type Decision, type World } from '../decide/index.ts';
import type { Actor, MatterState } from '../matter.ts';
import type { Text } from '../text.ts';
import type { ColumnPlan, PastMatter } from './types.ts';

/** A history does not say who acted; nobody's rights are asked. */
const SOMEBODY: Actor = { is: 'person', person: 'history', unit: null, positions: [], rights: [] };

/**
 * Lets one matter happen again on a virtual clock: before each act everything that had fallen due by then has fired.
 * @returns the matter after its last act, or why the policy does not know such an act.
 * @throws RangeError when a time lies beyond the years the calendars are compiled for.
 */
export function runMatter(world: World, plan: ColumnPlan, past: PastMatter): { readonly matter: MatterState } | { readonly reason: Text } {
  let matter: MatterState | null = null;
  for (const { act, at, fields, facts } of past.acts) {
    const then = { ...world, now: at };
    const decision: Decision = matter === null
      ? decideReceive(then, { id: past.id, kind: plan.kind, number: past.id, unit: null, about: null, parent: null, act: plan.opening, actor: SOMEBODY, facts, fields, occurredAt: at })
      : decideAct(then, fireDue(then, matter).decision.matter, { act, actor: SOMEBODY, facts, fields, occurredAt: at });
    if (decision.refused !== null) return { reason: decision.wrong[0]?.message ?? { zh: `不能这样办理：${act}`, en: `this cannot be done: ${act}` } };
    matter = decision.matter;
  }
  return matter === null ? { reason: { zh: '没有任何办理', en: 'nothing was done' } } : { matter };
}
