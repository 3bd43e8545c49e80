import { Typography } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '#ui/index.ts';
import type { CustomerCard } from '../contract.ts';
import { customerWords } from './words.ts';

type Row = CustomerCard['open'][number];
interface Props {
  readonly card: CustomerCard;
  /** How a row of a matter looks; matters know that, customers do not. */
  readonly row: (matter: Row) => ReactNode;
}

/** The customer of the call: full number, homes, what is open for him, what was lately. */
export function CustomerSheet({ card, row }: Props): ReactElement {
  const say = useWords(customerWords);
  return (
    <section aria-label={say('customer')} className="sheet">
      <h3>{card.name}</h3>
      {card.phone !== '' && <p><Typography.Text copyable={{ text: card.phone, tooltips: [say('copy'), say('copied')] }}>{card.phone}</Typography.Text></p>}
      {card.address !== '' && <p>{card.address}</p>}
      {card.houses.length > 0 && <p className="quiet">{say('homes')} {card.houses.join('、')}</p>}
      <h4>{card.open.length > 0 ? say('open', { n: card.open.length }) : say('noneOpen')}</h4>
      <ul className="rows">{card.open.map((matter) => <li key={matter.id}>{row(matter)}</li>)}</ul>
      {card.recent.length > 0 && <h4>{say('recent')}</h4>}
      <ul className="rows">{card.recent.map((matter) => <li key={matter.id}>{row(matter)}</li>)}</ul>
    </section>
  );
}
