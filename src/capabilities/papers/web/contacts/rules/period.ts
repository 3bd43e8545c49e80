import { civilText, instantOfCivil, isoText } from '#ui/rules/index.ts';

/** What the register is narrowed to: civil days, both counted in. */
export interface Narrowing { readonly first: string; readonly last: string; readonly channel: string; readonly search: string }

export const PERIODS = ['today', 'yesterday', 'thisWeek', 'thisMonth'] as const;
export type PeriodName = (typeof PERIODS)[number];

const DAY = 86_400_000;
const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** A period people name, by the company's calendar; weeks begin on Monday. */
export function periodOf(name: PeriodName, now: number, zone: string): { readonly first: string; readonly last: string } {
  const today = civilText(now, zone).slice(0, 10);
  if (name === 'yesterday') return { first: dayAfter(today, -1), last: dayAfter(today, -1) };
  if (name === 'thisMonth') return { first: `${today.slice(0, 8)}01`, last: today };
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  return name === 'thisWeek' ? { first: dayAfter(today, 1 - weekday), last: today } : { first: today, last: today };
}

/** The instants of those days: from the first one's 0:00 to the last one's 24:00. */
export function spanOf({ first, last }: Pick<Narrowing, 'first' | 'last'>, zone: string): { readonly from: string; readonly to: string } {
  const at = (day: string): string => isoText(instantOfCivil(`${day}T00:00`, zone) ?? 0, zone);
  return { from: at(first), to: at(dayAfter(last, 1)) };
}
