import { z } from 'zod';

/** Something said to the customer or by him, in one of his matters. */
export const dealing = z.object({
  matter: z.object({ id: z.uuid(), number: z.string(), subject: z.string() }), seq: z.number().int(), at: z.string(), title: z.string(), who: z.string(),
  /** phone, visit, message, letter; null where it was not said. */
  how: z.enum(['phone', 'visit', 'message', 'letter']).nullable(), text: z.string(), clause: z.array(z.string()),
});
export type Dealing = z.infer<typeof dealing>;
export const dealingsFilter = z.strictObject({ cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional() });
export const dealingsAnswer = z.object({ items: z.array(dealing), next: z.string().nullable() });
