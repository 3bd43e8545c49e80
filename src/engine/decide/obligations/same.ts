import type { Bearer } from '../../matter.ts';

/** Whether bearers are the same by what they say: a store may hand their fields back in another order. */
export function sameBearers(known: readonly Bearer[], now: readonly Bearer[]): boolean {
  return known.length === now.length && known.every((each, i) => each.person === now[i]?.person && each.unit === now[i]?.unit && each.position === now[i]?.position);
}

export function sameWords(known: readonly string[], now: readonly string[]): boolean {
  return known.length === now.length && known.every((each, i) => each === now[i]);
}
