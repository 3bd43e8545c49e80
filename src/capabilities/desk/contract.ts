import { z } from 'zod';
import { obligationJson } from '../matters/contract.ts';

export { clockAnswer, clockBody, clockJson, type ClockJson } from '../matters/contract.ts';

/** One row per matter with my next act, in due order. */
export const deskRow = z.object({
  matter: z.object({
    id: z.uuid(), number: z.string(), kind: z.string(), kindTitle: z.string(), subject: z.string(), customerName: z.string(),
    severity: z.string().nullable(), severityTitle: z.string().nullable(), stageTitle: z.string(), receivedAt: z.string(),
  }),
  next: obligationJson, others: z.number().int(), chased: z.number().int(),
});
export type DeskRow = z.infer<typeof deskRow>;
export const deskFilter = z.strictObject({
  /** mine = I owe the next act; waiting = I am first receiver and others act; approvals = decisions I owe */
  view: z.enum(['mine', 'waiting', 'approvals']).optional(), cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const deskAnswer = z.object({
  items: z.array(deskRow), next: z.string().nullable(),
  counts: z.object({ mine: z.number().int(), overdue: z.number().int(), today: z.number().int(), waiting: z.number().int(), approvals: z.number().int() }),
});
export type DeskAnswer = z.infer<typeof deskAnswer>;

export const noticeJson = z.object({
  id: z.uuid(), template: z.string(), text: z.string(), clause: z.array(z.string()), matter: z.object({ id: z.uuid(), number: z.string() }).nullable(), at: z.string(), read: z.boolean(),
});
export type NoticeJson = z.infer<typeof noticeJson>;

/** Server-sent events on GET /api/live: `matter` {id, version}, `notice` {id}, `clock` {now, running}. */
