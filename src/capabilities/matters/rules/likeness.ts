/** Shorter texts say too little to be compared. */
const ENOUGH = 4;

/**
 * How alike two texts are, from 0 to 1: twice the pairs of neighbouring characters they share, over all their pairs.
 * Signs, blanks and the width of letters do not count. 0 where one of them is too short to tell.
 */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  let total = 0;
  for (const [pair, count] of left) {
    shared += Math.min(count, right.get(pair) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return (2 * shared) / total;
}

/** Pairs of neighbouring characters and how often each stands there: Chinese has no blanks to cut words at. Empty where the text is too short to tell. */
export function pairsOf(text: string): ReadonlyMap<string, number> {
  const characters = [...text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')];
  const pairs = new Map<string, number>();
  if (characters.length < ENOUGH) return pairs;
  for (let at = 1; at < characters.length; at++) {
    const pair = `${characters[at - 1] ?? ''}${characters[at] ?? ''}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
