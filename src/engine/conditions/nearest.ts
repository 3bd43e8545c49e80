/**
 * The known word most like a wrong one, for “did you mean …”.
 * @returns null when none is near: more than a third of the letters (at least two) would have to change.
 */
export function nearest(wrong: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(2, Math.floor(wrong.length / 3)) + 1;
  for (const word of known) {
    const far = distance(wrong.toLowerCase().replaceAll('_', '-'), word.toLowerCase().replaceAll('_', '-'));
    if (far < least) [best, least] = [word, far];
  }
  return best;
}

/** Letters to change, add, drop or swap to make one word of the other. */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const above = rows[row - 1] ?? [];
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let least = Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped && row > 1 && column > 1) least = Math.min(least, (rows[row - 2]?.[column - 2] ?? 0) + 1);
      line.push(least);
    }
    rows.push(line);
  }
  return rows[from.length]?.[to.length] ?? 0;
}
