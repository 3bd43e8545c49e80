import { Link } from '@tanstack/react-router';
import { Table, type TableProps } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Moment, SeverityFlag, useLook, useWords } from '#ui/index.ts';
import { useSeverityLevel } from '#capabilities/policies/web/index.ts';
import type { MatterRow } from '../../contract.ts';
import { RowTime } from '../RowTime.tsx';
import { matterWords } from '../words.ts';
import { columnNames, type ColumnChoice, type ColumnName } from './useColumnChoice.ts';
import { WidthEdge } from './WidthEdge.tsx';
import { listWords } from './words.ts';

const WIDTHS: Readonly<Record<ColumnName, number>> = { limit: 212, number: 144, severity: 100, kind: 60, customer: 176, summary: 304, stage: 72, handler: 84, firstReceiver: 76, receivedAt: 150 };
/** In large letters what is never cut needs more room; what is cut ends a little earlier. */
const LARGE: Readonly<Partial<Record<ColumnName, number>>> = { limit: 232, number: 160, severity: 112, receivedAt: 166 };
const TICK = 40;

interface Props {
  readonly rows: readonly MatterRow[];
  readonly choice: ColumnChoice;
  readonly change: (choice: ColumnChoice) => void;
  readonly ticked: readonly string[];
  readonly tick: (ids: string[]) => void;
}

/** The list on a wide screen: columns as the reader likes them, rows to tick. */
export function MatterTable({ rows, choice, change, ticked, tick }: Props): ReactElement {
  const say = useWords(listWords);
  const titles = useColumnTitles();
  const cells = useCells();
  const large = useLook().size === 'large';
  const shown = columnNames.filter((name) => !choice.hidden.includes(name));
  const widthOf = (name: ColumnName): number => choice.widths[name] ?? (large ? LARGE[name] : undefined) ?? WIDTHS[name];
  const columns: NonNullable<TableProps<MatterRow>['columns']> = shown.map((name) => ({
    key: name, width: widthOf(name), ellipsis: name === 'customer' || name === 'summary' || name === 'handler', className: 'once', render: (_, row) => cells[name](row),
    title: <>{titles[name]}<WidthEdge width={widthOf(name)} draw={(width) => change({ ...choice, widths: { ...choice.widths, [name]: width } })} /></>,
  }));
  return (
    <Table<MatterRow> rowKey="id" className="dense matters-table" tableLayout="fixed" dataSource={[...rows]} columns={columns} pagination={false}
      scroll={{ x: TICK + shown.reduce((sum, name) => sum + widthOf(name), 0) }}
      rowSelection={{ columnWidth: TICK, selectedRowKeys: [...ticked], onChange: (keys) => tick(keys.map(String)), getCheckboxProps: (row) => ({ 'aria-label': say('tick', { number: row.number }) }) }} />
  );
}

/** Titles of the columns, for the head of the table and for the chooser. */
export function useColumnTitles(): Readonly<Record<ColumnName, string>> {
  const say = useWords(matterWords);
  const sayList = useWords(listWords);
  return {
    limit: say('limit'), number: say('number'), severity: say('severity'), kind: say('kind'), customer: sayList('customerPlace'), summary: say('summary'), stage: say('stage'),
    handler: sayList('handler'), firstReceiver: sayList('firstReceiver'), receivedAt: say('receivedAt'),
  };
}

function useCells(): Readonly<Record<ColumnName, (row: MatterRow) => ReactNode>> {
  const level = useSeverityLevel();
  return {
    limit: (row) => <RowTime row={row} brief />,
    number: (row) => <Link to="/matters/$id" params={{ id: row.id }} className="number">{row.number}</Link>,
    severity: (row) => <SeverityFlag brief peril={row.peril} title={row.severityTitle} level={level(row.kind, row.severity)} />,
    kind: (row) => row.kindTitle,
    customer: (row) => <span className="whose" title={[row.customerName, row.place].filter(Boolean).join(' · ')}><span>{row.customerName || row.place || '—'}</span>{row.customerName !== '' && row.place !== '' && <span className="quiet">{row.place}</span>}</span>,
    summary: (row) => <Link to="/matters/$id" params={{ id: row.id }} title={row.subject}>{row.subject}</Link>,
    stage: (row) => row.stageTitle,
    handler: (row) => <span title={row.handler}>{row.handler || '—'}</span>,
    firstReceiver: (row) => row.firstReceiver || '—',
    receivedAt: (row) => <Moment at={row.receivedAt} />,
  };
}
