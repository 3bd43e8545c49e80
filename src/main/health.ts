import { z } from 'zod';
import { operation } from '#platform/operations/index.ts';

/** How far the start has come; health answers before the demonstration is there. */
export type Readiness = 'loading' | 'ready';

declare module '#platform/operations/context.ts' {
  interface Context {
    readonly readiness: { state: Readiness };
  }
}

/** Public, and says nothing about whom the product serves. */
export const healthOperation = operation({
  method: 'GET', path: '/api/health', summary: { zh: '健康检查', en: 'Health' }, access: { is: 'public' },
  answer: z.object({ ok: z.boolean(), database: z.boolean(), demonstration: z.enum(['loading', 'ready']) }),
  async handle({ context }) {
    const database = await context.db.alive().then(() => true, () => false);
    return { ok: database, database, demonstration: context.readiness.state };
  },
});
