import type { DutyRow, Policy } from '#engine';

/** Why the number of a limit is ours: it is a vague word (及时) whose number is ours; null where the policy itself says it. */
export function oursOfLimit(policy: Policy, row: Pick<DutyRow, 'due'> | undefined): string | null {
  const word = row?.due.firstKnown.flatMap((due) => (due.is === 'after' && due.word !== null ? [due.word] : []))[0];
  const ours = word === undefined ? null : (policy.words[word]?.source.ours ?? null);
  return ours === null ? null : `「${word}」：${ours}`;
}
