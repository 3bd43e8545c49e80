import type { PossibleAct } from '../../contract.ts';

/** Words by which people promise, in any company. A denied one promises nothing. */
const WORDS = /(?<!不能?|无法|没有?|不敢)(?:保证|一定|承诺|包您|担保|赔)|(?<!not |n.t )\b(?:promise|guarantee|refund|compensate)/giu;

/** The words of promise in a text, each once, in the order they were written. */
export function promiseWords(text: string): readonly string[] {
  return [...new Set([...text.matchAll(WORDS)].map(([word]) => word))];
}

/** The act by which something is promised, where the policy has one and wants consent before it: only then is a word of promise remarked. */
export function promisingAct(acts: readonly PossibleAct[]): PossibleAct | null {
  return acts.find((act) => ['promise', 'propose'].includes(act.is) && !act.refusals.some((refusal) => refusal.kind === 'may')) ?? acts.find((act) => ['promise', 'propose'].includes(act.is)) ?? null;
}
