import { z } from 'zod';

export const signInBody = z.strictObject({ tenant: z.string().min(1).max(80), username: z.string().min(1).max(80), password: z.string().min(1).max(200) });

export const me = z.object({
  person: z.uuid(), username: z.string(), name: z.string(), language: z.enum(['zh', 'en']), administrator: z.boolean(), mustChangePassword: z.boolean(),
  tenant: z.object({ slug: z.string(), name: z.string(), demonstration: z.boolean(), zone: z.string() }),
  unit: z.object({ code: z.string(), name: z.string() }).nullable(),
  positions: z.array(z.object({ position: z.string(), title: z.string(), unit: z.string().nullable() })), rights: z.array(z.string()),
});
export type Me = z.infer<typeof me>;

/** What somebody may do beside what the policy's own `may` says about acts. */
export const RIGHTS = ['work', 'oversee', 'record-late', 'administer', 'audit', 'read-policy'] as const;
export type Right = (typeof RIGHTS)[number];

export const personJson = z.object({
  id: z.uuid(), username: z.string(), name: z.string(), unit: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(),
  administrator: z.boolean(), left: z.boolean(), positions: z.array(z.object({ position: z.string(), unit: z.string().nullable() })),
});
export const personBody = z.strictObject({
  username: z.string().regex(/^[\p{L}\p{N}._-]{2,40}$/u), name: z.string().min(1).max(60), unit: z.string().max(80).nullable().optional(),
  phone: z.string().max(40).nullable().optional(), email: z.email().max(200).nullable().optional(),
  positions: z.array(z.strictObject({ position: z.string().max(80), unit: z.string().max(80).nullable().optional() })).max(20).optional(),
  administrator: z.boolean().optional(), password: z.string().min(8).max(200).optional(),
});
export const personChange = personBody.partial().omit({ username: true, password: true });
export const passwordBody = z.strictObject({ current: z.string().max(200), next: z.string().min(8).max(200) });
export const resetAnswer = z.object({ password: z.string() });
export const keyBody = z.strictObject({ name: z.string().min(1).max(80), person: z.uuid().optional() });
export const keyJson = z.object({ id: z.uuid(), name: z.string(), person: z.uuid(), createdAt: z.string(), revoked: z.boolean() });
/** The key itself is shown once. */
export const newKey = keyJson.extend({ key: z.string() });

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
/** The first company of an empty installation; `token` is what stands behind `/setup#`. */
export const setupBody = z.strictObject({
  token: z.string().min(1).max(100), company: z.string().min(1).max(100), slug, username: personBody.shape.username, name: personBody.shape.name, password: z.string().min(8).max(200),
});
export const peopleFilter = z.strictObject({
  search: z.string().max(100).optional(), left: z.enum(['true', 'false']).optional(), cursor: z.string().max(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const peopleAnswer = z.object({ items: z.array(personJson), next: z.string().nullable() });
export const keysAnswer = z.object({ items: z.array(keyJson), next: z.null() });
