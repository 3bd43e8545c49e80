import { z } from 'zod';

/** One notice in the reader's language; its clauses and its matter stand beside the sentence. */
export const noticeJson = z.object({
  id: z.uuid(), template: z.string(), text: z.string(), clause: z.array(z.string()), matter: z.object({ id: z.uuid(), number: z.string() }).nullable(), at: z.string(), read: z.boolean(),
});
export type NoticeJson = z.infer<typeof noticeJson>;

export const noticeFilter = z.strictObject({ cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional() });
export type NoticeFilter = z.infer<typeof noticeFilter>;
export const noticesAnswer = z.object({ items: z.array(noticeJson), next: z.string().nullable(), unread: z.number().int() });
export type NoticesAnswer = z.infer<typeof noticesAnswer>;

export const readBody = z.union([z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }), z.strictObject({ all: z.literal(true) })]);
export type ReadBody = z.infer<typeof readBody>;
export const unreadAnswer = z.object({ unread: z.number().int() });
