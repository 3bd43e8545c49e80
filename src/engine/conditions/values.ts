import { Temporal } from 'temporal-polyfill';
import { DAY, parseInstant, type Instant } from '../instant.ts';
import type { Expression } from '../policy.ts';

/** A span of time: parts by the calendar (months differ in length) or the time passed since an instant. */
export type Span = { readonly parts: readonly Part[] } | { readonly since: Instant };
interface Part { readonly amount: number; readonly unit: Extract<Expression, { op: 'duration' }>['unit'] }

export function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && ('parts' in value || 'since' in value);
}

/**
 * An instant out of what a fact or field holds: milliseconds, ISO 8601 with offset, or a civil date (its first moment in the zone).
 * @returns null when it is no time.
 */
export function moment(value: unknown, zone: string): Instant | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return parseInstant(value);
  try {
    return Temporal.PlainDate.from(value).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** Moves an instant by a span on the wall clock of the zone; `sign` -1 goes back. */
export function shift(at: Instant, span: Span, sign: 1 | -1, now: Instant, zone: string): Instant {
  if ('since' in span) return at + sign * (now - span.since);
  let civil = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  for (const { amount, unit } of span.parts) {
    const whole = Math.trunc(amount);
    const rest = Math.round((amount - whole) * (LENGTH[unit] ?? 0));
    civil = civil.add({ [unit]: sign * whole }).add({ milliseconds: sign * rest });
  }
  return civil.epochMilliseconds;
}

const LENGTH: Readonly<Record<Part['unit'], number>> = {
  minutes: 60_000, hours: 3_600_000, days: DAY, weeks: 7 * DAY, months: 30 * DAY, years: 365 * DAY,
};

/**
 * Orders two spans: the time passed since an act against `2 months` asks whether act + 2 months lies behind us.
 * @returns negative, 0 or positive, as for sorting.
 */
export function compareSpans(left: Span, right: Span, now: Instant, zone: string): number {
  if ('since' in left) return 'since' in right ? right.since - left.since : now - shift(left.since, right, 1, now, zone);
  return 'since' in right ? -compareSpans(right, left, now, zone) : shift(now, left, 1, now, zone) - shift(now, right, 1, now, zone);
}

/** Adds or subtracts spans, numbers, or a span and a time. @returns undefined when they do not fit. */
export function addUp(left: unknown, right: unknown, sign: 1 | -1, now: Instant, zone: string): unknown {
  if (isSpan(right)) {
    if (isSpan(left)) return addSpans(left, right, sign, now);
    const at = moment(left, zone);
    return at === null ? undefined : shift(at, right, sign, now, zone);
  }
  return typeof left === 'number' && typeof right === 'number' ? left + sign * right : undefined;
}

function addSpans(left: Span, right: Span, sign: 1 | -1, now: Instant): Span {
  return { parts: [...partsOf(left, now), ...partsOf(right, now).map((part) => ({ ...part, amount: sign * part.amount }))] };
}

function partsOf(span: Span, now: Instant): readonly Part[] {
  return 'parts' in span ? span.parts : [{ amount: (now - span.since) / 60_000, unit: 'minutes' }];
}
