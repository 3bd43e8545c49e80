import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Tabs, Typography } from 'antd';
import type { ReactElement } from 'react';
import { Answer, Moment, Nothing, Older, useWords } from '#ui/index.ts';
import { customerQuery } from '#capabilities/customers/web/index.ts';
import type { CustomerCard } from '#capabilities/customers/contract.ts';
import { MatterLine } from '#capabilities/matters/web/index.ts';
import type { Dealing } from '../contract.ts';
import { dealingsQuery, mattersOfQuery, PAGE } from './calls.ts';
import { Homes } from './Homes.tsx';
import { fileWords } from './words.ts';
import './file.css';

const route = getRouteApi('/customers/$id');

/** 一户一档: who he is, what was said, what is open, what is his. */
export default function CustomerFilePage(): ReactElement {
  const { id } = route.useParams();
  return <Answer of={useQuery(customerQuery(id))} rows={8}>{(card) => <File key={id} card={card} />}</Answer>;
}

function File({ card }: { card: CustomerCard }): ReactElement {
  const say = useWords(fileWords);
  return (
    <>
      <header className="file-head">
        <h1>{card.name}</h1>
        {card.phone !== '' && <span className="number"><Typography.Text copyable={{ text: card.phone, tooltips: [say('copy'), say('copied')] }}>{card.phone}</Typography.Text></span>}
        <span>{card.houses.length > 0 ? card.houses.join('、') : card.address}</span>
        {card.open.length > 0 && <span className="tag">{say('openN', { n: card.open.length })}</span>}
        <span className="grow" />
        <Link to="/intake" search={{ phone: card.phone }} className="file-go">{say('register')}</Link>
      </header>
      <Tabs items={[
        { key: 'dealings', label: say('dealings'), children: <Dealings customer={card.id} /> },
        { key: 'matters', label: say('matters'), children: <Matters customer={card.id} /> },
        { key: 'homes', label: say('homes'), children: <Homes card={card} /> },
        { key: 'contracts', label: say('contracts'), children: <Nothing text={say('noContracts')} /> },
      ]} />
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
