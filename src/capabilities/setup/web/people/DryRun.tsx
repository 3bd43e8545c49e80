import { Alert, Checkbox, Table } from 'antd';
import { useState, type ReactElement } from 'react';
import { useLanguage, useWords } from '#ui/index.ts';
import { positionsWithoutHolder, type CheckedRow, type Company } from '../../rules/people.ts';
import { setupWords } from '../words.ts';
import { countRows } from './uploaded.ts';

/** What an import would do, row by row, before anything is written. */
export function DryRun({ rows, company }: { rows: readonly CheckedRow[]; company: Company }): ReactElement | null {
  const say = useWords(setupWords);
  const { language } = useLanguage();
  const [only, setOnly] = useState(false);
  if (rows.length === 0) return null;
  const { new: fresh, changed, same, wrong } = countRows(rows);
  const shown = rows.filter((row) => !only || row.is === 'wrong');
  const columns = [
    { title: say('row'), dataIndex: 'row', width: 56 },
    { title: say('name'), dataIndex: 'name' },
    { title: say('account'), dataIndex: 'username' },
    { title: say('what'), render: (_: unknown, row: CheckedRow) => <What row={row} language={language} /> },
  ];
  return (
    <>
      <Alert type={wrong > 0 ? 'warning' : 'success'} showIcon title={say('counted', { n: rows.length, good: rows.length - wrong, wrong })} description={`${say('countedMore', { fresh, changed, same })}${language === 'zh' ? '。' : '. '}${wrong > 0 ? say('wrongLeftOut') : ''}`} />
      {wrong > 0 && <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>{say('onlyWrong')}</Checkbox>}
      <Table<CheckedRow> rowKey="row" size="small" columns={columns} dataSource={[...shown]} pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false} scroll={{ x: 'max-content' }} />
      <WithoutHolder titles={positionsWithoutHolder(company.place, company.people, rows)} />
    </>
  );
}

function What({ row, language }: { row: CheckedRow; language: 'zh' | 'en' }): ReactElement {
  const say = useWords(setupWords);
  if (row.is !== 'wrong') return <span>{say(`is_${row.is}`)}{row.changes.length > 0 && <span className="quiet"> {row.changes.map((column) => say(`column_${column}`)).join('、')}</span>}</span>;
  return <span className="set-up-why"><b>{say('is_wrong')}</b> {row.why.map((why) => why[language]).join(language === 'zh' ? '；' : '; ')}</span>;
}

/** Positions that would have nobody: work that falls to them would wait for ever. */
export function WithoutHolder({ titles }: { titles: readonly string[] }): ReactElement {
  const say = useWords(setupWords);
  if (titles.length === 0) return <p className="quiet">{say('allHeld')}</p>;
  return <Alert type="info" showIcon title={say('withoutHolder', { list: titles.join('、') })} description={say('withoutHolderSays')} />;
}
