import type { Text } from '../text.ts';

const OURS: Readonly<Record<string, Text>> = {
  satisfied: { zh: '满意', en: 'satisfied' }, unsatisfied: { zh: '不满意', en: 'unsatisfied' }, unreachable: { zh: '未接通', en: 'unreachable' },
  effective: { zh: '有效', en: 'effective' }, ineffective: { zh: '无效', en: 'ineffective' }, worked: { zh: '有效', en: 'it worked' }, failed: { zh: '无效', en: 'it failed' },
  solved: { zh: '已解决', en: 'solved' }, 'not-solved': { zh: '未解决', en: 'not solved' }, passed: { zh: '合格', en: 'passed' },
};

/** An outcome in words of ours; null for a policy's own, which stands as it is. */
export function titleOfOutcome(outcome: string): Text | null {
  return Object.hasOwn(OURS, outcome) ? (OURS[outcome] ?? null) : null;
}
