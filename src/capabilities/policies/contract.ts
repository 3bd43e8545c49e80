import { z } from 'zod';

/** One field an act asks for: enough to draw its form. */
export const askJson = z.object({
  name: z.string(), title: z.string(),
  type: z.enum(['text', 'tick', 'yes-no', 'whole', 'number', 'money', 'instant', 'date', 'file', 'person', 'people', 'part', 'one', 'many', 'items', 'lines', 'bearer', 'how', 'outcome']),
  values: z.array(z.object({ id: z.string(), title: z.string(), hint: z.string().nullable() })), required: z.boolean(), value: z.unknown(), clause: z.array(z.string()),
});
export type AskJson = z.infer<typeof askJson>;

/** What the intake and the lists need to know of the policies in force. */
export const kindJson = z.object({
  id: z.string(), title: z.string(), policy: z.string(), mayReceive: z.boolean(), asks: z.array(askJson),
  stages: z.array(z.object({ id: z.string(), title: z.string() })), axes: z.array(z.object({ fact: z.string(), title: z.string(), values: z.array(z.object({ id: z.string(), title: z.string() })) })),
  guidance: z.array(z.string()),
  /** What means danger when it is ticked or chosen, what to tell the caller at once, in the reader's language, and the words by which it is proposed. */
  dangers: z.array(z.object({ fact: z.string(), value: z.string().nullable(), title: z.string(), say: z.string().nullable(), words: z.array(z.string()) })),
});
export type KindJson = z.infer<typeof kindJson>;

export const clauseJson = z.object({
  id: z.string(), text: z.string(), heading: z.string(), carried: z.enum(['enforced', 'defined', 'measured', 'recorded', 'guided', 'open']),
  by: z.array(z.object({ section: z.string(), id: z.string(), title: z.string(), says: z.string() })),
});
export const policyJson = z.object({
  id: z.string(), version: z.string(), title: z.string(), inForceFrom: z.string().nullable(), kinds: z.array(kindJson),
  units: z.array(z.object({ id: z.string(), title: z.string() })), positions: z.array(z.object({ id: z.string(), title: z.string() })),
});
export const policyPage = policyJson.extend({
  clauses: z.array(clauseJson), counts: z.record(z.string(), z.number()),
  words: z.array(z.object({ word: z.string(), means: z.string(), ours: z.string().nullable() })),
  rules: z.array(z.object({ section: z.string(), id: z.string(), title: z.string(), says: z.string(), clause: z.array(z.string()), ours: z.string().nullable() })),
});
export type PolicyPage = z.infer<typeof policyPage>;

const dayKind = z.enum(['holiday', 'workday']);
/** Holidays and make-up days (`workday`) of a year; `own`: the company said so itself. Beyond `knownUntil` the product knows of none. */
export const calendarJson = z.object({ year: z.number().int(), knownUntil: z.string(), days: z.array(z.object({ day: z.string(), kind: dayKind, own: z.boolean() })) });
export type CalendarJson = z.infer<typeof calendarJson>;
/** All of the company's own days of the year; those it had before and that are not here go back to what the product knows. */
export const calendarChange = z.strictObject({ days: z.array(z.strictObject({ day: z.iso.date(), kind: dayKind })).max(366) });
export type CalendarChange = z.infer<typeof calendarChange>;

/** The version that was put into force. */
export const published = z.object({ id: z.string(), version: z.string(), title: z.string() });
/** What keeps a policy from being published: in which file and line, at which clause, why. */
export const publishProblem = z.object({ file: z.string(), line: z.number(), clause: z.string().nullable(), message: z.string() });
export type PublishProblem = z.infer<typeof publishProblem>;
