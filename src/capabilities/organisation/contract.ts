import { z } from 'zod';

export const unitJson = z.object({ code: z.string(), name: z.string(), parent: z.string().nullable(), outside: z.boolean() });
export type UnitJson = z.infer<typeof unitJson>;
export const unitsAnswer = z.object({ items: z.array(unitJson), next: z.null() });

export const positionJson = z.object({
  code: z.string(), title: z.string(), level: z.number().int().nullable(), unit: z.string().nullable(), inEveryUnit: z.boolean(), rights: z.array(z.string()),
});
export type PositionJson = z.infer<typeof positionJson>;
export const positionsAnswer = z.object({ items: z.array(positionJson), next: z.null() });

/** A colleague in a picker: no telephone, no mail. */
export const colleagueJson = z.object({ id: z.uuid(), name: z.string(), unit: z.string().nullable() });
export type ColleagueJson = z.infer<typeof colleagueJson>;
export const colleagueFilter = z.strictObject({ search: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).optional() });
export const colleaguesAnswer = z.object({ items: z.array(colleagueJson), next: z.null() });

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const minute = z.number().int().min(0).max(1440);

/** A shift of a unit; minutes of the day, over midnight when it ends at or before its beginning. */
export const shiftJson = z.object({ id: z.uuid(), name: z.string(), starts: minute, ends: minute, night: z.boolean(), holidays: z.boolean() });
export type ShiftJson = z.infer<typeof shiftJson>;
export const shiftsBody = z.strictObject({
  shifts: z.array(z.strictObject({ id: z.uuid().optional(), name: z.string().trim().min(1).max(20), starts: minute.max(1439), ends: minute, night: z.boolean(), holidays: z.boolean() })).max(12),
});

export const onDutyJson = z.object({ person: z.uuid(), name: z.string(), shift: z.string(), night: z.boolean(), from: z.string(), until: z.string(), presence: z.enum(['on', 'away', 'off']) });
export type OnDutyJson = z.infer<typeof onDutyJson>;

/** One week of a unit's roster: people × days. `from` of a cell says whether the day itself or the weekly pattern puts it there. */
export const rosterCell = z.object({ person: z.uuid(), day: z.string(), shift: z.uuid().nullable(), from: z.enum(['day', 'pattern']).nullable() });
export type RosterCell = z.infer<typeof rosterCell>;
export const rosterJson = z.object({
  unit: z.object({ code: z.string(), name: z.string() }), shifts: z.array(shiftJson), people: z.array(z.object({ id: z.uuid(), name: z.string() })),
  days: z.array(z.object({ day: z.string(), weekday: z.number().int(), holiday: z.boolean(), today: z.boolean() })), cells: z.array(rosterCell), onDuty: z.array(onDutyJson), mayChange: z.boolean(),
});
export type RosterJson = z.infer<typeof rosterJson>;
export const unitParams = z.strictObject({ unit: z.string().max(100) });
/** Any day of the week asked for; this week when left out. */
export const weekFilter = z.strictObject({ day: civilDate.optional() });
export const onDutyFilter = z.strictObject({ unit: z.string().max(100).optional() });
export const onDutyAnswer = z.object({ items: z.array(onDutyJson), next: z.null() });
/** What differs in a week: `shift: null` a day off, `pattern: true` back to the weekly pattern. */
export const weekBody = z.strictObject({
  cells: z.array(z.strictObject({ person: z.uuid(), day: civilDate, shift: z.uuid().nullable(), pattern: z.boolean().optional() })).max(1_000),
});
/** The weekly pattern, as a whole. */
export const patternBody = z.strictObject({ cells: z.array(z.strictObject({ person: z.uuid(), weekday: z.number().int().min(1).max(7), shift: z.uuid() })).max(1_000) });
