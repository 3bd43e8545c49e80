/** 3 = the heaviest of its policy, 2 = between, 1 = the lightest. The words are the policy's; the level only chooses the sign. */
export type SeverityLevel = 1 | 2 | 3;

/** Level of a value in a list from heavy to light. */
export function severityLevel(order: readonly string[], value: string | null): SeverityLevel {
  const place = value === null ? -1 : order.indexOf(value);
  if (place < 0 || place === order.length - 1) return 1;
  return place === 0 ? 3 : 2;
}
