import { describe, expect, it } from 'vitest';
import { civilDayFrom } from '#engine/calendar/index.ts';
import { boundsOf, nextShiftAfter, onDutyAt, placeOf, type Roster, type Shift } from './roster.ts';

const day: Shift = { id: 'd', name: '白班', starts: 8 * 60, ends: 17 * 60 + 30, night: false, holidays: false };
const night: Shift = { id: 'n', name: '夜班', starts: 17 * 60 + 30, ends: 8 * 60, night: true, holidays: true };
const EVERY = [1, 2, 3, 4, 5, 6, 7];
const roster: Roster = {
  shifts: [day, night], zone: 'Asia/Shanghai', holidays: new Set(['2026-10-01']),
  pattern: [...EVERY.slice(0, 5).map((weekday) => ({ weekday, person: 'zhou', shift: 'd' })), ...EVERY.map((weekday) => ({ weekday, person: 'qin', shift: 'n' }))],
  days: [{ day: '2026-03-04', person: 'zhou', shift: null }, { day: '2026-03-04', person: 'he', shift: 'd' }, { day: '2026-03-07', person: 'zhou', shift: 'd' }],
};
const at = (moment: string): number => Date.parse(`${moment}:00+08:00`);
const on = (moment: string): readonly string[] => onDutyAt(roster, at(moment)).map((each) => `${each.person} ${each.shift.id}`);

describe('who is on duty', () => {
  it.each([
    ['2026-03-02T07:59', ['qin n']], ['2026-03-02T08:00', ['zhou d']], ['2026-03-02T17:29', ['zhou d']], ['2026-03-02T17:30', ['qin n']],
    ['2026-03-02T23:59', ['qin n']], ['2026-03-03T00:00', ['qin n']], ['2026-03-03T07:59', ['qin n']], ['2026-03-03T08:00', ['zhou d']],
  ])('at %s is %s: the night runs over midnight, and an end belongs to the next', (moment, expected) => expect(on(moment)).toEqual(expected));

  it('follows what is said for a day before the pattern: a day off, a swap, a Saturday', () => {
    expect(on('2026-03-04T10:00')).toEqual(['he d']);
    expect(on('2026-03-07T10:00')).toEqual(['zhou d']);
    expect(on('2026-03-08T10:00')).toEqual([]);
  });

  it('knows that on a public holiday only the night desk goes on', () => {
    expect(on('2026-10-01T10:00')).toEqual([]);
    expect(on('2026-10-01T20:00')).toEqual(['qin n']);
    expect(on('2026-09-30T10:00')).toEqual(['zhou d']);
  });

  it('takes nobody for a shift that is no longer there', () => {
    expect(onDutyAt({ ...roster, shifts: [night] }, at('2026-03-02T10:00'))).toEqual([]);
  });
});

describe('a shift', () => {
  it('of equal beginning and end lasts a whole day', () => {
    const whole = { ...day, starts: 480, ends: 480 };
    const { from, until } = boundsOf(whole, civilDayFrom('2026-03-02') ?? 0, 'Asia/Shanghai');
    expect(until - from).toBe(86_400_000);
  });

  it('that comes next is found over a week-end, and is none where nobody is planned', () => {
    const next = nextShiftAfter({ ...roster, pattern: roster.pattern.filter((each) => each.person === 'zhou') }, at('2026-03-07T18:00'));
    expect([next?.shift.id, next?.from]).toEqual(['d', at('2026-03-09T08:00')]);
    expect(nextShiftAfter({ ...roster, pattern: [], days: [] }, at('2026-03-07T18:00'))).toBeNull();
  });

  it('says whether it comes from the pattern or from the day', () => {
    expect(placeOf(roster, 'zhou', civilDayFrom('2026-03-02') ?? 0)).toEqual({ shift: day, from: 'pattern' });
    expect(placeOf(roster, 'zhou', civilDayFrom('2026-03-04') ?? 0)).toEqual({ shift: null, from: 'day' });
    expect(placeOf(roster, 'zhou', civilDayFrom('2026-03-08') ?? 0)).toEqual({ shift: null, from: null });
  });
});
