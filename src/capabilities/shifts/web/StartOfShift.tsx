import { useQuery } from '@tanstack/react-query';
import { Button, Input, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Moment, useWords } from '#ui/index.ts';
import type { MyShift } from '../contract.ts';
import { myShiftQuery, sayPresence, type Saying } from './calls.ts';
import { useStep } from './useStep.ts';
import { shiftWords } from './words.ts';
import './shifts.css';

/**
 * 开始上班, 离席, 下班. @param onStart - called inside the press itself, before the server is asked: only there a browser lets a page
 * make a sound.
 */
export function StartOfShift({ onStart }: { onStart?: () => void }): ReactElement {
  return <Answer of={useQuery(myShiftQuery)} rows={1}>{(mine) => <Strip mine={mine} {...(onStart ? { onStart } : {})} />}</Answer>;
}

/** Where somebody stands on his shift, and the step that comes next. */
export function Strip({ mine, onStart }: { mine: MyShift; onStart?: () => void }): ReactElement {
  const say = useWords(shiftWords);
  const step = useStep();
  const [extension, setExtension] = useState(mine.extension ?? '');
  const press = (saying: Saying): void => {
    if (saying === 'start') onStart?.();
    void step([saying, extension], (key) => sayPresence(saying, { extension }, key));
  };
  return (
    <section className="shift-strip" aria-label={say('start')}>
      <Tag className={`presence presence-${mine.state}`}>{say(mine.state === 'on' ? 'atDesk' : mine.state)}</Tag>
      {mine.since !== null && mine.state !== 'off' && <span className="quiet"><Moment at={mine.since} /></span>}
      <span className="grow">{mine.duty === null ? say('noDuty') : <>{say('myDuty', { shift: mine.duty.shift })} <span className="number"><Moment at={mine.duty.from} /> – <Moment at={mine.duty.until} end /></span></>}</span>
      {mine.state === 'off' && (
        <>
          <Input aria-label={say('extension')} placeholder={say('extension')} className="extension" maxLength={20} value={extension} onChange={(event) => setExtension(event.target.value)} />
          <Button type="primary" onClick={() => press('start')}>{say('start')}</Button>
        </>
      )}
      {mine.state === 'on' && <Button title={say('awayMeans')} onClick={() => press('away')}>{say('goAway')}</Button>}
      {mine.state === 'away' && <Button type="primary" onClick={() => press('start')}>{say('comeBack')}</Button>}
      {mine.state !== 'off' && <Button onClick={() => press('end')}>{say('end')}</Button>}
    </section>
  );
}
