import { useInfiniteQuery, useQuery, type InfiniteData } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Tabs } from 'antd';
import { lazy, Suspense, useState, type ComponentType, type ReactElement } from 'react';
import { BatchBar } from '#capabilities/matters/web/index.ts';
import { Answer, Nothing, Older, useFunctionKey, useNarrow, useShortcut, useWords } from '#ui/index.ts';
import type { DeskAnswer, DeskRow } from '../contract.ts';
import { useWithinProject } from '#capabilities/customers/web/index.ts';
import { kindsQuery } from '#capabilities/policies/web/index.ts';
import { deskQuery, PAGE, type View } from './calls.ts';
import { DeskLine } from './DeskLine.tsx';
import { Essentials } from './Essentials.tsx';
import { WeekendBand } from './WeekendBand.tsx';
import { deskWords } from './words.ts';
import './desk.css';

/** The slider comes with the first look ahead. */
const Ahead = lazy(() => import('./Ahead.tsx').then(({ Ahead: panel }) => ({ default: panel })));

const VIEWS = ['now', 'today', 'later', 'waiting', 'approvals', 'periodic'] as const satisfies readonly View[];
const EMPTY = { now: 'emptyNow', today: 'emptyToday', later: 'emptyLater', waiting: 'emptyWaiting', approvals: 'emptyApprovals', periodic: 'emptyPeriodic' } as const satisfies Record<View, keyof typeof deskWords>;
/** Counts of a long desk end here. */
const COUNTED_TO = 2000;

/** What other capabilities put on the desk: the sheet a tab leaves as. */
export interface DeskSlots { readonly exporting?: ComponentType<{ readonly filter: Readonly<Record<string, string>> }> }

/** 我的待办: one line per matter with my next act, in due order, parted by when it has to be done. */
export default function DeskPage({ exporting: Exporting }: DeskSlots): ReactElement {
  const say = useWords(deskWords);
  const within = useWithinProject();
  const [view, look] = useState<View>('now');
  const [ahead, lookAhead] = useState(false);
  const desk = useInfiniteQuery(deskQuery(view, within));
  const counts = desk.data?.pages[0]?.counts;
  const label = (name: View): string => (counts ? `${say(name)} ${counts[name] >= COUNTED_TO ? `${COUNTED_TO}+` : counts[name]}` : say(name));
  return (
    <>
      <div className="desk-head">
        <Tabs className="desk-tabs" activeKey={view} onChange={(key) => look(VIEWS.find((name) => name === key) ?? 'now')} items={VIEWS.map((name) => ({ key: name, label: label(name) }))} />
        <span className="desk-tools"><Button type="link" aria-expanded={ahead} onClick={() => lookAhead(!ahead)}>{say('ahead')}</Button>{Exporting && <Exporting filter={{ view, ...within }} />}</span>
      </div>
      {counts && <WeekendBand count={counts.weekend} show={() => look('later')} />}
      {ahead && <Suspense fallback={null}><Ahead close={() => lookAhead(false)} /></Suspense>}
      <Answer of={desk} rows={10}>{(found) => <Lines key={view} view={view} pages={desk} found={found} look={look} />}</Answer>
    </>
  );
}

interface LinesProps { readonly view: View; readonly found: InfiniteData<DeskAnswer>; readonly pages: Parameters<typeof Older>[0]['pages']; readonly look: (view: View) => void }

function Lines({ view, found, pages, look }: LinesProps): ReactElement {
  const say = useWords(deskWords);
  const rows = found.pages.flatMap((page) => page.items);
  const counts = found.pages[0]?.counts;
  const registers = useQuery(kindsQuery).data?.some((kind) => kind.mayReceive) === true;
  const next = (['approvals', 'today', 'later'] as const).find((one) => view === 'now' && counts !== undefined && counts[one] > 0);
  if (rows.length > 0) return <><Rows view={view} rows={rows} /><Older pages={pages} size={PAGE} /></>;
  return (
    <Nothing text={say(EMPTY[view])}>
      {next ? <Button type="link" onClick={() => look(next)}>{say('lookAt', { view: say(next), n: counts?.[next] ?? 0 })}</Button> : registers && <Link to="/intake">{say('register')}</Link>}
    </Nothing>
  );
}

/** The lines, and beside them (where there is room) the essentials of the chosen one. F8 goes on to the next and to its act: Enter opens it. */
function Rows({ rows, view }: { rows: readonly DeskRow[]; view: View }): ReactElement {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const [chosen, choose] = useState<string | null>(null);
  const [called, call] = useState(0);
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const present = rows.find((row) => row.matter.id === chosen) ?? rows[0];
  const step = (by: number): void => {
    const next = rows[(rows.findIndex((row) => row === present) + by + rows.length) % rows.length];
    if (next) choose(next.matter.id);
    call((before) => before + 1);
  };
  useFunctionKey('F8', () => step(chosen === null ? 0 : 1));
  useShortcut('Ctrl+ArrowDown', () => step(chosen === null ? 0 : 1));
  useShortcut('Ctrl+ArrowUp', () => step(-1));
  const pick = (row: DeskRow): void => {
    if (narrow) void navigate({ to: '/matters/$id', params: { id: row.matter.id } });
    else choose(row.matter.id);
  };
  const toggle = (id: string): void => tick(new Set(ticked.has(id) ? [...ticked].filter((one) => one !== id) : [...ticked, id]));
  return (
    <div className="desk">
      <div className="desk-list">
        {ticked.size > 0 && <Suspense fallback={null}><BatchBar rows={rows.filter((row) => ticked.has(row.matter.id)).map((row) => row.matter)} clear={() => tick(new Set())} /></Suspense>}
        <ul className="desk-rows">{rows.map((row) => (
          <li key={row.matter.id}><DeskLine row={row} view={view} chosen={!narrow && row === present} choose={() => pick(row)} ticked={ticked.has(row.matter.id)} tick={() => toggle(row.matter.id)} /></li>
        ))}</ul>
      </div>
      {!narrow && present && <Essentials key={present.matter.id} row={present} view={view} called={called} />}
    </div>
  );
}
