import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Answer, Nothing, useWords } from '#ui/index.ts';
import { useWithinProject } from '#capabilities/customers/web/index.ts';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import type { CockpitAnswer } from '../contract.ts';
import { cockpitQuery } from './calls.ts';
import { ClimbingList } from './ClimbingList.tsx';
import { Figures } from './Figures.tsx';
import { LoadTable } from './LoadTable.tsx';
import { RowsPanel, type Opened } from './RowsPanel.tsx';
import { WallPage } from './WallPage.tsx';
import { YourTurn } from './YourTurn.tsx';
import { cockpitWords } from './words.ts';
import './cockpit.css';

/** 经理台 for the morning round; `?wall=1` is the same for a big screen. */
export default function CockpitPage(): ReactElement {
  const say = useWords(cockpitWords);
  const oversees = holds(useMe(), 'oversee');
  const within = useWithinProject();
  const cockpit = useQuery({ ...cockpitQuery(within), enabled: oversees });
  if (!oversees) return <Nothing text={say('onlyManagers')} />;
  if (new URLSearchParams(location.search).has('wall')) return <WallPage />;
  return (
    <div className="cockpit">
      <div className="line"><h1>{say('title')}</h1><span className="grow" /><Link to="/wall">{say('wall')}</Link></div>
      <Answer of={cockpit} rows={10}>{(found) => <Whole found={found} />}</Answer>
    </div>
  );
}

function Whole({ found }: { found: CockpitAnswer }): ReactElement {
  const [opened, open] = useState<Opened | null>(null);
  return (
    <>
      <Figures figures={found.figures} opened={opened} open={open} />
      {opened && <RowsPanel opened={opened} load={found.load} open={open} />}
      <div className="cockpit-rest">
        <div><YourTurn found={found} /><LoadTable load={found.load} total={found.total} figures={found.figures} open={open} /></div>
        <ClimbingList climbing={found.climbing} />
      </div>
    </>
  );
}
