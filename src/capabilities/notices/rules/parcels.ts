import type { Instant } from '#engine';
import type { NoticeClass } from '../contract.ts';
import { BUNDLE_ABOVE } from './letter.ts';
import { TEMPLATES } from './wording.ts';

/** The minute in which more than `BUNDLE_ABOVE` messages to one person become one. */
export const BUNDLE_WINDOW = 60_000;

/**
 * What goes into one message each, for one person on one channel: one by one up to five in a minute, everything together above.
 * @param recent - when the messages of the last minute to him went out. @returns the messages, or when to look again: more would be too many now.
 */
export function parcelsOf<T>(waiting: readonly T[], recent: readonly Instant[], now: Instant): { readonly send: readonly (readonly T[])[] } | { readonly later: Instant } {
  const lately = recent.filter((at) => at > now - BUNDLE_WINDOW);
  if (lately.length + waiting.length <= BUNDLE_ABOVE) return { send: waiting.map((each) => [each]) };
  return lately.length === 0 ? { send: [waiting] } : { later: Math.max(...lately) + BUNDLE_WINDOW };
}

const RANK: Readonly<Record<NoticeClass, number>> = { alarm: 0, reminder: 1, information: 2 };

/** The gravest first: by class, then by what happened, then by due time. */
export function byGravity(left: Graded, right: Graded): number {
  return RANK[left.class] - RANK[right.class] || placeOf(left.template) - placeOf(right.template) || (left.due ?? '9').localeCompare(right.due ?? '9');
}
export interface Graded { readonly class: NoticeClass; readonly template: string; readonly due: string | null }

const placeOf = (template: string): number => {
  const place = TEMPLATES.findIndex((each) => each === template);
  return place < 0 ? TEMPLATES.length : place;
};
