import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { reasonsQuery } from '../../calls.ts';
import { pageWords } from '../words.ts';

/** Why a matter is given back, in most companies. */
const OFTEN = ['notOurs', 'tooLittle', 'wrongPlace', 'othersDoIt'] as const;
const MOST = 5;

/** The company's own last reasons for an act, to choose from; whoever means something else types it. Nothing while there are none. */
export function ReasonChips({ act, chosen, choose }: { act: string; chosen: string; choose: (reason: string) => void }): ReactElement | null {
  const say = useWords(pageWords);
  const given = useQuery(reasonsQuery(act)).data ?? [];
  // A company that has given few yet begins with those of the trade.
  const reasons = [...new Set([...given, ...(act === 'return' ? OFTEN.map((word) => say(word)) : [])])].slice(0, MOST);
  if (reasons.length === 0) return null;
  return (
    <div className="chips reason-chips" role="group" aria-label={say('lastReasons')}>
      <span className="quiet">{say('lastReasons')}</span>
      {reasons.map((reason) => <Button key={reason} aria-pressed={chosen === reason} className={chosen === reason ? 'chip-on' : ''} onClick={() => choose(reason)}>{reason}</Button>)}
    </div>
  );
}
