import { z } from 'zod';

export const customerJson = z.object({ id: z.uuid(), name: z.string(), phone: z.string(), address: z.string() });
export type CustomerJson = z.infer<typeof customerJson>;
export const customerFilter = z.strictObject({ phone: z.string().max(40).optional(), search: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(50).optional() });
export const eraseBody = z.strictObject({ reason: z.string().trim().min(1).max(500) });
/** How many of his events had words. */
export const eraseAnswer = z.object({ erased: z.number().int() });
/** A matter of his, as lists of matters show it. */
const customerMatter = z.object({
  id: z.uuid(), number: z.string(), kind: z.string(), kindTitle: z.string(), subject: z.string(), customerName: z.string(), severity: z.string().nullable(), severityTitle: z.string().nullable(),
  stage: z.string(), stageTitle: z.string(), channel: z.string(), receivedAt: z.string(), firstDueAt: z.string().nullable(), policy: z.string(), ended: z.boolean(),
});
/** What can be told of an open matter at once: who does what next, by when, and how often the customer has asked. */
export const toldOf = z.object({
  act: z.string(), who: z.string(), dueAt: z.string().nullable(), startedAt: z.string(), state: z.string(), standsStill: z.boolean(), runsAgainAt: z.string().nullable(),
  handler: z.string().nullable(), chased: z.number().int(), chasedAt: z.string().nullable(),
});
export type ToldOf = z.infer<typeof toldOf>;
const openMatter = customerMatter.extend({ told: toldOf.nullable() });
export const warrantyJson = z.object({ part: z.string(), house: z.string().nullable(), until: z.string(), over: z.boolean() });
export type WarrantyJson = z.infer<typeof warrantyJson>;
/** `house` = the number of one of his homes; left out for what belongs to none. */
export const warrantyBody = z.strictObject({ part: z.string().trim().min(1).max(60), until: z.iso.date(), house: z.string().max(80).optional() });
export type WarrantyBody = z.infer<typeof warrantyBody>;
/** Phone first: who it is, and what is open for him. */
export const customerCard = customerJson.extend({ houses: z.array(z.string()), warranties: z.array(warrantyJson), open: z.array(openMatter), recent: z.array(customerMatter) });
export type CustomerCard = z.infer<typeof customerCard>;
