import { Button, Checkbox, Popover } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { columnNames, type ColumnChoice, type ColumnName } from './useColumnChoice.ts';
import { listWords } from './words.ts';

interface Props { readonly choice: ColumnChoice; readonly titles: Readonly<Record<ColumnName, string>>; readonly change: (choice: ColumnChoice) => void; readonly again: () => void }

/** Which columns are shown; number and summary always are, for they lead to the matter. */
export function ColumnChooser({ choice, titles, change, again }: Props): ReactElement {
  const say = useWords(listWords);
  const put = (name: ColumnName, shown: boolean): void => change({ ...choice, hidden: shown ? choice.hidden.filter((one) => one !== name) : [...choice.hidden, name] });
  const content = (
    <div className="column">
      {columnNames.map((name) => (
        <Checkbox key={name} checked={!choice.hidden.includes(name)} disabled={name === 'number' || name === 'summary'} onChange={(event) => put(name, event.target.checked)}>{titles[name]}</Checkbox>
      ))}
      <Button onClick={again}>{say('columnsAgain')}</Button>
    </div>
  );
  return <Popover trigger="click" placement="bottomRight" content={content}><Button>{say('columns')} ▾</Button></Popover>;
}
