import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';

/** A field for a day and a time on the company's wall clock (`2026-03-02T09:00`). Fetched when somebody sets the clock. */
export default function TimeField({ label, at, set, close }: { label: string; at: string; set: (text: string) => void; close: () => void }): ReactElement {
  return (
    <DatePicker aria-label={label} autoFocus showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" defaultValue={dayjs(at)} needConfirm showNow={false} allowClear={false}
      onOk={(day) => { set(day.format('YYYY-MM-DDTHH:mm')); close(); }} onOpenChange={(shown) => { if (!shown) close(); }} defaultOpen />
  );
}
