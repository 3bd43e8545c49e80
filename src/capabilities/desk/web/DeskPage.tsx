import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Nothing, Older, useFunctionKey, useNarrow, useWords } from '#ui/index.ts';
import type { DeskAnswer, DeskRow } from '../contract.ts';
import { deskQuery, PAGE, type View } from './calls.ts';
import { DeskLine } from './DeskLine.tsx';
import { Essentials } from './Essentials.tsx';
import { deskWords } from './words.ts';
import './desk.css';

const VIEWS = ['mine', 'waiting', 'approvals'] as const;
const EMPTY: Record<View, 'emptyMine' | 'emptyWaiting' | 'emptyApprovals'> = { mine: 'emptyMine', waiting: 'emptyWaiting', approvals: 'emptyApprovals' };

/** 我的待办: one line per matter with my next act, in due order. */
export default function DeskPage(): ReactElement {
  const say = useWords(deskWords);
  const [view, look] = useState<View>('mine');
  const desk = useInfiniteQuery(deskQuery(view));
  const counts = desk.data?.pages[0]?.counts;
  const label = (name: View): string => (counts ? `${say(name)} ${counts[name]}` : say(name));
  return (
    <>
      <Tabs activeKey={view} onChange={(key) => look(VIEWS.find((name) => name === key) ?? 'mine')} items={VIEWS.map((name) => ({ key: name, label: label(name) }))}
        tabBarExtraContent={counts ? <Counts counts={counts} /> : null} />
      <Answer of={desk} rows={10}>{(found) => {
        const rows = found.pages.flatMap((page) => page.items);
        if (rows.length === 0) return <Nothing text={say(EMPTY[view])}>{view === 'mine' && <Link to="/intake">{say('register')}</Link>}</Nothing>;
        return <><Rows key={view} view={view} rows={rows} /><Older pages={desk} size={PAGE} /></>;
      }}</Answer>
    </>
  );
}

function Counts({ counts }: { counts: DeskAnswer['counts'] }): ReactElement {
  const say = useWords(deskWords);
  return <span className="desk-counts"><span>{say('overdue', { n: counts.overdue })}</span><span>{say('today', { n: counts.today })}</span></span>;
}

/** The lines, and beside them (where there is room) the essentials of the chosen one. F8 goes on to the next. */
function Rows({ rows, view }: { rows: readonly DeskRow[]; view: View }): ReactElement {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const [chosen, choose] = useState<string | null>(null);
  const present = rows.find((row) => row.matter.id === chosen) ?? rows[0];
  useFunctionKey('F8', () => {
    const next = rows[(rows.findIndex((row) => row === present) + (chosen === null ? 0 : 1)) % rows.length];
    if (next) choose(next.matter.id);
  });
  const pick = (row: DeskRow): void => {
    if (narrow) void navigate({ to: '/matters/$id', params: { id: row.matter.id } });
    else choose(row.matter.id);
  };
  return (
    <div className="desk">
      <ul className="desk-rows">{rows.map((row) => <li key={row.matter.id}><DeskLine row={row} view={view} chosen={!narrow && row === present} choose={() => pick(row)} /></li>)}</ul>
      {!narrow && present && <Essentials key={present.matter.id} row={present} view={view} />}
    </div>
  );
}
