import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Answer, Moment, Nothing, useWords } from '#ui/index.ts';
import { historyQuery } from './calls.ts';
import { changeWords } from './change-words/words.ts';
import { fileWords } from './words.ts';

/** How his file came to be as it is, newest first. */
export function Changes({ customer }: { customer: string }): ReactElement {
  const say = useWords(fileWords);
  const sayChange = useWords(changeWords);
  return (
    <Answer of={useQuery(historyQuery(customer))}>{(items) => (items.length === 0 ? <Nothing text={say('noChanges')} /> : (
      <ol className="rows">{items.map((each) => (
        <li key={each.seq} className="dealing"><span className="quiet number"><Moment at={each.at} /></span>
          <div><b>{each.type in changeWords ? sayChange(each.type as keyof typeof changeWords) : each.type}</b> <span className="quiet">{each.who}</span>{each.words.length > 0 && <p className="said">{each.words.join(' · ')}</p>}</div></li>
      ))}</ol>
    ))}</Answer>
  );
}
