import { OVERSEEING_LEVEL, type Position } from '#engine';

/** From this level on somebody may record what happened more than ten minutes ago, with a reason. */
export const RECORDING_LATE_LEVEL = 20;

/**
 * The rights a position of a policy brings when it is first written into a company: everybody works and reads the policy,
 * who leads may record late, who oversees may oversee. An administrator changes them afterwards as he likes.
 */
export function rightsOfLevel(level: Position['level']): readonly string[] {
  const at = level ?? 0;
  return ['work', 'read-policy', ...(at >= RECORDING_LATE_LEVEL ? ['record-late'] : []), ...(at >= OVERSEEING_LEVEL ? ['oversee'] : [])];
}
