import { z } from 'zod';
import { perilJson } from '../matters/contract.ts';
import { onDutyJson } from '../organisation/contract.ts';

/** One matter on a hand-over sheet, as it stood when the sheet was drawn. */
export const sheetRow = z.object({
  matter: z.uuid(), number: z.string(), kindTitle: z.string(), subject: z.string(), customerName: z.string(), severityTitle: z.string().nullable(), stageTitle: z.string(),
  /** Not on sheets drawn before dangers stood there. */
  peril: perilJson.optional(),
  receivedAt: z.string(), receivedBy: z.string(), actTitle: z.string(), bearer: z.string(), dueAt: z.string().nullable(), state: z.string(),
  /** The act that taking over does in this matter; null = none. */
  takes: z.string().nullable(),
});
export type SheetRow = z.infer<typeof sheetRow>;

export const sheetShift = z.object({ name: z.string(), from: z.string(), until: z.string() });
const named = { matter: z.uuid(), number: z.string(), kindTitle: z.string(), subject: z.string(), at: z.string() };
/** An alarm of the shift: who was alarmed, who took it and when; `takenBy` null = nobody has. */
export const sheetAlarm = z.object({ ...named, told: z.array(z.string()), takenBy: z.string().nullable(), takenAt: z.string().nullable(), handled: z.boolean() });
export type SheetAlarm = z.infer<typeof sheetAlarm>;
/** A call that asked how far a matter is (催办): who took it, and for which time. */
export const sheetChase = z.object({ ...named, by: z.string(), nth: z.number().int() });
export type SheetChase = z.infer<typeof sheetChase>;
/**
 * What lies there at a hand-over: open work, calls since the last one, what is due in the next shift, what is overdue and not taken, the
 * alarms since the last one, and who called again. Sheets signed before there were the last two have none.
 */
export const sheetJson = z.object({
  unit: z.object({ code: z.string(), name: z.string() }), shift: sheetShift.nullable(), next: sheetShift.nullable(), since: z.string(), drawnAt: z.string(),
  /** When the last hand-over was taken; null = there was none yet, and the sheet looks a day back. Not on sheets drawn before it stood there. */
  last: z.string().nullable().optional(),
  open: z.array(sheetRow), calls: z.array(sheetRow), due: z.array(sheetRow), alarms: z.array(sheetRow), rung: z.array(sheetAlarm).default([]), chases: z.array(sheetChase).default([]),
});
export type SheetJson = z.infer<typeof sheetJson>;

const signer = z.object({ id: z.uuid(), name: z.string(), at: z.string() });
export const handoverJson = z.object({ id: z.uuid(), unit: z.object({ code: z.string(), name: z.string() }), drawnAt: z.string(), giver: signer.nullable(), taker: signer.nullable(), matters: z.number().int() });
export type HandoverJson = z.infer<typeof handoverJson>;
export const handoverSheet = handoverJson.extend({ sheet: sheetJson });
export type HandoverSheet = z.infer<typeof handoverSheet>;
export const handoversAnswer = z.object({ items: z.array(handoverJson), next: z.null() });
/** What became of each matter whose clock begins with taking over. */
export const takenRow = z.object({ matter: z.uuid(), number: z.string(), done: z.boolean(), why: z.string().nullable() });
export const takenAnswer = handoverSheet.extend({ taken: z.array(takenRow) });
export type TakenAnswer = z.infer<typeof takenAnswer>;

export const ofUnit = z.strictObject({ unit: z.string().min(1).max(100) });
export const byId = z.strictObject({ id: z.uuid() });

export const startBody = z.strictObject({ extension: z.string().trim().max(20).optional() });
/** Where somebody stands today: at the desk or not, on which shift, with whom. */
export const myShift = z.object({
  state: z.enum(['on', 'away', 'off']), since: z.string().nullable(), extension: z.string().nullable(), unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  duty: onDutyJson.nullable(), colleagues: z.array(onDutyJson), waiting: handoverJson.nullable(), nightCases: z.number().int(),
});
export type MyShift = z.infer<typeof myShift>;

/** No leave lies beyond living memory, nor past the calendars. */
const instant = z.iso.datetime({ offset: true }).refine((text) => /^20\d\d-/.test(text), { params: { text: { zh: '年份应在 2000 到 2099 之间。', en: 'The year must lie between 2000 and 2099.' } } });
/** One thing that falls due while somebody is away: what he owes, decides, or answers for. */
export const leaveLine = z.object({
  matter: z.uuid(), number: z.string(), kindTitle: z.string(), subject: z.string(), group: z.enum(['owes', 'decides', 'answers']), what: z.string(), dueAt: z.string().nullable(), state: z.string(),
});
export type LeaveLine = z.infer<typeof leaveLine>;
export const candidate = z.object({ id: z.uuid(), name: z.string(), unit: z.string().nullable(), near: z.boolean(), away: z.boolean() });
export const leavePlan = z.object({
  person: z.object({ id: z.uuid(), name: z.string() }), from: z.string(), until: z.string(), lines: z.array(leaveLine), candidates: z.array(candidate), proposed: z.uuid().nullable(), refused: z.string().nullable(),
});
export type LeavePlan = z.infer<typeof leavePlan>;
export const planFilter = z.strictObject({ person: z.uuid().optional(), from: instant, until: instant });
export const absenceBody = z.strictObject({
  person: z.uuid().optional(), from: instant, until: instant, substitute: z.uuid(), lines: z.array(z.strictObject({ matter: z.uuid(), substitute: z.uuid() })).max(1_000).optional(),
});
export const absenceJson = z.object({
  id: z.uuid(), person: z.object({ id: z.uuid(), name: z.string() }), from: z.string(), until: z.string().nullable(), state: z.enum(['coming', 'now', 'over']),
  substitutes: z.array(z.object({ id: z.uuid(), name: z.string(), matters: z.number().int().nullable() })), mayEnd: z.boolean(),
});
export type AbsenceJson = z.infer<typeof absenceJson>;
export const absencesAnswer = z.object({ items: z.array(absenceJson), next: z.null() });
/** What somebody looks after for others just now. */
export const standingAnswer = z.object({ items: z.array(leaveLine.extend({ person: z.string() })), next: z.null() });
