import { z } from 'zod';

/** Names that rules refer to: Latin letters, digits, `_` and single hyphens, so that conditions can use them without quotes. */
export const id = z.string().regex(/^[A-Za-z_]\w*(?:-\w+)*$/).meta({ description: 'Name: Latin letters, digits, _ and -' });
export const words = z.string().min(1);
/** A sentence for people: in the policy's language, or in both of the product's. */
export const said = z.union([words, z.strictObject({ zh: words, en: words })]);
export type RawSaid = z.infer<typeof said>;
/** One or several, a bare one standing for a list of one. */
export const oneOrMore = <T extends z.ZodType>(of: T) => z.union([of, z.array(of).min(1)]);
export const names = oneOrMore(id);
/** `forward`, `order.return-sheet`, `*` */
export const act = z.string().regex(/^(?:\*|[A-Za-z_][\w-]*(?:\.[A-Za-z_][\w-]*)?)$/);
export const condition = z.union([words, z.boolean()]);
export const due = oneOrMore(words);
export const period = z.enum(['day', 'week', 'month', 'quarter', 'year']);

/** Where a rule comes from, and what it is called on screens. Every rule may carry these. */
export const whence = {
  clause: oneOrMore(words).optional(),
  ours: words.optional(),
};
export const titled = { title: words.optional(), ...whence };

export const byName = <T extends z.ZodType>(of: T) => z.record(id, of);

export type RawWho = string | { all: RawWho[] } | { any: RawWho[] } | { every: RawWho };
export const who: z.ZodType<RawWho> = z.lazy(() => z.union([
  words,
  z.strictObject({ all: z.array(who).min(1) }),
  z.strictObject({ any: z.array(who).min(1) }),
  z.strictObject({ every: who }),
])).meta({ id: 'who', description: 'position | role | unit | position of unit | at least position | {all} | {any} | {every}' });
