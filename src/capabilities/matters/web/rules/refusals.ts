import type { PossibleAct, RefusalJson } from '../../contract.ts';

/** What leads on from a refusal: asking for approval, acts to be done first, and writing down what has happened all the same. */
export interface WaysOut { readonly approvable: boolean; readonly first: readonly PossibleAct[]; readonly asFact: PossibleAct | null }

/** Reasons an approval cannot remove: the stage, the person, the end of the matter. */
const BEYOND_APPROVAL: readonly string[] = ['stage', 'may', 'ended'];
const FIRST_AT_MOST = 2;

/**
 * The ways out of a refused act for this reader: an approval only where it would open the door, only such next acts as he can do now.
 * Acts of daily life have nothing to be written down against.
 */
export function waysOut(act: PossibleAct, refusals: readonly RefusalJson[], acts: readonly PossibleAct[]): WaysOut {
  const needed = new Set(refusals.flatMap((refusal) => refusal.needs).filter((need) => need.is === 'act').map((need) => need['act']));
  return {
    approvable: !refusals.some((refusal) => BEYOND_APPROVAL.includes(refusal.kind)) && refusals.some((refusal) => refusal.needs.some((need) => need.is === 'approval')),
    first: acts.filter((one) => one.allowed && needed.has(one.act)).slice(0, FIRST_AT_MOST),
    asFact: act.daily ? null : (acts.find((one) => one.is === 'record-fact' && one.allowed) ?? null),
  };
}

/** What can be said to the customer who waits on the line: whom it depends on, or what comes first. The words belong to the page. */
export interface Telling { readonly word: 'tellApproval' | 'tellFirst' | 'tellLater'; readonly values: Readonly<Record<string, string>> }

/** A sentence for the telephone; null for acts of daily life, which the customer never waits for. */
export function tellingOf(act: Pick<PossibleAct, 'daily' | 'title'>, refusals: readonly RefusalJson[]): Telling | null {
  if (act.daily) return null;
  const needs = refusals.filter((refusal) => !refusal.conditional).flatMap((refusal) => refusal.needs);
  if (needs.some((need) => need.is === 'approval')) return { word: 'tellApproval', values: {} };
  const first = needs.find((need) => need.is === 'act');
  return first ? { word: 'tellFirst', values: { act: first.title } } : { word: 'tellLater', values: { act: act.title } };
}
