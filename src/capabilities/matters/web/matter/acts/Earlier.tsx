import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { AskForm, givenAnswers, Moment, useClock, useMinute, useWords, type Ask } from '#ui/index.ts';
import { earlierTimes } from '../../rules/later-times.ts';
import { TimeChips } from './TimeChips.tsx';
import { verbWords } from './words.ts';

export interface EarlierAnswer { occurredAt?: string; reason?: string }

/** 补录: what happened earlier is recorded with its own time beside the time of recording, and a reason; facts can always be written down. */
export function Earlier({ value, change, receivedAt }: { value: EarlierAnswer; change: (value: EarlierAnswer) => void; receivedAt: string }): ReactElement {
  const say = useWords(verbWords);
  const { zone } = useClock();
  const now = useMinute();
  // The times offered stay as they were when it was opened: a chip that was pressed does not move away.
  const [opened, setOpened] = useState<number | null>(null);
  if (opened === null) return <div><Button type="link" className="flush" onClick={() => setOpened(now)}>{say('earlier')}</Button></div>;
  const ask = (name: string, title: string, type: Ask['type']): Ask => ({ name, title, type, values: [], required: false, clause: [] });
  const asks = [ask('occurredAt', say('occurredAt'), 'instant'), ask('reason', say('lateReason'), 'text')];
  return (
    <fieldset className="earlier">
      <legend>{say('earlier')}</legend>
      <TimeChips label={say('happened')} times={earlierTimes(opened, receivedAt, zone)} chosen={value.occurredAt} choose={(occurredAt) => change({ ...value, occurredAt })} />
      <AskForm asks={asks} answers={{ ...value }} change={(answers) => change(givenAnswers(asks, answers))} />
      {value.occurredAt !== undefined && <p>{say('happened')} <b><Moment at={value.occurredAt} /></b> · {say('recorded')} <b>{say('now')}</b></p>}
    </fieldset>
  );
}
