import { Checkbox, Input, InputNumber, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../words/index.ts';
import { partWords } from '../../words/parts.ts';
import { asText, type FieldProps } from './kinds.ts';

export function TextField({ id, value, change }: FieldProps): ReactElement {
  return <Input.TextArea id={id} value={asText(value)} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={20_000} onChange={(event) => change(event.target.value)} />;
}

export function LineField({ id, value, change }: FieldProps): ReactElement {
  return <Input id={id} value={asText(value)} maxLength={200} onChange={(event) => change(event.target.value)} />;
}

export function PasswordField({ id, value, change }: FieldProps): ReactElement {
  return <Input.Password id={id} value={asText(value)} maxLength={200} autoComplete="new-password" onChange={(event) => change(event.target.value)} />;
}

export function TickField({ ask, id, value, change }: FieldProps): ReactElement {
  return <Checkbox id={id} checked={value === true} onChange={(event) => change(event.target.checked)}>{ask.title}</Checkbox>;
}

/** Three answers: a yes-no fact is unknown until somebody answers it. */
export function YesNoField({ ask, id, value, change }: FieldProps): ReactElement {
  const say = useWords(partWords);
  const options = [{ value: 'yes', label: say('yes') }, { value: 'no', label: say('no') }, ...(ask.required ? [] : [{ value: 'unknown', label: say('unknown') }])];
  const chosen = value === true ? 'yes' : value === false ? 'no' : ask.required ? null : 'unknown';
  return <Radio.Group id={id} aria-label={ask.title} optionType="button" options={options} value={chosen} onChange={(event) => change(event.target.value === 'unknown' ? undefined : event.target.value === 'yes')} />;
}

export function NumberField({ ask, id, value, change }: FieldProps): ReactElement {
  const number = typeof value === 'number' ? value : null;
  const whole = ask.type === 'whole' ? { precision: 0 } : {};
  const money = ask.type === 'money' ? { prefix: '¥', precision: 2, min: 0 } : {};
  return <InputNumber id={id} className="wide" value={number} onChange={(next) => change(next ?? undefined)} {...whole} {...money} />;
}
