import { Link } from '@tanstack/react-router';
import { Table, type TableProps } from 'antd';
import type { ReactElement } from 'react';
import { Moment, SeverityFlag, useWords } from '#ui/index.ts';
import { useSeverityLevel } from '#capabilities/policies/web/index.ts';
import type { MatterRow } from '../../contract.ts';
import { RowTime } from '../RowTime.tsx';
import { matterWords } from '../words.ts';

/** The list on a wide screen. */
export function MatterTable({ rows }: { rows: readonly MatterRow[] }): ReactElement {
  return <Table<MatterRow> rowKey="id" className="dense" dataSource={[...rows]} columns={useColumns()} pagination={false} scroll={{ x: 900 }} />;
}

function useColumns(): NonNullable<TableProps<MatterRow>['columns']> {
  const say = useWords(matterWords);
  const level = useSeverityLevel();
  return [
    { title: say('limit'), width: 232, className: 'once', render: (_, row) => <RowTime row={row} /> },
    { title: say('number'), width: 142, render: (_, row) => <Link to="/matters/$id" params={{ id: row.id }} className="number">{row.number}</Link> },
    { title: say('severity'), width: 104, render: (_, row) => <SeverityFlag title={row.severityTitle} level={level(row.kind, row.severity)} /> },
    { title: say('kind'), width: 64, dataIndex: 'kindTitle' },
    { title: say('customer'), width: 100, ellipsis: true, render: (_, row) => row.customerName || '—' },
    { title: say('summary'), ellipsis: true, render: (_, row) => <Link to="/matters/$id" params={{ id: row.id }}>{row.subject}</Link> },
    { title: say('stage'), width: 76, dataIndex: 'stageTitle' },
    { title: say('receivedAt'), width: 148, className: 'once', render: (_, row) => <Moment at={row.receivedAt} /> },
  ];
}
