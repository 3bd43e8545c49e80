import type { Due, DueRule, Duration, Period } from '../policy.ts';

/** The names a due time may use: calendars of the policy, and its dictionary of vague words with their limits. */
export interface DueNames {
  readonly calendars: readonly string[];
  readonly words: Readonly<Record<string, { readonly due: Duration }>>;
}

type Unit = Duration['unit'];
const UNITS: Readonly<Record<string, Unit>> = { minute: 'minutes', hour: 'hours', day: 'days', week: 'weeks', month: 'months', year: 'years' };
const PERIODS: readonly Period[] = ['day', 'week', 'month', 'quarter', 'year'];

/**
 * Reads a limit: `10 minutes`, `7 days`, `24 working hours` (the middle word is the name of a calendar).
 * A calendar has hours and days, but no weeks or months of its own.
 * @returns null when the text is no limit, its calendar is unknown or its number is 0.
 */
export function parseDuration(text: string, calendars: readonly string[]): Duration | null {
  const [, number, name, word] = /^(\d+) (?:(\S+) )?(minute|hour|day|week|month|year)s?$/.exec(tidy(text)) ?? [];
  const unit = UNITS[word ?? ''];
  const amount = Number(number);
  if (!unit || !Number.isSafeInteger(amount) || amount === 0) return null;
  const calendar = name ?? null;
  if (calendar !== null && (!calendars.includes(calendar) || !['minutes', 'hours', 'days'].includes(unit))) return null;
  return { amount, unit, calendar };
}

/**
 * Reads a due time, or a list of alternatives of which the first that is known holds.
 * @returns null when any part cannot be read.
 */
export function parseDue(text: string | readonly string[], names: DueNames): DueRule | null {
  const alternatives = typeof text === 'string' ? [text] : text;
  const firstKnown: Due[] = [];
  for (const alternative of alternatives) {
    const due = parseOne(tidy(alternative), names);
    if (!due) return null;
    firstKnown.push(due);
  }
  if (firstKnown.length === 0) return null;
  return { text: typeof text === 'string' ? text : `[${text.join(', ')}]`, firstKnown };
}

function parseOne(text: string, names: DueNames): Due | null {
  if (Object.hasOwn(names.words, text)) {
    const word = names.words[text];
    return word ? { is: 'after', duration: word.due, word: text } : null;
  }
  if (text === 'same day') return { is: 'same day' };
  const duration = parseDuration(text, names.calendars);
  if (duration) return { is: 'after', duration, word: null };
  return parseEndOf(text, names) ?? parseNextOpening(text, names) ?? parseAt(text, names);
}

/** `end of quarter + 10 working days`; a period alone (`every: month`) is its end. */
function parseEndOf(text: string, names: DueNames): Due | null {
  const alone = PERIODS.find((each) => each === text);
  if (alone) return { is: 'end of', period: alone, plus: null };
  const [, name, more] = /^end of (\w+)(?: \+ (.+))?$/.exec(text) ?? [];
  const period = PERIODS.find((each) => each === name);
  const plus = parsePlus(more, names);
  return period && plus !== undefined ? { is: 'end of', period, plus } : null;
}

/** `next service opening + 15 minutes` */
function parseNextOpening(text: string, names: DueNames): Due | null {
  const [, calendar, more] = /^next (\S+) opening(?: \+ (.+))?$/.exec(text) ?? [];
  const plus = parsePlus(more, names);
  return calendar !== undefined && names.calendars.includes(calendar) && plus !== undefined ? { is: 'next opening', calendar, plus } : null;
}

/** `at resolve_by`, `at it.promise_by`, `at date - 30 days` */
function parseAt(text: string, names: DueNames): Due | null {
  const [, it, fact, sign, more] = /^at (it\.)?([\p{L}_][\p{L}\p{N}_]*)(?: ([+-]) (.+))?$/u.exec(text) ?? [];
  const duration = parsePlus(more, names);
  if (fact === undefined || duration === undefined) return null;
  return { is: 'at', fact, ofIt: it !== undefined, shift: duration && { sign: sign === '-' ? -1 : 1, duration } };
}

/** null = nothing is added; undefined = what is added cannot be read. */
function parsePlus(text: string | undefined, names: DueNames): Duration | null | undefined {
  return text === undefined ? null : (parseDuration(text, names.calendars) ?? undefined);
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
