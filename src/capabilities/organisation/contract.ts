import { z } from 'zod';

export const unitJson = z.object({ code: z.string(), name: z.string(), parent: z.string().nullable(), outside: z.boolean() });
export type UnitJson = z.infer<typeof unitJson>;
export const unitsAnswer = z.object({ items: z.array(unitJson), next: z.null() });

export const positionJson = z.object({
  code: z.string(), title: z.string(), level: z.number().int().nullable(), unit: z.string().nullable(), inEveryUnit: z.boolean(), rights: z.array(z.string()),
});
export type PositionJson = z.infer<typeof positionJson>;
export const positionsAnswer = z.object({ items: z.array(positionJson), next: z.null() });

/** A colleague in a picker: no telephone, no mail. */
export const colleagueJson = z.object({ id: z.uuid(), name: z.string(), unit: z.string().nullable() });
export type ColleagueJson = z.infer<typeof colleagueJson>;
export const colleagueFilter = z.strictObject({ search: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).optional() });
export const colleaguesAnswer = z.object({ items: z.array(colleagueJson), next: z.null() });
