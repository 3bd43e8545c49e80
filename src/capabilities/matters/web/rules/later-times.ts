import { civilText, instantOf, instantOfCivil, isoText } from '#ui/rules/index.ts';
import type { ObligationJson } from '../../contract.ts';

const DAY = 86_400_000;
/** 5 = Friday, counted from Monday = 1. */
const FRIDAY = 5;

/** Times to which people extend: one day and three days after the present limit, and the end of its week; the last two only where they lie later. */
export function laterTimes(due: string | null, zone: string): readonly string[] {
  const at = instantOf(due);
  if (at === null) return [];
  const [date = '', clock = ''] = civilText(at, zone).split(/[ T]/u);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  const onDay = (days: number, time: string): number | null => instantOfCivil(`${civilText(Date.parse(`${date}T12:00:00Z`) + days * DAY, 'UTC').slice(0, 10)}T${time}`, zone);
  const times = [onDay(1, clock.slice(0, 5)), onDay(3, clock.slice(0, 5)), onDay((FRIDAY - weekday + 7) % 7, '17:30')];
  return [...new Set(times.filter((time): time is number => time !== null && time > at))].toSorted((a, b) => a - b).map((time) => isoText(time, zone));
}

/** The limit that a form of extending or waiving has chosen: the policy's name of an obligation is its duty, round and place. */
export function chosenLimit(obligations: readonly ObligationJson[], chosen: unknown): ObligationJson | null {
  return typeof chosen === 'string' ? (obligations.find((each) => chosen.startsWith(`${each.duty}/${each.round}/`)) ?? null) : null;
}

const MINUTE = 60_000;
/** Times at which people say that something was done already: a quarter, half an hour, an hour, two hours ago. None before the matter was there. */
export function earlierTimes(now: number, receivedAt: string, zone: string): readonly string[] {
  const began = instantOf(receivedAt) ?? 0;
  return [15, 30, 60, 120].map((minutes) => Math.floor((now - minutes * MINUTE) / MINUTE) * MINUTE).filter((at) => at >= began).map((at) => isoText(at, zone));
}
