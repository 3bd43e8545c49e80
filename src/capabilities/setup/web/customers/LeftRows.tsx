import { Alert, Button, Table } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { CustomerCheck } from '../../contract.ts';
import { inOneLine } from '../../rules/texts.ts';
import { csvCell, saveText } from '../files.ts';
import { inWords } from './counted.ts';
import { importWords } from './words.ts';

type Row = CustomerCheck['left'][number];

/** What an import would do, counted; then the rows it would leave out, with their reasons, to look at and to take along. */
export function LeftRows({ check }: { check: CustomerCheck }): ReactElement {
  const say = useWords(importWords);
  const { counts, left, header } = check;
  const wrong = left.filter(({ is }) => is === 'wrong');
  const save = (): void => saveText(`${say('wrongFile')}.csv`, [[...header, say('reason')], ...wrong.map(({ cells, why }) => [...header.map((_, at) => cells[at] ?? ''), inOneLine(why)])].map((line) => line.map(csvCell).join(',')).join('\r\n'));
  const columns = [
    { title: say('row'), dataIndex: 'row', width: 64 },
    { title: say('what'), dataIndex: 'shown' },
    { title: say('reason'), render: (_: unknown, row: Row) => <span className="set-up-why"><b>{say(`is_${row.is}`)}</b> {inOneLine(row.why)}</span> },
  ];
  return (
    <>
      <Alert type={counts.wrong > 0 ? 'warning' : 'success'} showIcon title={say(counts.adds > 0 ? 'countedAdding' : 'counted', inWords(counts))} description={left.length > 0 ? say('leftOut') : undefined} />
      {wrong.length > 0 && <div className="line"><Button onClick={save}>{say('downloadWrong', { n: wrong.length })}</Button></div>}
      {left.length > 0 && <Table<Row> rowKey="row" size="small" columns={columns} dataSource={[...left]} pagination={left.length > 20 ? { pageSize: 20, showSizeChanger: false } : false} />}
    </>
  );
}
