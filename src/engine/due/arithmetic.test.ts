import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cnDayTable, compileCalendar } from '../calendar/index.ts';
import { DAY, HOUR, MINUTE, formatInstant } from '../instant.ts';
import { continueAfter, dueAt, explainArithmetic, parseDue, remaining, shareOf } from './index.ts';
import type { Due } from '../policy.ts';

const zone = 'Asia/Shanghai';
const source = { clause: [], ours: 'a test', line: 1 };
const years = { from: 2026, to: 2027 };
const daytime = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: 510, to: 720 }, { from: 780, to: 1050 }]]));
const always = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: 480, to: 1200 }]]));
const calendars = {
  working: compileCalendar({ name: 'working', weekly: daytime, holidays: 'CN', source }, zone, cnDayTable(), years),
  service: compileCalendar({ name: 'service', weekly: always, holidays: null, source }, zone, cnDayTable(), years),
};
const at = (local: string): number => Date.parse(`${local}:00+08:00`);
const local = (instant: number): string => formatInstant(instant, zone).slice(5, 16);

function limit(text: string, start: number): { used: Due; at: number } {
  const rule = parseDue(text, { calendars: Object.keys(calendars), words: {} });
  const found = rule && dueAt(rule, { start, zone, calendars, fact: () => undefined, itFact: () => undefined });
  if (!found) throw new Error(`cannot read ${text}`);
  return found;
}

function lines(text: string, start: number, pause?: { from: number; to: number }): string[] {
  const { used, at: natural } = limit(text, start);
  const dueInstant = pause ? continueAfter(used, calendars, pause.to, remaining(used, calendars, pause.from, natural)) : natural;
  const steps = explainArithmetic(used, { start, dueInstant, zone, calendars, pauses: pause ? [pause] : [] });
  return steps.map((step) => `${local(step.from)} ${local(step.to)} ${step.is} ${step.counted / HOUR}`);
}

describe('a pause', () => {
  it('keeps the open time of working hours and working days, and the clock time of all else', () => {
    const hours = limit('4 working hours', at('2026-03-06T16:30'));
    expect(remaining(hours.used, calendars, at('2026-03-06T17:00'), hours.at)).toBe(3.5 * HOUR);
    expect(local(continueAfter(hours.used, calendars, at('2026-03-10T12:30'), 3.5 * HOUR))).toBe('03-10T16:30');
    const days = limit('1 working day', at('2026-03-02T09:00'));
    expect(remaining(days.used, calendars, at('2026-03-03T08:00'), days.at)).toBe(8 * HOUR);
    const clock = limit('24 hours', at('2026-03-02T09:00'));
    expect(remaining(clock.used, calendars, at('2026-03-02T12:00'), clock.at)).toBe(21 * HOUR);
    expect(local(continueAfter(clock.used, calendars, at('2026-03-07T12:00'), 21 * HOUR))).toBe('03-08T09:00');
  });

  it('leaves nothing of a limit that is over', () => {
    const { used, at: due } = limit('1 hour', at('2026-03-02T09:00'));
    expect(remaining(used, calendars, at('2026-03-02T11:00'), due)).toBe(0);
  });

  it('of no length changes nothing, wherever it falls', () => {
    const texts = fc.constantFrom('90 minutes', '24 working hours', '3 working days', '7 days', '5 service hours', 'end of month');
    fc.assert(fc.property(texts, fc.nat(60 * 1440), fc.double({ min: 0, max: 0.999, noNaN: true }), (text, minute, part) => {
      const start = at('2026-03-02T00:00') + minute * MINUTE;
      const { used, at: due } = limit(text, start);
      const pausedAt = start + Math.floor((due - start) * part);
      expect(continueAfter(used, calendars, pausedAt, remaining(used, calendars, pausedAt, due))).toBe(due);
    }));
  });
});

describe('a share of a limit', () => {
  it('is measured in the time the limit counts in', () => {
    const hours = limit('10 working hours', at('2026-03-06T16:30'));
    expect(local(shareOf(hours.used, at('2026-03-06T16:30'), hours.at, 80, calendars))).toBe('03-09T16:30');
    const clock = limit('10 minutes', at('2026-03-06T16:30'));
    expect(local(shareOf(clock.used, at('2026-03-06T16:30'), clock.at, 80, calendars))).toBe('03-06T16:38');
  });

  it('of a limit that waits for an opening is measured from the opening', () => {
    const { used, at: due } = limit('next service opening + 15 minutes', at('2026-03-06T23:00'));
    expect(local(shareOf(used, at('2026-03-06T23:00'), due, 80, calendars))).toBe('03-07T08:12');
  });

  it('of 100 percent is the due time itself', () => {
    const { used, at: due } = limit('1 working day', at('2026-03-06T23:00'));
    expect(shareOf(used, at('2026-03-06T23:00'), due, 100, calendars)).toBe(due);
  });
});

describe('the arithmetic of a due time', () => {
  it('shows each window that counted and joins what was closed between', () => {
    expect(lines('6 working hours', at('2026-03-06T16:30'))).toEqual([
      '03-06T16:30 03-06T17:30 counted 1',
      '03-06T17:30 03-09T08:30 closed 0',
      '03-09T08:30 03-09T12:00 counted 3.5',
      '03-09T12:00 03-09T13:00 closed 0',
      '03-09T13:00 03-09T14:30 counted 1.5',
    ]);
  });

  it('shows pauses, and still counts the limit exactly', () => {
    expect(lines('2 working hours', at('2026-03-06T16:30'), { from: at('2026-03-06T17:00'), to: at('2026-03-09T09:00') })).toEqual([
      '03-06T16:30 03-06T17:00 counted 0.5',
      '03-06T17:00 03-09T09:00 paused 0',
      '03-09T09:00 03-09T10:30 counted 1.5',
    ]);
  });

  it('does not count the starting day of days and working days', () => {
    expect(lines('2 days', at('2026-03-06T16:30'))).toEqual(['03-06T16:30 03-07T00:00 closed 0', '03-07T00:00 03-09T00:00 counted 48']);
    expect(lines('1 working day', at('2026-03-06T16:30'))).toEqual([
      '03-06T16:30 03-09T08:30 closed 0', '03-09T08:30 03-09T12:00 counted 3.5', '03-09T12:00 03-09T13:00 closed 0', '03-09T13:00 03-09T17:30 counted 4.5',
    ]);
  });

  it('waits for the end of a period and for an opening before it counts', () => {
    expect(lines('next service opening + 15 minutes', at('2026-03-06T23:00'))).toEqual(['03-06T23:00 03-07T08:00 closed 0', '03-07T08:00 03-07T08:15 counted 0.25']);
    expect(lines('end of week + 1 working day', at('2026-03-06T12:00'))[0]).toBe('03-06T12:00 03-09T08:30 closed 0');
    expect(lines('end of week', at('2026-03-08T12:00'))).toEqual(['03-08T12:00 03-09T00:00 counted 12']);
  });

  it('is empty when the due time lies before the start', () => {
    const due: Due = { is: 'at', fact: 'date', ofIt: false, shift: null };
    expect(explainArithmetic(due, { start: 1000, dueInstant: 0, zone, calendars, pauses: [] })).toEqual([]);
  });

  it('shows a pause that goes on up to the due time it was given', () => {
    const used = limit('1 hour', at('2026-03-02T09:00')).used;
    const steps = explainArithmetic(used, { start: 0, dueInstant: HOUR, zone, calendars, pauses: [{ from: 30 * MINUTE, to: null }] });
    expect(steps.map((step) => step.is)).toEqual(['counted', 'paused']);
  });

  it('has no gaps, and the counted time of working hours is the limit exactly, however often it was paused', () => {
    const pause = fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 4000 }));
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60 * DAY), fc.array(pause, { maxLength: 3 }), (hours, offset, drawn) => {
      const start = at('2026-02-10T00:00') + offset;
      const { used, at: natural } = limit(`${hours} working hours`, start);
      let due = natural;
      const pauses: { from: number; to: number }[] = [];
      for (const [after, length] of drawn) {
        const from = (pauses.at(-1)?.to ?? start) + after * MINUTE;
        if (from >= due) break;
        const left = remaining(used, calendars, from, due);
        pauses.push({ from, to: from + length * MINUTE });
        due = continueAfter(used, calendars, from + length * MINUTE, left);
      }
      const steps = explainArithmetic(used, { start, dueInstant: due, zone, calendars, pauses });
      expect(steps.reduce((sum, step) => sum + step.counted, 0)).toBe(hours * HOUR);
      expect([steps[0]?.from, steps.at(-1)?.to]).toEqual([start, due]);
      expect(steps.every((step, i) => step.to > step.from && (i === 0 || steps[i - 1]?.to === step.from))).toBe(true);
      expect(steps.every((step, i) => i === 0 || steps[i - 1]?.is !== step.is)).toBe(true);
    }), { numRuns: 200 });
  });
});
