import type { Bearer } from '../../matter.ts';
import type { Policy } from '../../policy.ts';

/** From this level on a position oversees others: may waive, void, instruct, and record late. */
export const OVERSEEING_LEVEL = 30;

/** Who oversees a unit: its own positions of that level, those above all units; where there is none, everybody of that level. */
export function overseersOf(policy: Policy, unit: string | null): readonly Bearer[] {
  const all = Object.values(policy.positions).filter((each) => (each.level ?? 0) >= OVERSEEING_LEVEL).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const near = all.filter((each) => unit === null || each.inEveryUnit || each.unit === null || each.unit === unit);
  return (near.length ? near : all).map((each) => (each.inEveryUnit && unit !== null ? { position: each.id, unit } : { position: each.id }));
}
