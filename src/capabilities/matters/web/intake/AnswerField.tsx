import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef, type ReactElement } from 'react';
import { ClauseChips, useWords, type Ask } from '#ui/index.ts';
import type { Phrase } from './phrase.ts';
import { useSlash } from './useSlash.tsx';
import { intakeWords } from './words.ts';

interface Props { readonly ask: Ask; readonly value: unknown; readonly change: (text: string) => void; readonly phrases: readonly Phrase[]; /** Ending it was tried without an answer. */ readonly missing: boolean }

/** What the customer is told on the spot (当场答复): words, and phrases by `/` as in the record. */
export function AnswerField({ ask, value, change, phrases, missing }: Props): ReactElement {
  const say = useWords(intakeWords);
  const id = `answer-${ask.name}`;
  const field = useRef<TextAreaRef>(null);
  const text = typeof value === 'string' ? value : '';
  const { look, hear, close, list } = useSlash(phrases, text, change, () => field.current?.resizableTextArea?.textArea);
  return (
    <div className={missing ? 'field field-wrong answer-field' : 'field answer-field'}>
      <label htmlFor={id} className="field-label">{missing && <span className="field-must" aria-hidden="true">*</span>}{ask.title} <ClauseChips clauses={ask.clause} /></label>
      <Input.TextArea id={id} ref={field} value={text} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={20_000} placeholder={say('answerHint')} onKeyDown={hear} onBlur={close}
        onChange={(event) => { change(event.target.value); look(event.target); }} />
      {list}
      {missing && <span role="alert" className="field-says">{say('answerNeeded')}</span>}
    </div>
  );
}
