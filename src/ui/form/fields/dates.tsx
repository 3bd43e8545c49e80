import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import { civilText, instantOf, instantOfCivil, isoText } from '../../rules/index.ts';
import { useClock } from '../../time/index.ts';
import { asText, type FieldProps } from './kinds.ts';

/** A time on the company's wall clock, wherever this machine believes to be. Where times are offered, one press takes one of them. */
export function InstantField({ ask, id, value, change }: FieldProps): ReactElement {
  const { zone } = useClock();
  const at = instantOf(asText(value));
  const given = (text: string | null): void => {
    const instant = text ? instantOfCivil(text, zone) : null;
    change(instant === null ? undefined : isoText(instant, zone));
  };
  const picker = (
    <DatePicker id={id} className="wide" showNow={false} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" value={at === null ? null : dayjs(civilText(at, zone))}
      onChange={(day) => given(day ? day.format('YYYY-MM-DDTHH:mm') : null)} />
  );
  if (ask.values.length === 0) return picker;
  return (
    <>
      <div className="chips" role="group" aria-label={ask.title}>
        {ask.values.map((time) => <Button key={time.id} aria-pressed={value === time.id} className={value === time.id ? 'chip-on' : ''} onClick={() => change(time.id)}>{time.title}</Button>)}
      </div>
      {picker}
    </>
  );
}

export function DateField({ id, value, change }: FieldProps): ReactElement {
  const text = asText(value);
  return <DatePicker id={id} className="wide" value={text === '' ? null : dayjs(text)} onChange={(day) => change(day ? day.format('YYYY-MM-DD') : undefined)} />;
}
