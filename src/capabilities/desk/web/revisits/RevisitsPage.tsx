import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { ObligationTime } from '#capabilities/matters/web/index.ts';
import { Answer, Moment, Nothing, useMinute, useShortcut, useWords } from '#ui/index.ts';
import type { DeskRow } from '../../contract.ts';
import { useWithinProject } from '#capabilities/customers/web/index.ts';
import { revisitsQuery } from '../calls.ts';
import { callingOrder } from './calling-order.ts';
import { RevisitCard } from './RevisitCard.tsx';
import { revisitWords } from './words.ts';
import '../desk.css';
import './revisits.css';

/** 今日回访: whom to call back, in due order, and in the middle the present one. After a record the next comes by itself. */
export default function RevisitsPage(): ReactElement {
  const say = useWords(revisitWords);
  const list = useQuery(revisitsQuery(useWithinProject()));
  return <Answer of={list} rows={8}>{(rows) => (rows.length === 0 ? <Nothing text={say('none')} /> : <Revisits rows={rows} />)}</Answer>;
}

function Revisits({ rows: all }: { rows: readonly DeskRow[] }): ReactElement {
  const say = useWords(revisitWords);
  const now = useMinute();
  const rows = callingOrder(all, now);
  const [chosen, choose] = useState<string | null>(null);
  const place = Math.max(0, rows.findIndex((row) => row.next.id === chosen));
  const present = rows[place];
  const goOn = (by = 1): void => choose(rows[(place + by + rows.length) % rows.length]?.next.id ?? null);
  // Who was agreed for later is not offered again at once: the next is whoever stands at the head then.
  const settled = (): void => choose(rows.find((row) => row !== present && row.agreed === null)?.next.id ?? null);
  useShortcut('F8', () => goOn());
  useShortcut('Ctrl+ArrowDown', () => goOn());
  useShortcut('Ctrl+ArrowUp', () => goOn(-1));
  return (
    <div className="revisits">
      <aside className="revisit-list" aria-label={say('title')}>
        <p className="line"><b>{say('left', { n: rows.length })}</b><Button type="link" onClick={() => window.print()}>{say('print')}</Button></p>
        <ol>{rows.map((row) => (
          <li key={row.next.id}>
            <button type="button" className={row === present ? 'revisit-row revisit-present' : 'revisit-row'} aria-pressed={row === present} onClick={() => choose(row.next.id)}>
              <span className="line"><b>{row.matter.customerName || row.matter.number}</b>{row.agreed === null ? <ObligationTime obligation={row.next} /> : <span className="tag"><Moment at={row.agreed} end /> {say('asAgreed')}</span>}</span>
              <span className="cut quiet">{row.matter.subject}</span>
            </button>
          </li>
        ))}</ol>
      </aside>
      {present && <RevisitCard key={present.next.id} row={present} goOn={() => goOn()} settled={settled} />}
    </div>
  );
}
