import { civilDayOf, dateOf, instantOfWall, weekdayOf, type CivilDay } from '#engine/calendar/index.ts';
import { DAY, MINUTE, type Instant } from '#engine/instant.ts';

/** A shift of a unit. Minutes of the day; one that ends at or before its beginning runs over midnight. */
export interface Shift {
  readonly id: string;
  readonly name: string;
  readonly starts: number;
  readonly ends: number;
  readonly night: boolean;
  /** Whether the weekly pattern goes on over public holidays. */
  readonly holidays: boolean;
}

/** Who has which shift: by the day of the week (1 = Monday), and what differs on single days (`shift: null` = a day off). */
export interface Roster {
  readonly shifts: readonly Shift[];
  readonly pattern: readonly { readonly weekday: number; readonly person: string; readonly shift: string }[];
  readonly days: readonly { readonly day: string; readonly person: string; readonly shift: string | null }[];
  /** Public holidays among the days looked at, as dates. */
  readonly holidays: ReadonlySet<string>;
  readonly zone: string;
}

/** One person on one shift, with its bounds as instants. */
export interface OnDuty { readonly person: string; readonly shift: Shift; readonly from: Instant; readonly until: Instant }

/** Where a day's shift comes from: said for that day, or the pattern of its weekday. */
export interface Placed { readonly shift: Shift | null; readonly from: 'day' | 'pattern' | null }

/** What somebody has on a civil day. What is said for the day itself wins; on a holiday only shifts that go on over holidays follow the pattern. */
export function placeOf(roster: Roster, person: string, day: CivilDay): Placed {
  const date = dateOf(day);
  const shiftOf = (id: string): Shift | null => roster.shifts.find((each) => each.id === id) ?? null;
  const said = roster.days.find((each) => each.person === person && each.day === date);
  if (said) return { shift: said.shift === null ? null : shiftOf(said.shift), from: 'day' };
  const usual = roster.pattern.find((each) => each.person === person && each.weekday === weekdayOf(day));
  const shift = usual ? shiftOf(usual.shift) : null;
  if (!shift || (roster.holidays.has(date) && !shift.holidays)) return { shift: null, from: null };
  return { shift, from: 'pattern' };
}

/** When a shift of a civil day begins and ends; a limit of the day is read on the wall clock of the zone. */
export function boundsOf(shift: Shift, day: CivilDay, zone: string): { readonly from: Instant; readonly until: Instant } {
  const overnight = shift.ends <= shift.starts;
  return { from: instantOfWall(day * DAY + shift.starts * MINUTE, zone), until: instantOfWall((day + (overnight ? 1 : 0)) * DAY + shift.ends * MINUTE, zone) };
}

/** Everybody whose shift covers the instant: today's, and yesterday's that run over midnight. The end of a shift no longer belongs to it. */
export function onDutyAt(roster: Roster, at: Instant): readonly OnDuty[] {
  const today = civilDayOf(at, roster.zone);
  return [today - 1, today].flatMap((day) => shiftsOn(roster, day)).filter(({ from, until }) => from <= at && at < until);
}

/** Every shift that begins on a civil day, with who has it. */
export function shiftsOn(roster: Roster, day: CivilDay): readonly OnDuty[] {
  return peopleOf(roster).flatMap((person) => {
    const { shift } = placeOf(roster, person, day);
    return shift ? [{ person, shift, ...boundsOf(shift, day, roster.zone) }] : [];
  });
}

/** The next shift to begin after an instant, within a week: anybody's, or of one person; null when nobody is planned. */
export function nextShiftAfter(roster: Roster, at: Instant, person: string | null = null): { readonly shift: Shift; readonly from: Instant; readonly until: Instant } | null {
  const today = civilDayOf(at, roster.zone);
  for (let day = today; day < today + 8; day++) {
    const first = shiftsOn(roster, day).filter((each) => each.from > at && (person === null || each.person === person)).toSorted((a, b) => a.from - b.from)[0];
    if (first) return { shift: first.shift, from: first.from, until: first.until };
  }
  return null;
}

/** Whether somebody has shifts here at all: then the hours outside them are his own. */
export function isRostered({ pattern, days }: Roster, person: string): boolean {
  return pattern.some((each) => each.person === person) || days.some((each) => each.person === person && each.shift !== null);
}

/** Everybody who stands anywhere in the roster. */
function peopleOf(roster: Roster): readonly string[] {
  return [...new Set([...roster.pattern.map((each) => each.person), ...roster.days.map((each) => each.person)])];
}
