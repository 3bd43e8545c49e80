import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Moment, Nothing, Older, useWords } from '#ui/index.ts';
import { customerQuery } from '#capabilities/customers/web/index.ts';
import type { CustomerCard } from '#capabilities/customers/contract.ts';
import { MatterLine } from '#capabilities/matters/web/index.ts';
import type { Dealing } from '../contract.ts';
import { dealingsQuery, mattersOfQuery, PAGE } from './calls.ts';
import { Changes } from './Changes.tsx';
import { Contracts } from './Contracts.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { Duplicates } from './Duplicates.tsx';
import { Head } from './Head.tsx';
import { Homes } from './Homes.tsx';
import { ThingPanel, type Doing } from './things/ThingPanel.tsx';
import { fileWords } from './words.ts';
import './file.css';

const route = getRouteApi('/customers/$id');

/** 一户一档: who he is, what was said, what is open, what is his. */
export default function CustomerFilePage(): ReactElement {
  const { id } = route.useParams();
  return <Answer of={useQuery(customerQuery(id))} rows={8}>{(card) => <File key={card.id} card={card} />}</Answer>;
}

function File({ card }: { card: CustomerCard }): ReactElement {
  const say = useWords(fileWords);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [editing, edit] = useState(false);
  return (
    <>
      <Head card={card} edit={() => edit(true)} />
      <Duplicates card={card} />
      <Tabs items={[
        { key: 'dealings', label: say('dealings'), children: <Dealings customer={card.id} /> },
        { key: 'matters', label: say('matters'), children: <Matters customer={card.id} /> },
        { key: 'homes', label: say('homes'), children: <Homes card={card} doing={setDoing} /> },
        { key: 'contracts', label: say('contracts'), children: <Contracts card={card} doing={setDoing} /> },
        { key: 'changes', label: say('changes'), children: <Changes customer={card.id} /> },
      ]} />
      {doing && <ThingPanel customer={card.id} homes={card.homes} doing={doing} close={() => setDoing(null)} />}
      {editing && <DetailsPanel card={card} close={() => edit(false)} />}
    </>
  );
}

const HOW = { phone: 'byPhone', visit: 'byVisit', message: 'byMessage', letter: 'byLetter' } as const;

/** Everything said to him and by him, over all his matters. */
function Dealings({ customer }: { customer: string }): ReactElement {
  const say = useWords(fileWords);
  const dealings = useInfiniteQuery(dealingsQuery(customer));
  return (
    <Answer of={dealings}>{(found) => {
      const rows = found.pages.flatMap((page) => page.items);
      if (rows.length === 0) return <Nothing text={say('noDealings')} />;
      return <><ol className="rows">{rows.map((row) => <li key={`${row.matter.id}${row.seq}`}><DealingLine row={row} /></li>)}</ol><Older pages={dealings} size={PAGE} /></>;
    }}</Answer>
  );
}

function DealingLine({ row }: { row: Dealing }): ReactElement {
  const say = useWords(fileWords);
  return (
    <div className="dealing">
      <span className="quiet number"><Moment at={row.at} /></span>
      <div>
        <p><b>{row.title}</b>{row.how !== null && <> <span className="tag">{say(HOW[row.how])}</span></>} <span className="quiet">{row.who}</span> <Link to="/matters/$id" params={{ id: row.matter.id }}>{row.matter.number}</Link></p>
        {row.text !== '' && <p className="said">{row.text}</p>}
      </div>
    </div>
  );
}

function Matters({ customer }: { customer: string }): ReactElement {
  const say = useWords(fileWords);
  const matters = useInfiniteQuery(mattersOfQuery(customer));
  return (
    <Answer of={matters}>{(found) => {
      const rows = found.pages.flatMap((page) => page.items);
      if (rows.length === 0) return <Nothing text={say('noMatters')} />;
      return <><ul className="rows">{rows.map((row) => <li key={row.id}><MatterLine row={row} /></li>)}</ul><Older pages={matters} size={PAGE} /></>;
    }}</Answer>
  );
}
