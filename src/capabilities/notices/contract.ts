import { z } from 'zod';
import { noticeJson } from '#capabilities/matters/contract.ts';

export { type NoticeJson } from '#capabilities/matters/contract.ts';

/**
 * What a browser does by `class`: an `alarm` with `takenAt: null` sounds, again every 20 s, until it is taken; a `reminder` chimes once;
 * an `information` is counted. The live event `notice` carries `{ id, class }` when one arrives, and `{ id, class, taken: true }` when an
 * alarm is over. `GET /api/notices?class=alarm&open=true` lists what still sounds (after a reload, or in a new tab).
 */
export const noticeClass = noticeJson.shape.class;
export type NoticeClass = z.infer<typeof noticeClass>;

export const noticeFilter = z.strictObject({
  cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
  class: noticeClass.optional(),
  /** `true`: only what is not taken yet. */
  open: z.enum(['true']).optional(),
});
export type NoticeFilter = z.infer<typeof noticeFilter>;
/** `alarms` counts one's own that still sound. */
export const noticesAnswer = z.object({ items: z.array(noticeJson), next: z.string().nullable(), unread: z.number().int(), alarms: z.number().int() });
export type NoticesAnswer = z.infer<typeof noticesAnswer>;

export const readBody = z.union([z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) }), z.strictObject({ all: z.literal(true) })]);
export type ReadBody = z.infer<typeof readBody>;
export const unreadAnswer = z.object({ unread: z.number().int() });

/** `seen` 知道了 ends one's own alarm and stops its climbing; `handling` 我来处理 ends it for everybody who was alarmed. */
export const takeBody = z.strictObject({ how: z.enum(['seen', 'handling']) });
export type TakeBody = z.infer<typeof takeBody>;
export { noticeJson } from '#capabilities/matters/contract.ts';

/** One way a notice took out of the product, or is still to take. `failed` is tried again, `given-up` no more. */
export const deliveryJson = z.object({
  channel: z.string(), state: z.enum(['waiting', 'sent', 'failed', 'given-up', 'unneeded']), at: z.string(), attempts: z.number().int(), answer: z.string().nullable(),
});
/** Who was told of a matter, when he read it, and by which ways it went to him (`GET /api/matters/{id}/notices`), oldest first. */
export const receivedJson = z.object({
  id: z.uuid(), class: noticeClass, template: z.string(), text: z.string(), clause: z.array(z.string()), at: z.string(), person: z.object({ id: z.uuid(), name: z.string() }),
  readAt: z.string().nullable(), takenAt: z.string().nullable(), takenHow: z.enum(['seen', 'handling']).nullable(), told: z.number().int(), mail: z.enum(['none', 'waiting', 'sent', 'failed']), deliveries: z.array(deliveryJson),
});
export type ReceivedJson = z.infer<typeof receivedJson>;
/** `note`: in a demonstration nothing really goes out. */
export const receivedAnswer = z.object({ items: z.array(receivedJson), next: z.null(), note: z.string().nullable() });
export type ReceivedAnswer = z.infer<typeof receivedAnswer>;
