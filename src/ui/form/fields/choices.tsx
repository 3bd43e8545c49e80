import { Checkbox, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../words/index.ts';
import { partWords } from '../../words/parts.ts';
import { asRecord, asText, asTexts, type FieldProps } from './kinds.ts';
import { PickMany, PickOne } from './later.tsx';

const FEW = 5;

/** One of a closed list: beside each other while they are few, else a list to search in. */
export function OneField({ ask, id, value, change }: FieldProps): ReactElement {
  const options = ask.values.map((one) => ({ value: one.id, label: one.title, title: one.hint ?? one.title }));
  const chosen = asText(value);
  if (options.length <= FEW) return <Radio.Group id={id} aria-label={ask.title} optionType="button" options={options} value={chosen} onChange={(event) => change(event.target.value)} />;
  return <PickOne id={id} options={options} value={chosen === '' ? null : chosen} change={(next) => change(next ?? undefined)} />;
}

export function ManyField({ ask, id, value, change }: FieldProps): ReactElement {
  const options = ask.values.map((one) => ({ value: one.id, label: one.title }));
  if (options.length <= FEW) return <Checkbox.Group options={options} value={asTexts(value)} onChange={change} />;
  return <PickMany id={id} options={options} value={asTexts(value)} change={change} />;
}

/** A list of things each of which is ticked or not (a checklist). */
export function ItemsField({ ask, value, change }: FieldProps): ReactElement {
  const ticked = asRecord(value);
  return (
    <div className="column" role="group" aria-label={ask.title}>
      {ask.values.map((item) => (
        <Checkbox key={item.id} checked={ticked[item.id] === true} onChange={(event) => change({ ...ticked, [item.id]: event.target.checked })}>{item.title}</Checkbox>
      ))}
    </div>
  );
}

/** How somebody was reached; the four ways of the product where the policy gives no list of its own. */
export function HowField(props: FieldProps): ReactElement {
  const say = useWords(partWords);
  const own = [['phone', say('byPhone')], ['visit', say('byVisit')], ['message', say('byMessage')], ['letter', say('byLetter')]] as const;
  const values = props.ask.values.length > 0 ? props.ask.values : own.map(([id, title]) => ({ id, title, hint: null }));
  return <OneField {...props} ask={{ ...props.ask, values }} />;
}
