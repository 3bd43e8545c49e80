import { z } from 'zod';

export const customerJson = z.object({ id: z.uuid(), name: z.string(), phone: z.string(), address: z.string() });
export type CustomerJson = z.infer<typeof customerJson>;
export const customerFilter = z.strictObject({ phone: z.string().max(40).optional(), search: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(50).optional() });
/** A matter of his, as lists of matters show it. */
const customerMatter = z.object({
  id: z.uuid(), number: z.string(), kind: z.string(), kindTitle: z.string(), subject: z.string(), customerName: z.string(), severity: z.string().nullable(), severityTitle: z.string().nullable(),
  stage: z.string(), stageTitle: z.string(), channel: z.string(), receivedAt: z.string(), firstDueAt: z.string().nullable(), policy: z.string(), ended: z.boolean(),
});
/** Phone first: who it is, and what is open for him. */
export const customerCard = customerJson.extend({ houses: z.array(z.string()), open: z.array(customerMatter), recent: z.array(customerMatter) });
export type CustomerCard = z.infer<typeof customerCard>;
