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
  return (
    <section aria-label={say('customer')} className="sheet">
      <h3>{card.name}{card.keyCustomer && <> <span className="tag">{say('key')}</span></>}</h3>
      {card.phone !== '' && <p className="number"><Typography.Text copyable={{ text: card.phone, tooltips: [say('copy'), say('copied')] }}>{card.phone}</Typography.Text></p>}
      <Belongings card={card} />
      <h4>{card.open.length > 0 ? say('open', { n: card.open.length }) : say('noneOpen')}</h4>
      <ul className="rows">{card.open.map((matter, at) => <li key={matter.id}>{open(matter, at)}</li>)}</ul>
      {card.recent.length > 0 && <h4>{say('recent')}</h4>}
      <ul className="rows">{card.recent.map((matter) => <li key={matter.id}>{recent(matter)}</li>)}</ul>
    </section>
  );
}

/** So many devices are told of at once; the rest stands in his file. */
const TOLD = 6;

/** Each home with its delivery and its warranty, then the devices: what decides who pays. */
function Belongings({ card }: { card: CustomerCard }): ReactElement {
  const say = useWords(customerWords);
  const elsewhere = card.warranties.filter(({ houseId }) => houseId === null);
  const devices = card.devices.filter(({ endedOn }) => endedOn === null).slice(0, TOLD);
  return (
    <ul className="plain" aria-label={say('homes')}>
      {card.homes.length === 0 && card.address !== '' && <li className="quiet">{card.address}</li>}
      {card.homes.map((home) => (
        <li key={home.id}><span>{home.title}</span>{home.handedOver !== null && <span className="quiet"> {say('handedOver', { day: home.handedOver })}</span>} <Warranties of={card.warranties.filter(({ houseId }) => houseId === home.id)} /></li>
      ))}
      {elsewhere.length > 0 && <li><Warranties of={elsewhere} /></li>}
      {devices.map((device) => (
        <li key={device.id}>{device.name} <span className="quiet">{[device.model, device.serial].filter((each) => each !== '').join(' ')}</span> {device.warrantyUntil !== null && <Covered over={device.over === true} until={device.warrantyUntil} part="" />}</li>
      ))}
    </ul>
  );
}

function Warranties({ of }: { of: readonly WarrantyJson[] }): ReactElement {
  return <>{of.map(({ id, part, until, over }) => <Covered key={id} part={part} until={until} over={over} />)}</>;
}

/** 保内 or 保外, in words, with the last day. */
function Covered({ part, until, over }: { part: string; until: string; over: boolean }): ReactElement {
  const say = useWords(customerWords);
  return <span className="tag">{say(over ? 'outOfWarranty' : 'underWarranty', { part, until }).trim()}</span>;
}
