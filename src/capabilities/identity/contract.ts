import { z } from 'zod';
import { readable } from './rules/names.ts';

export { weakPassword } from './rules/weak-password.ts';

const blank = { text: { zh: '不能为空，至少要有一个字或数字。', en: 'It cannot be blank: it needs a letter or a digit.' } };
/** What people read as a name: never only blanks, dots or invisible signs. */
const named = (longest: number) => z.string().trim().min(1).max(longest).refine(readable, { params: blank });

export const signInBody = z.strictObject({ tenant: z.string().min(1).max(80), username: z.string().min(1).max(80), password: z.string().min(1).max(200) });

export const me = z.object({
  person: z.uuid(), username: z.string(), name: z.string(), language: z.enum(['zh', 'en']), administrator: z.boolean(), mustChangePassword: z.boolean(),
  tenant: z.object({ slug: z.string(), name: z.string(), demonstration: z.boolean(), zone: z.string() }),
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  positions: z.array(z.object({ position: z.string(), title: z.string(), unit: z.string().nullable() })), rights: z.array(z.string()),
});
export type Me = z.infer<typeof me>;

/** Whether anybody is signed in: for the pages, to whom a stranger is no failure. `toSetUp`: there is no company yet that he could sign in to. */
export const sessionJson = z.object({ signedIn: z.boolean(), me: me.nullable(), toSetUp: z.boolean() });

/** What somebody may do beside what the policy's own `may` says about acts. */
export const RIGHTS = ['work', 'oversee', 'record-late', 'administer', 'audit', 'read-policy'] as const;
export type Right = (typeof RIGHTS)[number];

export const personJson = z.object({
  id: z.uuid(), username: z.string(), name: z.string(), unit: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(),
  administrator: z.boolean(), left: z.boolean(), positions: z.array(z.object({ position: z.string(), unit: z.string().nullable() })),
});
export const personBody = z.strictObject({
  username: z.string().regex(/^[\p{L}\p{N}\p{M}._-]{2,40}$/u).refine(readable, { params: blank }), name: named(60), unit: z.string().max(80).nullable().optional(),
  phone: z.string().max(40).nullable().optional(), email: z.email().max(200).nullable().optional(),
  positions: z.array(z.strictObject({ position: z.string().max(80), unit: z.string().max(80).nullable().optional() })).max(20).optional(),
  administrator: z.boolean().optional(), password: z.string().min(8).max(200).optional(),
});
export const personChange = personBody.partial().omit({ username: true, password: true });
export const passwordBody = z.strictObject({ current: z.string().max(200), next: z.string().min(8).max(200) });
/** The password is told once; whoever sends the same request again is told so in `note`. */
export const resetAnswer = z.object({ password: z.string().optional(), note: z.string().optional() });
export const keyBody = z.strictObject({ name: named(80), person: z.uuid().optional() });
export const keyJson = z.object({ id: z.uuid(), name: z.string(), person: z.uuid(), createdAt: z.string(), revoked: z.boolean() });
/** The key itself is shown once; whoever sends the same request again is told so in `note`. */
export const newKey = keyJson.extend({ key: z.string().optional(), note: z.string().optional() });

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
/** The first company of an empty installation; `token` is what stands behind `/setup#`. */
export const setupBody = z.strictObject({
  token: z.string().min(1).max(100), company: named(100), slug, username: personBody.shape.username, name: personBody.shape.name, password: z.string().min(8).max(200),
});
export const peopleFilter = z.strictObject({
  search: z.string().max(100).optional(), left: z.enum(['true', 'false']).optional(), cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const peopleAnswer = z.object({ items: z.array(personJson), next: z.string().nullable() });
export const keysAnswer = z.object({ items: z.array(keyJson), next: z.null() });

/** What lies on somebody who is about to leave: by how many, and the positions nobody else holds. */
export const holdingsJson = z.object({
  matters: z.number().int(), decisions: z.number().int(), roster: z.number().int(), keys: z.number().int(), substitutions: z.number().int(),
  positions: z.array(z.object({ position: z.string(), title: z.string(), unit: z.string().nullable(), waiting: z.number().int() })),
});
export type HoldingsJson = z.infer<typeof holdingsJson>;
/** One name for all, or another for a group; `positions: null` leaves them without a holder, which is refused while work lies on them. */
export const handOverBody = z.strictObject({ to: z.uuid(), matters: z.uuid().optional(), decisions: z.uuid().optional(), positions: z.uuid().nullable().optional() });
export const handOverAnswer = z.object({
  rows: z.array(z.object({ matter: z.uuid(), number: z.string(), done: z.boolean(), why: z.string().nullable() })),
  positions: z.array(z.string()), withoutHolder: z.array(z.string()), roster: z.number().int(), keys: z.number().int(), substitutions: z.number().int(),
});
export type HandOverAnswer = z.infer<typeof handOverAnswer>;
