import { HOUR } from '../instant.ts';

/** Milliseconds as clock hours, to a hundredth. */
export function hoursOf(span: number): number {
  return Math.round((span / HOUR) * 100) / 100;
}

/** Middle value, or the mean of the two in the middle; null of nothing. */
export function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** Nearest rank: the smallest value that at least `percent` of all do not exceed; null of nothing. */
export function percentile(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? null;
}
