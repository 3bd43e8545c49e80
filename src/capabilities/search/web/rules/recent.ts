import { z } from 'zod';
import { foundCustomer, foundHouse, foundMatter, type Found } from '../../contract.ts';

const KEPT = 6;
const found = z.array(z.discriminatedUnion('is', [foundCustomer, foundMatter, foundHouse]));

/** What was opened lately, as it was kept on this machine; nothing where somebody else wrote there. */
export function recentFrom(kept: string | null): readonly Found[] {
  try {
    return found.parse(JSON.parse(kept ?? '[]')).slice(0, KEPT);
  } catch {
    return [];
  }
}

/** The list with something opened just now: first, once, and not longer than before. */
export function opened(recent: readonly Found[], now: Found): readonly Found[] {
  return [now, ...recent.filter((each) => each.is !== now.is || each.id !== now.id)].slice(0, KEPT);
}

/** The place after a step up or down in a list of so many; around the ends, and into it from outside (-1). */
export function stepped(at: number, step: 1 | -1, of: number): number {
  if (of === 0) return -1;
  return at < 0 ? (step === 1 ? 0 : of - 1) : (at + step + of) % of;
}
