import { warning, type Check } from '../finding.ts';

/** A position that nobody holds: what it owes moves up, which is better known before than after. */
export const positionsHeld: Check = function* (policy, { holders }) {
  if (!holders) return;
  for (const position of Object.values(policy.positions)) {
    if (!holders.has(position.id)) yield warning(position.source, `positions.${position.id}`, `岗位“${position.title}”目前无人担任`, `nobody holds the position “${position.id}”`);
  }
};
