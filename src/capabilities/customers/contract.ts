import { z } from 'zod';
import { matterRow } from '../matters/contract.ts';

export const customerJson = z.object({ id: z.uuid(), name: z.string(), phone: z.string(), address: z.string() });
export type CustomerJson = z.infer<typeof customerJson>;
export const customerFilter = z.strictObject({ phone: z.string().max(40).optional(), search: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(50).optional() });
/** Phone first: who it is, and what is open for him. */
export const customerCard = customerJson.extend({ houses: z.array(z.string()), open: z.array(matterRow), recent: z.array(matterRow) });
export type CustomerCard = z.infer<typeof customerCard>;
