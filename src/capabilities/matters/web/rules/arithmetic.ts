import { civilText, instantOf, instantOfCivil } from '#ui/rules/index.ts';
import type { ExplanationJson } from '../../contract.ts';

type Step = ExplanationJson['steps'][number];
/** A stretch of one day, as shares of the strip that is drawn (0 = its left edge, 1 = its right edge). */
export interface Piece { readonly from: number; readonly to: number; readonly is: Step['is'] }
/** One day of the arithmetic: from when to when something counted, and how much (milliseconds). */
export interface Day { readonly at: number; readonly from: number; readonly to: number; readonly counted: number; readonly pieces: readonly Piece[] }

interface Stretch { readonly from: number; readonly to: number; readonly is: Step['is']; readonly counted: number; readonly midnight: number }
const DAY = 86_400_000;

/**
 * The arithmetic of a limit as one strip per day. All strips share one scale: from the earliest to the latest time of day that matters,
 * so that equal lengths look equal. Days on which nothing counted and nothing was stopped are left out.
 */
export function arithmeticDays(steps: readonly Step[], zone: string): readonly Day[] {
  const stretches = steps.flatMap((step) => splitByDay(step, zone)).filter((stretch) => stretch.is !== 'closed');
  const left = Math.min(...stretches.map((stretch) => stretch.from - stretch.midnight));
  const right = Math.max(...stretches.map((stretch) => stretch.to - stretch.midnight));
  const width = Math.max(1, right - left);
  const share = (stretch: Stretch, at: number): number => (at - stretch.midnight - left) / width;
  const days = new Map<number, Stretch[]>();
  for (const stretch of stretches) days.set(stretch.midnight, [...(days.get(stretch.midnight) ?? []), stretch]);
  return [...days].map(([at, found]) => ({
    at, from: Math.min(...found.map((one) => one.from)), to: Math.max(...found.map((one) => one.to)), counted: found.reduce((sum, one) => sum + one.counted, 0),
    pieces: found.map((one) => ({ from: share(one, one.from), to: share(one, one.to), is: one.is })),
  }));
}

/** At most `room` days: the first and the last ones stay, those between are added up. */
export function foldedDays(days: readonly Day[], room: number): { readonly head: readonly Day[]; readonly folded: { readonly days: number; readonly counted: number } | null; readonly tail: readonly Day[] } {
  if (days.length <= room) return { head: days, folded: null, tail: [] };
  const kept = Math.max(1, Math.floor((room - 1) / 2));
  const between = days.slice(kept, -kept);
  return { head: days.slice(0, kept), folded: { days: between.length, counted: between.reduce((sum, day) => sum + day.counted, 0) }, tail: days.slice(-kept) };
}

/** Cuts a step at the midnights of the company's zone; what it counted is shared out by length. */
function splitByDay(step: Step, zone: string): Stretch[] {
  const start = instantOf(step.from);
  const end = instantOf(step.to);
  if (start === null || end === null || end < start) return [];
  const stretches: Stretch[] = [];
  let from = start;
  do {
    const midnight = instantOfCivil(`${civilText(from, zone).slice(0, 10)}T00:00:00`, zone) ?? from;
    // A day may have 23 or 25 hours: the next midnight is found through noon of the next day.
    const next = instantOfCivil(`${civilText(midnight + DAY + DAY / 2, zone).slice(0, 10)}T00:00:00`, zone) ?? midnight + DAY;
    const to = Math.min(end, next);
    stretches.push({ from, to, is: step.is, midnight, counted: end === start ? step.counted : step.counted * ((to - from) / (end - start)) });
    from = to;
  } while (from < end);
  return stretches;
}
