import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { SeverityFlag } from '#ui/index.ts';
import { useSeverityLevel } from '#capabilities/policies/web/index.ts';
import type { MatterRow } from '../contract.ts';
import { RowTime } from './RowTime.tsx';

type Line = Pick<MatterRow, 'id' | 'number' | 'kind' | 'kindTitle' | 'subject' | 'severity' | 'severityTitle' | 'peril' | 'stageTitle' | 'customerName' | 'firstDueAt' | 'receivedAt' | 'ended'>;

/** A matter as one compact line: for phones, and for the customer's sheet. */
export function MatterLine({ row, children }: { row: Line; children?: ReactNode }): ReactElement {
  const level = useSeverityLevel();
  return (
    <div className="matter-line">
      <Link to="/matters/$id" params={{ id: row.id }} className="matter-link">
        <span><RowTime row={row} /></span>
        <span><SeverityFlag peril={row.peril} title={row.severityTitle} level={level(row.kind, row.severity)} /> <b>{row.subject}</b></span>
        <span className="quiet">{row.number} · {row.kindTitle} · {row.stageTitle}{row.customerName !== '' && ` · ${row.customerName}`}</span>
      </Link>
      {children}
    </div>
  );
}
