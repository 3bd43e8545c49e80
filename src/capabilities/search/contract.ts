import { z } from 'zod';

export const searchFilter = z.strictObject({ q: z.string().max(100) });

/** Something that was found. `title` is what is read first; `customer` opens the file it belongs to, null where there is none. */
export const foundCustomer = z.object({ is: z.literal('customer'), id: z.uuid(), title: z.string(), phone: z.string(), address: z.string(), customer: z.uuid().nullable() });
export const foundMatter = z.object({
  is: z.literal('matter'), id: z.uuid(), title: z.string(), number: z.string(), kindTitle: z.string(), stageTitle: z.string(), customerName: z.string(), receivedAt: z.string(), ended: z.boolean(),
  customer: z.uuid().nullable(),
});
export const foundHouse = z.object({ is: z.literal('house'), id: z.uuid(), title: z.string(), customer: z.uuid().nullable(), customerName: z.string() });
export type Found = z.infer<typeof foundCustomer> | z.infer<typeof foundMatter> | z.infer<typeof foundHouse>;

/** Five of each at most, and how many there are, counted to a hundred. */
const groupOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), count: z.number().int(), more: z.boolean() });
export const searchAnswer = z.object({
  /** As what the words were understood. */
  meant: z.enum(['nothing', 'tail', 'phone', 'room', 'number', 'letters', 'words']),
  customers: groupOf(foundCustomer), matters: groupOf(foundMatter), houses: groupOf(foundHouse),
  /** Something written lately is still being read in; the same question will find more in a moment. */
  catchingUp: z.boolean(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;
