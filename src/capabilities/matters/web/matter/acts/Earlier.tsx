import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { AskForm, givenAnswers, useWords, type Ask } from '#ui/index.ts';
import { matterWords } from '../../words.ts';

export interface EarlierAnswer { occurredAt?: string; reason?: string }

/** 补录: what happened earlier is recorded with its own time and a reason; facts can always be written down. */
export function Earlier({ value, change }: { value: EarlierAnswer; change: (value: EarlierAnswer) => void }): ReactElement {
  const say = useWords(matterWords);
  const [open, setOpen] = useState(false);
  if (!open) return <div><Button type="link" onClick={() => setOpen(true)}>{say('earlier')}</Button></div>;
  const ask = (name: string, title: string, type: Ask['type']): Ask => ({ name, title, type, values: [], required: false, clause: [] });
  const asks = [ask('occurredAt', say('occurredAt'), 'instant'), ask('reason', say('lateReason'), 'text')];
  return <AskForm asks={asks} answers={{ ...value }} change={(answers) => change(givenAnswers(asks, answers))} />;
}
