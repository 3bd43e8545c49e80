import type { Policy } from './policy.ts';
import type { Text } from './text.ts';

const OURS: Readonly<Record<string, Text>> = {
  'waiting-for-customer': { zh: '等客户', en: 'waiting for the customer' }, 'third-party-appraisal': { zh: '第三方鉴定', en: 'appraisal by a third party' },
  'waiting-for-parts': { zh: '等备件', en: 'waiting for parts' },
};

/** A reason to pause as people read it: the policy's own title, else ours, else the word itself. */
export function pauseTitle(policy: Pick<Policy, 'reasons'>, reason: string): Text {
  const own = policy.reasons?.[reason]?.title;
  return own === undefined ? (OURS[reason] ?? { zh: reason, en: reason }) : { zh: own, en: own };
}
