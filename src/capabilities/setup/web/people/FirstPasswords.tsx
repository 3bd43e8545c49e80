import { Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { ImportAnswer, ImportedRow } from '../../contract.ts';
import { csvCell, saveText } from '../files.ts';
import { inOneLine } from '../../rules/texts.ts';
import { setupWords } from '../words.ts';

/** What became of every row, and the first passwords: on the screen and as a file, this once. */
export function FirstPasswords({ answer }: { answer: ImportAnswer }): ReactElement {
  const say = useWords(setupWords);
  const told = answer.rows.filter((row) => row.password !== undefined);
  const save = (): void => saveText(`${say('passwordsFile')}.csv`, [[say('name'), say('account'), say('password')], ...told.map((row) => [row.name, row.username, row.password ?? ''])].map((line) => line.map(csvCell).join(',')).join('\r\n'));
  const columns = [
    { title: say('row'), dataIndex: 'row', width: 56, responsive: ['sm' as const] },
    { title: say('name'), dataIndex: 'name' },
    { title: say('account'), dataIndex: 'username' },
    // Shown this once: nothing longer may push it off the screen.
    { title: say('password'), render: (_: unknown, row: ImportedRow) => <code>{row.password ?? '—'}</code> },
    { title: say('what'), render: (_: unknown, row: ImportedRow) => <span className="set-up-why">{row.is === 'wrong' ? `${say('is_wrong')} ${inOneLine(row.why)}` : say(`is_${row.is}`)}</span> },
  ];
  return (
    <div className="column">
      {answer.note !== undefined && <p>{answer.note}</p>}
      {told.length > 0 && <p>{say('passwordsSays')}</p>}
      {told.length > 0 && <div className="line"><Button type="primary" onClick={save}>{say('download')}</Button></div>}
      <Table<ImportedRow> rowKey="row" size="small" columns={columns} dataSource={answer.rows} pagination={answer.rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false} scroll={{ x: 'max-content' }} />
    </div>
  );
}
