import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../words/index.ts';
import { partWords } from '../../words/parts.ts';
import { asText, type FieldProps } from './kinds.ts';

/** What is likely meant, as rows to choose one of: other matters, for example, each with what speaks for it. Anything else may be typed below. */
export function SuggestField({ ask, id, value, change }: FieldProps): ReactElement {
  const say = useWords(partWords);
  const chosen = asText(value);
  const listed = ask.values.some((one) => one.id === chosen);
  return (
    <>
      <div className="suggested" role="radiogroup" aria-label={ask.title}>
        {ask.values.map((one) => (
          <label key={one.id} className={one.id === chosen ? 'suggested-one suggested-on' : 'suggested-one'}>
            <input type="radio" name={id} checked={one.id === chosen} onChange={() => change(one.id)} />
            <span><b>{one.title}</b>{one.hint !== null && <small className="quiet">{one.hint}</small>}</span>
          </label>
        ))}
      </div>
      <Input id={id} aria-label={say('anotherOne')} placeholder={say('anotherOne')} value={listed ? '' : chosen} onChange={(event) => change(event.target.value)} maxLength={200} allowClear />
    </>
  );
}
