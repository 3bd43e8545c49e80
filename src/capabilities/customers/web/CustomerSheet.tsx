import { Typography } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '#ui/index.ts';
import type { CustomerCard, WarrantyJson } from '../contract.ts';
import { customerWords } from './words.ts';

interface Props {
  readonly card: CustomerCard;
  /** How a row of an open matter looks, first to last; matters know that, customers do not. */
  readonly open: (matter: CustomerCard['open'][number], at: number) => ReactNode;
  readonly recent: (matter: CustomerCard['recent'][number]) => ReactNode;
}

/** The customer of the call: full number, homes, what is under warranty, what is open for him, what was lately. */
export function CustomerSheet({ card, open, recent }: Props): ReactElement {
  const say = useWords(customerWords);
  const homes = card.houses.length > 0 ? card.houses.join('、') : card.address;
  return (
    <section aria-label={say('customer')} className="sheet">
      <h3>{card.name}</h3>
      {card.phone !== '' && <p className="number"><Typography.Text copyable={{ text: card.phone, tooltips: [say('copy'), say('copied')] }}>{card.phone}</Typography.Text></p>}
      {homes !== '' && <p className="quiet">{homes}</p>}
      {card.warranties.length > 0 && <p><span className="quiet">{say('warranty')}</span> <Warranties of={card.warranties} /></p>}
      <h4>{card.open.length > 0 ? say('open', { n: card.open.length }) : say('noneOpen')}</h4>
      <ul className="rows">{card.open.map((matter, at) => <li key={matter.id}>{open(matter, at)}</li>)}</ul>
      {card.recent.length > 0 && <h4>{say('recent')}</h4>}
      <ul className="rows">{card.recent.map((matter) => <li key={matter.id}>{recent(matter)}</li>)}</ul>
    </section>
  );
}

function Warranties({ of }: { of: readonly WarrantyJson[] }): ReactElement {
  const say = useWords(customerWords);
  return <>{of.map(({ part, until, over }) => <span key={`${part}${until}`} className="tag">{say(over ? 'warrantyOver' : 'warrantyUntil', { part, until })}</span>)}</>;
}
