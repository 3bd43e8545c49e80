import { z } from 'zod';
import { obligationJson, perilJson } from '../matters/contract.ts';

export { clockAnswer, clockBody, clockJson, type ClockJson } from '../matters/contract.ts';

/** One row per matter with my next act, in due order. */
export const deskRow = z.object({
  matter: z.object({
    id: z.uuid(), number: z.string(), kind: z.string(), kindTitle: z.string(), subject: z.string(), customerName: z.string(),
    severity: z.string().nullable(), severityTitle: z.string().nullable(), stageTitle: z.string(), receivedAt: z.string(),
    /** What is grave whatever the severity says, also after it was taken up. */
    peril: perilJson,
  }),
  next: obligationJson, others: z.number().int(), chased: z.number().int(),
  /** Reported urgently, or somebody is in danger, and nobody has taken it up: it stands before all that is due. */
  pressing: z.object({ urgent: z.boolean(), dangers: z.array(z.string()) }).nullable(),
  /** Of a revisit: when the customer wants to be called again. */
  agreed: z.string().nullable(),
});
export type DeskRow = z.infer<typeof deskRow>;
export const deskFilter = z.strictObject({
  /** mine = I owe the next act (now = overdue or within the hour, today, later); waiting = I am first receiver and others act; approvals = decisions I owe; periodic = what the calendar opened */
  view: z.enum(['mine', 'now', 'today', 'later', 'waiting', 'approvals', 'periodic']).optional(), project: z.string().max(60).optional(), cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const deskAnswer = z.object({
  items: z.array(deskRow), next: z.string().nullable(),
  /** How many matters lie in each view, counted to 1,000; overdue are part of now, weekend (due tomorrow or the day after) of later. */
  counts: z.object({
    overdue: z.number().int(), now: z.number().int(), today: z.number().int(), later: z.number().int(), weekend: z.number().int(), waiting: z.number().int(), approvals: z.number().int(), periodic: z.number().int(),
  }),
});
export type DeskAnswer = z.infer<typeof deskAnswer>;

export const aheadFilter = z.strictObject({ until: z.iso.datetime({ offset: true }) });
/** What would happen until an instant if nobody acted: each step of each limit that falls into it, in the order of time, and whom it tells. */
export const aheadStep = z.object({
  at: z.string(), matter: z.object({ id: z.uuid(), number: z.string(), subject: z.string(), kind: z.string(), severity: z.string().nullable(), severityTitle: z.string().nullable(), peril: perilJson }),
  title: z.string(), clause: z.string(), breach: z.boolean(), told: z.array(z.string()),
});
export type AheadStep = z.infer<typeof aheadStep>;
/** `looked` of `all` matters on the desk that fall due until then were looked at, those due first. */
export const aheadAnswer = z.object({ steps: z.array(aheadStep), looked: z.number().int(), all: z.number().int() });

/** Server-sent events on GET /api/live: `matter` {id, version}, `notice` {id}, `clock` {now, running}. */
