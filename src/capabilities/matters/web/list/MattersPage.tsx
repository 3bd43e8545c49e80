import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Answer, Nothing, Older, useNarrow, useWords } from '#ui/index.ts';
import type { MatterRow } from '../../contract.ts';
import { mattersQuery, PAGE } from '../calls.ts';
import { MatterLine } from '../MatterLine.tsx';
import { matterWords } from '../words.ts';
import { Filters } from './Filters.tsx';
import { MatterTable } from './MatterTable.tsx';
import type { MattersSearch } from './search.ts';

const route = getRouteApi('/matters');

/** All matters one may see, newest first. The filter stands in the address, so that it can be kept and sent. */
export default function MattersPage(): ReactElement {
  const say = useWords(matterWords);
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const matters = useInfiniteQuery(mattersQuery(filter));
  const change = (next: MattersSearch): void => void navigate({ search: next, replace: true });
  return (
    <>
      <h1>{say('matters')}</h1>
      <Filters filter={filter} change={change} />
      <Answer of={matters} rows={10}>{(found) => {
        const rows = found.pages.flatMap((page) => page.items);
        return rows.length === 0 ? <NoMatters filtered={Object.keys(filter).length > 0} clear={() => change({})} /> : <><Rows rows={rows} /><Older pages={matters} size={PAGE} /></>;
      }}</Answer>
    </>
  );
}

function Rows({ rows }: { rows: readonly MatterRow[] }): ReactElement {
  const narrow = useNarrow();
  if (!narrow) return <MatterTable rows={rows} />;
  return <ul className="rows">{rows.map((row) => <li key={row.id}><MatterLine row={row} /></li>)}</ul>;
}

function NoMatters({ filtered, clear }: { filtered: boolean; clear: () => void }): ReactElement {
  const say = useWords(matterWords);
  return (
    <Nothing text={say(filtered ? 'noneFound' : 'noneYet')}>
      {filtered && <Button onClick={clear}>{say('clearFilter')}</Button>} <Link to="/intake">{say('register')}</Link>
    </Nothing>
  );
}
