import type { ExplanationJson } from '../../contract.ts';

type CountedDay = ExplanationJson['days'][number];
/** A stretch of a day, as shares of the strip that is drawn (0 = its left edge, 1 = its right edge). */
export interface Piece { readonly from: number; readonly to: number; readonly is: 'counted' | 'paused' }
export interface Folded { readonly head: readonly CountedDay[]; readonly folded: { readonly days: number; readonly minutes: number } | null; readonly tail: readonly CountedDay[] }

/** The stretch of the clock all strips of one limit share, in minutes from midnight, so that equal lengths look equal. */
export interface Scale { readonly left: number; readonly right: number }

const NOON = 720;

/** From the earliest to the latest time of day that counted or stood still. */
export function scaleOf(days: readonly CountedDay[]): Scale {
  const stretches = days.flatMap((day) => [...day.windows, ...day.pauses]);
  const left = Math.min(NOON, ...stretches.map((each) => minutesOf(each.from)));
  return { left, right: Math.max(left + 1, NOON, ...stretches.map((each) => minutesOf(each.to))) };
}

/** What counted and what stood still on a day, as shares of its strip. */
export function piecesOf(day: CountedDay, { left, right }: Scale): readonly Piece[] {
  const share = (clock: string): number => (minutesOf(clock) - left) / (right - left);
  const piece = (is: Piece['is']) => ({ from, to }: { readonly from: string; readonly to: string }): Piece => ({ from: share(from), to: share(to), is });
  return [...day.windows.map(piece('counted')), ...day.pauses.map(piece('paused'))].toSorted((a, b) => a.from - b.from);
}

/** At most `room` lines: the first and the last days stay, those between are added up. Days on which the clock was stopped are never folded away. */
export function foldedDays(days: readonly CountedDay[], room: number): Folded {
  if (days.length <= room) return { head: days, folded: null, tail: [] };
  const kept = Math.max(1, Math.floor((room - 1) / 2));
  const stopped = days.findLastIndex((day) => day.pauses.length > 0);
  const first = Math.max(kept, stopped + 1);
  const last = Math.min(kept, days.length - first);
  const between = days.slice(first, days.length - last);
  if (between.length < 2) return { head: days, folded: null, tail: [] };
  return { head: days.slice(0, first), folded: { days: between.length, minutes: between.reduce((sum, day) => sum + day.minutes, 0) }, tail: days.slice(days.length - last) };
}

/** `08:30` in minutes; `24:00` ends the day. */
function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
