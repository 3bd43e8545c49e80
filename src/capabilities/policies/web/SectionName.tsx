import type { ReactElement } from 'react';
import { isWord, useWords } from '#ui/index.ts';
import { policyWords } from './words.ts';

/** The part of a policy a rule stands in, in the reader's words; a part that has no word of ours is named as the policy names it. */
export function SectionName({ section }: { section: string }): ReactElement {
  const say = useWords(policyWords);
  return <span className="tag">{isWord(policyWords, section) ? say(section) : section}</span>;
}
