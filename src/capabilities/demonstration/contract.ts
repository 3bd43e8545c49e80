import { z } from 'zod';

/** The companies to try and the accounts every one of them has; empty where there are none. Real companies are never listed. */
export const tenantsAnswer = z.object({ items: z.array(z.object({ slug: z.string(), name: z.string() })), accounts: z.array(z.string()) });

/** The same names in every demonstration. */
export const ACCOUNTS = ['agent', 'specialist', 'manager', 'engineer', 'keeper', 'director', 'admin'] as const;
