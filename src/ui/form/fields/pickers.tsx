import { DatePicker, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';

/** A field for a time is text outside: `2026-03-02`, `2026-03-02T09:00` or `09:00` on the company's wall clock; empty = none. */
export interface PickTimeProps {
  readonly id?: string;
  /** Its name, where no label stands beside it. */
  readonly label?: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly className?: string;
  /** False where there must always be one. */
  readonly clearable?: boolean;
  /** The first and the last day that may be chosen. */
  readonly first?: string;
  readonly last?: string;
}

const WRITTEN = { day: 'YYYY-MM-DD', instant: 'YYYY-MM-DDTHH:mm', hour: 'HH:mm' } as const;

/** What the three have in common. What was typed counts as soon as the field is left: nobody has to find a button for it. */
function common({ id, label, value, change, className = 'wide', clearable = true }: PickTimeProps, written: string): object {
  const at = dayjs(written === WRITTEN.hour && value !== '' ? `2000-01-01T${value}` : value);
  return {
    id, className, 'aria-label': label, value: value !== '' && at.isValid() ? at : null, allowClear: clearable, needConfirm: false, showNow: false,
    onChange: (picked: dayjs.Dayjs | null) => change(picked === null ? '' : picked.format(written)),
  };
}

const limits = ({ first, last }: PickTimeProps): object => ({ ...(first ? { minDate: dayjs(first) } : {}), ...(last ? { maxDate: dayjs(last) } : {}) });

export function Day(props: PickTimeProps): ReactElement {
  return <DatePicker format="YYYY-MM-DD" {...limits(props)} {...common(props, WRITTEN.day)} />;
}

export function DayAndTime(props: PickTimeProps): ReactElement {
  return <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" {...limits(props)} {...common(props, WRITTEN.instant)} />;
}

export function TimeOfDay(props: PickTimeProps): ReactElement {
  return <TimePicker format="HH:mm" {...common(props, WRITTEN.hour)} />;
}
