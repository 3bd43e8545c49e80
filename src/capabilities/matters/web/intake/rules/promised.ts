import type { ToldOf } from '#capabilities/customers/contract.ts';

/** What may be promised to a caller: who has it, by when he hears, and whether we owe him an apology first. */
export interface Promised { readonly who: string; readonly at: string | null; readonly late: boolean }

/** A limit of ours that has passed is never told: only that we are sorry, and the next time that can still be kept. @param now - epoch ms */
export function promisedOf(told: ToldOf, now: number): Promised {
  const kept = [told.promisedAt, told.state === 'breached' ? null : told.dueAt].find((at) => at !== null && Date.parse(at) > now) ?? null;
  return { who: told.handler ?? told.who, at: kept, late: told.state === 'breached' };
}
