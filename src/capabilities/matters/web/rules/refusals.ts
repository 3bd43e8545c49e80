import type { PossibleAct, RefusalJson } from '../../contract.ts';

/** What leads on from a refusal: asking for approval, the missing steps themselves, chasing whoever owes them, giving the reason, and writing down what has happened all the same. */
export interface WaysOut {
  readonly approvable: boolean;
  readonly first: readonly PossibleAct[];
  /** The missing step is somebody else's: he can be chased. */
  readonly chase: PossibleAct | null;
  /** Only the reason for recording late is missing. */
  readonly reason: boolean;
  readonly asFact: PossibleAct | null;
}

/** Reasons an approval cannot remove: the stage, the person, the end of the matter. */
const BEYOND_APPROVAL: readonly string[] = ['stage', 'may', 'ended'];
const FIRST_AT_MOST = 3;

/**
 * The ways out of a refused act for this reader: an approval only where it would open the door; of the steps that are missing those
 * that are his to do, what he can do now before what has a door of its own. Acts of daily life have nothing to be written down against.
 */
export function waysOut(act: PossibleAct, refusals: readonly RefusalJson[], acts: readonly PossibleAct[]): WaysOut {
  const needs = refusals.flatMap((refusal) => refusal.needs);
  const missing = [...new Set(needs.flatMap((need) => need.by))].flatMap((id) => acts.find((one) => one.act === id && one !== act && one.act !== act.act) ?? []);
  const own = missing.filter((one) => !isOthers(one)).toSorted((a, b) => Number(b.allowed) - Number(a.allowed));
  return {
    approvable: !refusals.some((refusal) => BEYOND_APPROVAL.includes(refusal.kind)) && needs.some((need) => need.is === 'approval'),
    first: own.slice(0, FIRST_AT_MOST),
    chase: own.length === 0 && missing.length > 0 ? (acts.find((one) => one.is === 'chase' && one.allowed) ?? null) : null,
    reason: needs.some((need) => need.is === 'reason') && !needs.some((need) => need.is === 'right'),
    asFact: act.daily ? null : (acts.find((one) => one.is === 'record-fact' && one.allowed) ?? null),
  };
}

function isOthers(act: PossibleAct): boolean {
  return act.refusals.some((refusal) => refusal.kind === 'may');
}

/** Who opens the door, each once. */
export function doorkeepers(refusals: readonly RefusalJson[]): RefusalJson['people'] {
  return [...new Map(refusals.flatMap((refusal) => refusal.people).map((each) => [each.name, each])).values()];
}

/** What can be said to the customer who waits on the line: whom it depends on, or what comes first. The words belong to the page. */
export interface Telling { readonly word: 'tellApproval' | 'tellFirst' | 'tellWork' | 'tellLater'; readonly values: Readonly<Record<string, string>> }

/** A sentence for the telephone, by what is missing and whether that can be done now; null for acts of daily life, which the customer never waits for. */
export function tellingOf(act: Pick<PossibleAct, 'daily' | 'title'>, refusals: readonly RefusalJson[], acts: readonly Pick<PossibleAct, 'act' | 'allowed'>[] = []): Telling | null {
  if (act.daily) return null;
  const needs = refusals.filter((refusal) => !refusal.conditional).flatMap((refusal) => refusal.needs);
  if (needs.some((need) => need.is === 'approval')) return { word: 'tellApproval', values: {} };
  const first = needs.find((need) => need.is === 'act');
  // What comes first waits for something itself: to the customer that is the work on his matter, not our next form.
  if (first && acts.some((one) => one.act === first['act'] && !one.allowed)) return { word: 'tellWork', values: {} };
  return first ? { word: 'tellFirst', values: { act: first.title } } : { word: 'tellLater', values: { act: act.title } };
}
