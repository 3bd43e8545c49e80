import { Button, Input } from 'antd';
import { useId, type ReactElement } from 'react';
import { useWords, type Answers, type Ask } from '#ui/index.ts';
import { intakeWords } from './words.ts';

const USUAL = ['repairIt', 'apologise', 'compensate', 'explain'] as const;

/** What the customer wants: the usual wishes with one press, anything else in words. */
export function WantedRow({ ask, answers, change }: { ask: Ask; answers: Answers; change: (answers: Answers) => void }): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  const said = answers[ask.name];
  const text = typeof said === 'string' ? said : '';
  const parts = text.split('、').map((part) => part.trim()).filter((part) => part !== '');
  const turn = (word: string): void => {
    const next = parts.includes(word) ? parts.filter((part) => part !== word) : [...parts, word];
    change({ ...answers, [ask.name]: next.length === 0 ? undefined : next.join('、') });
  };
  return (
    <div className="chips" role="group" aria-label={ask.title}>
      <label htmlFor={id} className="field-label">{ask.title}</label>
      {USUAL.map((word) => <Button key={word} aria-pressed={parts.includes(say(word))} className={parts.includes(say(word)) ? 'chip chip-on' : 'chip'} onClick={() => turn(say(word))}>{say(word)}</Button>)}
      <Input id={id} className="wanted-words" maxLength={2_000} value={text} onChange={(event) => change({ ...answers, [ask.name]: event.target.value === '' ? undefined : event.target.value })} />
    </div>
  );
}
