import { bearsIn, sameBearer } from '../bearers/index.ts';
import { canonical } from '../canonical.ts';
import type { Actor, Bearer, ObligationState } from '../matter.ts';
import { APPROVE } from './approvals/lapse.ts';
import type { Draft } from './draft.ts';
import { isOwing } from './obligations/index.ts';
import type { Notice } from './types.ts';

/** What says better than “new for me” why somebody has to look: he hears that and nothing else of the same change. */
const SAYS_MORE: readonly Notice['template'][] = ['urgent', 'recorded-against-rule', 'breached', 'approval-wanted', 'approval-decided', 'returned', 'recalled', 'chased', 'taken'];

/**
 * The notices of a decision: to what was said on the way comes “new for me” for whoever owes something now that he did not owe before.
 * It is one notice for all he owes newly. Whoever hears of the decision by a graver notice is left out of the lighter ones (`except`),
 * and so is whoever did the act: what he owes by it he saw coming.
 */
export function noticesOf(draft: Draft, doers: readonly string[] = doersOf(draft)): readonly Notice[] {
  const graver = draft.notices.filter((each) => SAYS_MORE.includes(each.template));
  const heard: Bearer[] = graver.flatMap((each) => each.to);
  const once = (notice: Notice | null, not: readonly Bearer[] = []): readonly Notice[] => {
    const to = notice?.to.filter((bearer) => !heard.some((each) => canonical(each) === canonical(bearer))) ?? [];
    if (!notice || to.length === 0) return [];
    const except = unique([...not, ...heard]);
    heard.push(...to);
    return [{ ...notice, to, ...(except.length ? { except } : {}) }];
  };
  const assigned = once(newFor(draft, doers), doers.map((person) => ({ person })));
  return [...draft.notices.flatMap((each) => (graver.includes(each) ? [each] : once(each))), ...assigned];
}

/** Whom “new for me” goes to; null when nobody owes anything new. What the doer bears himself alarms no colleague of his. */
export function newFor(draft: Draft, doers: readonly string[] = doersOf(draft)): Notice | null {
  const { world, matter, before } = draft;
  if (world.history || matter.ended) return null;
  const fresh = matter.obligations.flatMap((now, place) => {
    const to = newBearers(before[place], now);
    return to.length === 0 || doers.some((person) => bearsIn(world, actorOf(draft, person), now.bearers, matter.id)) ? [] : [{ key: now.key, to }];
  });
  if (fresh.length === 0) return null;
  return { to: unique(fresh.flatMap((each) => each.to)), template: 'assigned', rule: 'assigned', clause: [], obligation: null, of: fresh.map((each) => each.key), seq: matter.seq };
}

/** Steps of an approval are told as what they are. A time that merely moved makes nothing new. */
function newBearers(was: ObligationState | undefined, now: ObligationState): readonly Bearer[] {
  if (now === was || now.duty === APPROVE || !isOwing(now)) return [];
  if (!was || !isOwing(was)) return now.bearers;
  return now.bearers.filter((bearer) => !was.bearers.some((each) => sameBearer(each, bearer)));
}

const doersOf = (draft: Draft): readonly string[] => [...new Set([...(draft.doers ?? []), ...draft.events.flatMap(({ actor }) => (actor.is === 'person' ? [actor.person] : []))])];

function actorOf({ world }: Draft, person: string): Actor {
  const holder = world.directory.people.find((each) => each.person === person) ?? { person, unit: null, positions: [] };
  return { is: 'person', rights: [], ...holder };
}

const unique = (bearers: readonly Bearer[]): readonly Bearer[] => [...new Map(bearers.map((bearer) => [canonical(bearer), bearer])).values()];
