import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { Carried } from './rules/shown.ts';
import { policyWords } from './words.ts';

/** How a clause is carried, as a word with its own edge; “未落实” is drawn open. */
export function CarriedMark({ carried }: { carried: Carried }): ReactElement {
  const say = useWords(policyWords);
  return <span className={`carried carried-${carried}`} title={say(`${carried}Means`)}>{say(carried)}</span>;
}
