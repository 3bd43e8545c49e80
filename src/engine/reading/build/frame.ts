import type { CalendarRule, PauseReason, Place, Position, Unit, Word } from '../../policy.ts';
import type { Reader } from '../reader.ts';
import { readWeekly } from './weekly.ts';

/** The frame all rules stand in: words with their numbers, calendars, units, positions, places, reasons to pause. */
export interface Frame {
  readonly words: Readonly<Record<string, Word>>;
  readonly calendars: Readonly<Record<string, CalendarRule>>;
  readonly units: Readonly<Record<string, Unit>>;
  readonly positions: Readonly<Record<string, Position>>;
  readonly places: Readonly<Record<string, Place>>;
  readonly reasons: Readonly<Record<string, PauseReason>>;
}

export function buildFrame(reader: Reader): Frame {
  const { raw } = reader;
  const words: Record<string, Word> = {};
  for (const [id, word] of Object.entries(raw.words ?? {})) {
    const due = reader.duration(word.due, ['words', id, 'due']);
    if (due) words[id] = { due, source: reader.source(word, ['words', id]) };
  }
  return {
    words,
    calendars: each(raw.calendars, (id, calendar) => ({
      name: id, weekly: readWeekly(reader, calendar.weekly, ['calendars', id, 'weekly']), holidays: calendar.holidays ?? null, source: reader.source(calendar, ['calendars', id]),
    })),
    units: each(raw.units, (id, unit) => ({ id, title: unit.title, outside: unit.outside ?? false, source: reader.source(unit, ['units', id]) })),
    positions: each(raw.positions, (id, position) => ({
      id, title: position.title, unit: position.unit ?? null, level: position.level ?? null, inEveryUnit: position.in_every_unit ?? false, source: reader.source(position, ['positions', id]),
    })),
    places: each(raw.places, (id, place) => ({ id, title: place.title, onePer: place.one_per ?? null, ownLedger: place.own_ledger ?? false, source: reader.source(place, ['places', id]) })),
    reasons: each(raw.reasons, (id, reason) => ({ id, title: reason.title, source: reader.source(reason, ['reasons', id]) })),
  };
}

/** Makes the named parts of one section; a section that is not there has none. */
export function each<From, To>(section: Readonly<Record<string, From>> | undefined, make: (id: string, raw: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(section ?? {}).map(([id, raw]) => [id, make(id, raw)]));
}
