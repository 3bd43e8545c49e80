import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Typography } from 'antd';
import { useState, type ReactElement } from 'react';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { Trouble, useSubmission, useWords } from '#ui/index.ts';
import type { CustomerCard } from '#capabilities/customers/contract.ts';
import { markCustomer } from './calls.ts';
import { Warranty } from './Warranty.tsx';
import { fileWords } from './words.ts';

/** Bars in the head: what ends next, the rest stands with its home. */
const BARS = 4;

/** Who he is: name, number, homes, marks; what is under warranty; what he agreed to. */
export function Head({ card, edit }: { card: CustomerCard; edit: () => void }): ReactElement {
  const say = useWords(fileWords);
  const places = card.houses.length > 0 ? card.houses.join('、') : card.address;
  const devices = card.devices.filter(({ endedOn }) => endedOn === null);
  return (
    <header>
      <div className="file-head">
        <h1>{card.name}</h1>
        {card.keyCustomer && <span className="tag file-key">{say('key')}</span>}
        {card.phone !== '' && <span className="number"><Typography.Text copyable={{ text: card.phone, tooltips: [say('copy'), say('copied')] }}>{card.phone}</Typography.Text></span>}
        {card.open.length > 0 && <span className="tag">{say('openN', { n: card.open.length })}</span>}
        <span className="grow" />
        <Mark card={card} /><Button onClick={edit}>{say('edit')}</Button>
        <Link to="/intake" search={{ phone: card.phone }} className="file-go">{say('register')}</Link>
      </div>
      <p className="file-places">{[card.project !== '' && !places.includes(card.project) ? card.project : '', places, devices.length > 0 ? devices.map(({ name }) => name).join('、') : ''].filter((each) => each !== '').join(' · ')}</p>
      <Bars card={card} />
      <p className="file-consents"><span className="quiet">{say('consents')}</span> {given(card).length === 0 ? <span className="quiet">{say('noConsent')}</span> : given(card).map(({ id, purpose }) => <span key={id} className="tag">{purpose}</span>)}</p>
    </header>
  );
}

const given = (card: CustomerCard): CustomerCard['consents'] => card.consents.filter(({ endedOn }) => endedOn === null);

function Bars({ card }: { card: CustomerCard }): ReactElement | null {
  const all = [
    ...card.warranties.map(({ id, part, until, over }) => ({ id, part, until, over })),
    ...card.devices.flatMap(({ id, name, warrantyUntil, endedOn, over }) => (warrantyUntil === null || endedOn !== null ? [] : [{ id, part: name, until: warrantyUntil, over: over === true }])),
  ].toSorted((one, other) => Number(one.over) - Number(other.over) || one.until.localeCompare(other.until));
  if (all.length === 0) return null;
  return <div className="file-bars">{all.slice(0, BARS).map(({ id, ...warranty }) => <Warranty key={id} {...warranty} />)}</div>;
}

/** Whoever oversees says who is a key customer. */
function Mark({ card }: { card: CustomerCard }): ReactElement | null {
  const say = useWords(fileWords);
  const cache = useQueryClient();
  const submission = useSubmission();
  const [trouble, setTrouble] = useState<unknown>(null);
  if (!holds(useMe(), 'oversee')) return null;
  const press = async (): Promise<void> => {
    const body = { key: !card.keyCustomer };
    await markCustomer(card.id, body, submission.keyFor(body)).then(() => { submission.done(); return cache.invalidateQueries({ queryKey: ['customer', card.id] }); }, setTrouble);
  };
  return <>{trouble !== null && <Trouble trouble={trouble} />}<Button onClick={() => void press()}>{say(card.keyCustomer ? 'unmark' : 'mark')}</Button></>;
}
