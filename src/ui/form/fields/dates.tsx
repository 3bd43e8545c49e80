import { Button } from 'antd';
import type { ReactElement } from 'react';
import { civilText, instantOf, instantOfCivil, isoText } from '../../rules/index.ts';
import { useClock } from '../../time/index.ts';
import { asText, type FieldProps } from './kinds.ts';
import { Day, DayAndTime } from './pickers.tsx';

/** A time on the company's wall clock, wherever this machine believes to be. Where times are offered, one press takes one of them. */
export function InstantField({ ask, id, value, change }: FieldProps): ReactElement {
  const { zone } = useClock();
  const at = instantOf(asText(value));
  const given = (text: string): void => {
    const instant = instantOfCivil(text, zone);
    change(instant === null ? undefined : isoText(instant, zone));
  };
  const picker = <DayAndTime id={id} value={at === null ? '' : civilText(at, zone)} change={given} />;
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
  return <Day id={id} value={asText(value)} change={(day) => change(day === '' ? undefined : day)} />;
}
