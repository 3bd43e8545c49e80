import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../words/index.ts';
import { partWords } from '../../words/parts.ts';
import { asRecord, asText, type FieldProps } from './kinds.ts';

/** Rows with the columns the policy names. A number typed into a cell travels as a number. */
export function LinesField({ ask, value, change }: FieldProps): ReactElement {
  const say = useWords(partWords);
  const rows = Array.isArray(value) ? value.map(asRecord) : [];
  const put = (at: number, column: string, typed: string): void => change(rows.map((row, i) => (i === at ? { ...row, [column]: cell(typed) } : row)));
  return (
    <div className="column">
      {rows.map((row, at) => (
        // Rows have no name of their own; their place is their identity while the form is open.
        <div key={at} className="line">
          {ask.values.map((column) => (
            <Input key={column.id} aria-label={column.title} placeholder={column.title} value={typeof row[column.id] === 'number' ? String(row[column.id]) : asText(row[column.id])} onChange={(event) => put(at, column.id, event.target.value)} />
          ))}
          <Button type="text" aria-label={say('removeRow')} title={say('removeRow')} onClick={() => change(rows.filter((_, i) => i !== at))}>×</Button>
        </div>
      ))}
      <Button onClick={() => change([...rows, {}])}>{say('addRow')}</Button>
    </div>
  );
}

function cell(typed: string): string | number {
  return /^-?(0|[1-9]\d{0,11})(\.\d+)?$/u.test(typed) ? Number(typed) : typed;
}
