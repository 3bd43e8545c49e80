import type { Language } from '#engine/text.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: Record<Language, { day: string; hour: string; minute: string; second: string; join: string }> = {
  zh: { day: '天', hour: '时', minute: '分', second: '秒', join: '' },
  en: { day: 'd', hour: 'h', minute: 'm', second: 's', join: ' ' },
};

/**
 * Writes a span of time for a countdown: seconds only below ten minutes, minutes below a day, above that days and hours.
 * @param milliseconds its length; the sign is ignored
 */
export function spanText(milliseconds: number, language: Language): string {
  const span = Math.abs(milliseconds);
  if (span < 10 * MINUTE) return parts(language, [Math.floor(span / MINUTE), 'minute'], [Math.floor((span % MINUTE) / SECOND), 'second']);
  if (span < DAY) return parts(language, [Math.floor(span / HOUR), 'hour'], [Math.floor((span % HOUR) / MINUTE), 'minute']);
  return parts(language, [Math.floor(span / DAY), 'day'], [Math.floor((span % DAY) / HOUR), 'hour']);
}

/** Of the smallest part that is counted (a minute, a second) so much may have passed and it still counts as left. */
const BEGUN = 5 / 6;

/** What is still left of a limit: the part that has just begun still belongs to it, so that a limit of three days begins as three days and not as 2 days 23 hours. */
export function leftText(milliseconds: number, language: Language): string {
  const step = milliseconds < 10 * MINUTE ? SECOND : MINUTE;
  return spanText(Math.floor(milliseconds / step + BEGUN) * step, language);
}

/** Writes a counted length in hours and minutes (24时00分), as the arithmetic of a limit adds it up. */
export function lengthText(milliseconds: number, language: Language): string {
  const minutes = Math.round(milliseconds / MINUTE);
  const unit = UNITS[language];
  if (minutes < 60) return `${minutes}${unit.minute}`;
  const hours = `${Math.floor(minutes / 60)}${unit.hour}`;
  return `${hours}${unit.join}${String(minutes % 60).padStart(2, '0')}${unit.minute}`;
}

type Unit = 'day' | 'hour' | 'minute' | 'second';

/** A leading zero is left out, a trailing one only when something stands before it. */
function parts(language: Language, ...amounts: readonly (readonly [number, Unit])[]): string {
  const unit = UNITS[language];
  const shown = amounts.filter(([amount]) => amount > 0);
  const last = amounts.at(-1);
  const written = shown.length > 0 ? shown : last ? [last] : [];
  return written.map(([amount, name]) => `${amount}${unit[name]}`).join(unit.join);
}
