import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ComponentType, type ReactElement } from 'react';
import { Answer, Nothing, useLanguage, useNarrow, useWords } from '#ui/index.ts';
import type { MatterRow } from '../../contract.ts';
import { useWithinProject } from '#capabilities/customers/web/index.ts';
import { countQuery, mattersPageQuery } from '../calls.ts';
import { MatterLine } from '../MatterLine.tsx';
import { matterWords } from '../words.ts';
import { BatchBar } from './BatchBar.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { FilterChips } from './FilterChips.tsx';
import { Filters } from './Filters.tsx';
import { MatterTable, useColumnTitles } from './MatterTable.tsx';
import { Pager } from './Pager.tsx';
import { pageBefore, remember } from './pages.ts';
import { filterOf, type MattersSearch } from './search.ts';
import { totalOf } from './total.ts';
import { useColumnChoice } from './useColumnChoice.ts';
import { Views } from './Views.tsx';
import { listWords } from './words.ts';

const route = getRouteApi('/matters');

/** What other capabilities put on the list: the sheet it leaves as, and the papers of the ticked rows. */
export interface MattersSlots {
  readonly exporting?: ComponentType<{ readonly filter: Readonly<Record<string, string>>; readonly rows: number | null }>;
  readonly print?: ComponentType<{ readonly matters: readonly string[] }>;
}

/** All matters one may see, newest first. Filter and page stand in the address, so that they can be kept and sent. */
export default function MattersPage({ exporting: Exporting, print }: MattersSlots): ReactElement {
  const say = useWords(matterWords);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filterOf(search);
  const cursor = search.after ?? '';
  const sought = { ...filter, ...useWithinProject() };
  const matters = useQuery(mattersPageQuery(sought, cursor));
  const count = useQuery(countQuery(sought)).data;
  const change = (next: MattersSearch): void => void navigate({ search: filterOf(next), replace: true });
  const name = JSON.stringify(sought);
  const go = (to: string): void => {
    if (to !== '' && to === matters.data?.next) remember(name, cursor, to);
    void navigate({ search: to === '' ? filter : { ...filter, after: to } });
  };
  return (
    <div className="matters">
      <div className="line matters-head"><h1>{say('matters')}</h1>{count && <Counted count={count} />}<span className="grow" />{Exporting && <Exporting filter={sought} rows={count?.count ?? null} />}</div>
      <div className="narrowing">
        <Views chosen={filter.view} choose={(view) => { const { view: _, ...rest } = filter; change(view === undefined ? rest : { ...rest, view }); }} />
        <Filters filter={filter} change={change} />
        <FilterChips filter={filter} change={change} />
      </div>
      <Answer of={matters} rows={10}>{(found) => (found.items.length === 0 && cursor === ''
        ? <NoMatters filtered={Object.keys(filter).length > 0} clear={() => change({})} />
        : <><Rows key={`${name} ${cursor}`} rows={found.items} {...(print ? { print } : {})} /><Pager before={cursor === '' ? undefined : pageBefore(name, cursor)} next={found.next} go={go} /></>
      )}</Answer>
    </div>
  );
}

function Counted({ count }: { count: { readonly count: number; readonly more: boolean } }): ReactElement {
  const say = useWords(listWords);
  const { language } = useLanguage();
  const { word, n } = totalOf(count, language);
  return <span className="quiet" role="status">{say(word, { n })}</span>;
}

function Rows({ rows, print }: { rows: readonly MatterRow[] } & Pick<MattersSlots, 'print'>): ReactElement {
  const narrow = useNarrow();
  const titles = useColumnTitles();
  const columns = useColumnChoice();
  const [ticked, tick] = useState<readonly string[]>([]);
  if (narrow) return <ul className="rows">{rows.map((row) => <li key={row.id}><MatterLine row={row} /></li>)}</ul>;
  return (
    <>
      <div className="line table-tools"><BatchBar rows={rows.filter((row) => ticked.includes(row.id))} clear={() => tick([])} {...(print ? { print } : {})} /><span className="grow" /><ColumnChooser {...columns} titles={titles} /></div>
      <MatterTable rows={rows} choice={columns.choice} change={columns.change} ticked={ticked} tick={tick} />
    </>
  );
}

function NoMatters({ filtered, clear }: { filtered: boolean; clear: () => void }): ReactElement {
  const say = useWords(matterWords);
  return (
    <Nothing text={say(filtered ? 'noneFound' : 'noneYet')}>
      {filtered && <Button onClick={clear}>{say('clearFilter')}</Button>} <Link to="/intake">{say('register')}</Link>
    </Nothing>
  );
}
