import { z } from 'zod';
import { noticeJson } from '../matters/contract.ts';

const noticeClass = noticeJson.shape.class;

const kept = z.object({ met: z.number().int(), late: z.number().int(), overdue: z.number().int() });
export type Kept = z.infer<typeof kept>;
/** A duty of mine in a policy in force. `via`: by which position, unit or part in a matter it is mine. */
export const ownDuty = z.object({
  policy: z.string(), duty: z.string(), title: z.string(), kindTitle: z.string(), says: z.string(), clause: z.array(z.string()), ours: z.string().nullable(), via: z.array(z.string()),
  /** This month and the last, by when it was done or should have been. */
  thisMonth: kept, lastMonth: kept,
});
export type OwnDuty = z.infer<typeof ownDuty>;
export const dutiesAnswer = z.object({
  /** First days of the two months, `2026-03-01`. */
  months: z.object({ this: z.string(), last: z.string() }), policies: z.array(z.object({ id: z.string(), title: z.string(), version: z.string() })), items: z.array(ownDuty),
});
export type DutiesAnswer = z.infer<typeof dutiesAnswer>;
export const results = ['met', 'late', 'overdue'] as const;
export const recordFilter = z.strictObject({ duty: z.string().max(160), month: z.enum(['this', 'last']), result: z.enum(results) });
export type RecordFilter = z.infer<typeof recordFilter>;
export const recordRow = z.object({ matter: z.object({ id: z.uuid(), number: z.string(), subject: z.string() }), dueAt: z.string().nullable(), metAt: z.string().nullable() });
export const recordAnswer = z.object({ items: z.array(recordRow), more: z.boolean() });

/** `facts`: what is known of it, as JSON of fact → value. */
export const drillFilter = z.strictObject({ kind: z.string().max(80), at: z.iso.datetime({ offset: true }), facts: z.string().max(4_000).optional(), urgent: z.enum(['true']).optional() });
/** `here`: nothing says he is away, for he stands in no roster. */
export const calledPerson = z.object({
  person: z.uuid(), name: z.string(), state: z.enum(['on-duty', 'off-duty', 'here', 'away']),
  /** In whose stead he hears of it. */
  standsFor: z.string().nullable(),
  /** He is rung; else he finds it in the product. */
  rung: z.boolean(),
});
export type CalledPerson = z.infer<typeof calledPerson>;
const called = z.object({ title: z.string(), people: z.array(calledPerson) });
export const drillCall = z.object({
  /** Minutes after it was received. */
  minute: z.number(), at: z.string(), template: z.string(), title: z.string(), clause: z.array(z.string()), ours: z.string().nullable(), to: z.array(called),
  class: noticeClass,
  /** An alarm that nobody took, told to the next above. */
  climbed: z.boolean(),
});
export type DrillCall = z.infer<typeof drillCall>;
export const drillAnswer = z.object({
  at: z.string(), kindTitle: z.string(), classes: z.array(z.object({ title: z.string(), value: z.string() })),
  receiver: z.object({ name: z.string(), shift: z.string().nullable() }),
  /** Everybody who hears of it within a day if nobody acts, in the order of time. */
  calls: z.array(drillCall),
  /** The highest position that hears of it, and after how many minutes first. */
  reaches: z.object({ title: z.string(), minute: z.number() }).nullable(),
  /** What is owed from the first minute on. */
  owed: z.array(z.object({ title: z.string(), dueAt: z.string().nullable(), clause: z.array(z.string()), to: z.array(called) })),
  /** Positions that are called or owe something and that nobody holds. */
  vacant: z.array(z.string()), opens: z.array(z.string()),
});
export type DrillAnswer = z.infer<typeof drillAnswer>;
