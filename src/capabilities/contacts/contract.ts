import { z } from 'zod';

/** The classes of notices: alarm 警报, reminder 提醒, information 知会. */
export const channelClasses = z.enum(['alarm', 'reminder', 'information']);

const words = z.object({ zh: z.string(), en: z.string() });
/** One field of a kind of channel. Pages draw their forms from these, so that a new kind needs no new page. */
export const channelField = z.object({
  name: z.string(), title: words, hint: words,
  /** `secret` is never given back: only its end is shown. */
  is: z.enum(['line', 'secret', 'lines', 'choice']), required: z.boolean(), start: z.string(),
  options: z.array(z.object({ id: z.string(), title: words })),
});
export const channelKind = z.object({ kind: z.string(), title: words, hint: words, reaches: z.enum(['group', 'phone', 'email']), fields: z.array(channelField) });
export type ChannelKindJson = z.infer<typeof channelKind>;

/** A way out of the product as the settings page shows it. */
export const channelJson = z.object({
  id: z.uuid(), kind: z.string(), name: z.string(), active: z.boolean(), classes: z.array(channelClasses), units: z.array(z.string()), positions: z.array(z.string()), quiet: z.boolean(),
  settings: z.record(z.string(), z.string()),
  /** Of each secret that is set, its last characters. */
  secrets: z.record(z.string(), z.string()),
  /** Closed by the receiver until then (too many messages); null = open. */
  shutUntil: z.string().nullable(),
  /** What the receiver answered last, in words. */
  answered: z.object({ at: z.string(), ok: z.boolean(), text: z.string() }).nullable(),
});
export type ChannelJson = z.infer<typeof channelJson>;

/** `note` says what is special here: a demonstration sends nothing by itself. */
export const channelsAnswer = z.object({ items: z.array(channelJson), next: z.null(), kinds: z.array(channelKind), note: z.string().nullable() });
export type ChannelsAnswer = z.infer<typeof channelsAnswer>;

const codes = z.array(z.string().min(1).max(80)).max(200);
export const channelBody = z.strictObject({
  kind: z.string().max(40), name: z.string().trim().min(1).max(60), active: z.boolean(), classes: z.array(channelClasses).min(1).max(3), units: codes.optional(), positions: codes.optional(),
  /** Reminders wait for office hours of the policy's calendar; true when left out. */
  quiet: z.boolean().optional(),
  /** Values by field. A secret that is left out stays as it was; an empty one is taken away. */
  settings: z.record(z.string().max(40), z.string().max(4000)),
});
export type ChannelBody = z.infer<typeof channelBody>;

/** Where a test goes: whom it is addressed to (SMS, mail). A robot needs none. */
export const channelTest = z.strictObject({ phone: z.string().max(40).optional(), email: z.email().max(200).optional() });
export type ChannelTest = z.infer<typeof channelTest>;
export const testAnswer = z.object({ ok: z.boolean(), answer: z.string() });
export type TestAnswer = z.infer<typeof testAnswer>;
