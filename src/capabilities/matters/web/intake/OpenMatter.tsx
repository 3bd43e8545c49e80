import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { KeyName, Moment, SeverityFlag, useWords } from '#ui/index.ts';
import type { CustomerCard } from '#capabilities/customers/contract.ts';
import { useSeverityLevel } from '#capabilities/policies/web/index.ts';
import { RowTime } from '../RowTime.tsx';
import { intakeWords } from './words.ts';

type Row = CustomerCard['open'][number];

/** An open matter of the caller: one press (Alt and its number) shows what can be told of it. */
export function OpenMatter({ row, at, numbered, choose }: { row: Row; at: number; /** Alt and a number means these now. */ numbered: boolean; choose: () => void }): ReactElement {
  const say = useWords(intakeWords);
  const level = useSeverityLevel();
  return (
    <button type="button" className="open-matter" onClick={choose} aria-label={`${say('openOfCustomer')} ${row.number} ${row.subject}`} {...(numbered && at < 9 ? { 'data-keytip': at + 1 } : {})}>
      <span className="line">{numbered && at < 9 && <KeyName>{`Alt+${at + 1}`}</KeyName>}<RowTime row={row} />{row.told !== null && row.told.chased > 0 && <span className="tag">{say('chase')}×{row.told.chased}</span>}</span>
      <span><SeverityFlag peril={row.peril} title={row.severityTitle} level={level(row.kind, row.severity)} /> <b>{row.subject}</b></span>
      <span className="quiet">{row.number} · {row.stageTitle}{row.told?.handler && ` · ${row.told.handler}`}</span>
    </button>
  );
}

/** What came to its end lately: when it came in and what it was. */
export function RecentLine({ row }: { row: CustomerCard['recent'][number] }): ReactElement {
  return (
    <Link to="/matters/$id" params={{ id: row.id }} className="recent-line" title={row.subject}>
      <span>{row.subject}</span><span className="quiet"><Moment at={row.receivedAt} /> · {row.kindTitle} · {row.stageTitle}</span>
    </Link>
  );
}
