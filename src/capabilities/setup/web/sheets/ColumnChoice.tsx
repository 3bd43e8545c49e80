import { Alert, Select } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { setupWords } from '../words.ts';

interface Props<C extends string> {
  readonly columns: readonly C[]; readonly needed: readonly C[]; readonly header: readonly string[];
  readonly mapping: Readonly<Partial<Record<C, number | null>>>; readonly title: (column: C) => string; readonly set: (column: C, at: number | null) => void;
}

/** Which column of an uploaded sheet is which, as found by the heads; anybody may correct it. */
export function ColumnChoice<C extends string>({ columns, needed, header, mapping, title, set }: Props<C>): ReactElement {
  const say = useWords(setupWords);
  const options = [{ value: -1, label: say('noColumn') }, ...header.map((head, at) => ({ value: at, label: head === '' ? `#${at + 1}` : head }))];
  const missing = needed.filter((column) => (mapping[column] ?? null) === null).map(title);
  return (
    <fieldset className="field">
      <legend className="field-label">{say('columns')}</legend>
      <div className="set-up-columns">
        {columns.map((column) => (
          <label key={column}>
            <small className="quiet">{needed.includes(column) && <span className="field-must">*</span>}{title(column)}</small>
            <Select size="small" className="wide" aria-label={title(column)} value={mapping[column] ?? -1} options={options} onChange={(at: number) => set(column, at < 0 ? null : at)} />
          </label>
        ))}
      </div>
      {missing.length > 0 && <Alert className="spaced" type="warning" showIcon title={say('needed', { list: missing.join('、') })} />}
    </fieldset>
  );
}
