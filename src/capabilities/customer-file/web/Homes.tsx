import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Trouble, useClock, useNow, useSubmission, useWords } from '#ui/index.ts';
import { civilDayOf, civilDayFrom } from '#engine/calendar/index.ts';
import type { CustomerCard, WarrantyJson } from '#capabilities/customers/contract.ts';
import { addWarranty } from './calls.ts';
import { fileWords } from './words.ts';

/** Bars are as long as two years. */
const LONGEST = 730;

/** His homes, each with what is under warranty in it and for how long. */
export function Homes({ card }: { card: CustomerCard }): ReactElement {
  const say = useWords(fileWords);
  const elsewhere = card.warranties.filter((each) => each.house === null);
  return (
    <div className="homes">
      {card.houses.length === 0 && <p className="quiet">{card.address === '' ? say('noAddress') : say('noHomes', { place: card.address })}</p>}
      {card.houses.map((house) => <Home key={house} title={house} warranties={card.warranties.filter((each) => each.house === house)} />)}
      {elsewhere.length > 0 && <Home title={say('elsewhere')} warranties={elsewhere} />}
      <NewWarranty card={card} />
    </div>
  );
}

function Home({ title, warranties }: { title: string; warranties: readonly WarrantyJson[] }): ReactElement {
  const say = useWords(fileWords);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {warranties.length === 0 ? <p className="quiet">{say('noWarranty')}</p> : <ul className="rows">{warranties.map((each) => <li key={`${each.part}${each.until}`}><Warranty of={each} /></li>)}</ul>}
    </section>
  );
}

function Warranty({ of: { part, until, over } }: { of: WarrantyJson }): ReactElement {
  const say = useWords(fileWords);
  const now = useNow();
  const { zone } = useClock();
  const days = Math.max(0, (civilDayFrom(until) ?? 0) - civilDayOf(now, zone));
  return (
    <div className="warranty">
      <span>{part}</span>
      <span className="warranty-bar" aria-hidden="true"><span style={{ width: over ? 0 : `${Math.max(2, Math.min(1, days / LONGEST) * 100)}%` }} /></span>
      <span className={over ? 'quiet' : ''}>{over ? say('over') : say('left', { n: days })} · {say('until', { date: until })}</span>
    </div>
  );
}

function NewWarranty({ card }: { card: CustomerCard }): ReactElement {
  const say = useWords(fileWords);
  const id = useId();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [open, setOpen] = useState(false);
  const [part, setPart] = useState('');
  const [until, setUntil] = useState('');
  const [house, setHouse] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    // Houses are shown with their community; the number is what stands last.
    const code = house?.split(' ').slice(-1)[0];
    const body = { part: part.trim(), until, ...(code === undefined ? {} : { house: code }) };
    try {
      await addWarranty(card.id, body, submission.keyFor(body));
      submission.done();
      setPart('');
      setOpen(false);
      await cache.invalidateQueries({ queryKey: ['customer', card.id] });
    } catch (failed) {
      setTrouble(failed);
    }
  };
  if (!open) return <Button onClick={() => setOpen(true)}>{say('addWarranty')}</Button>;
  return (
    <form className="line warranty-new" aria-label={say('addWarranty')} onSubmit={(event) => void save(event)}>
      <label htmlFor={`${id}p`}>{say('part')}</label><Input id={`${id}p`} required maxLength={60} value={part} onChange={(event) => setPart(event.target.value)} />
      <label htmlFor={`${id}u`}>{say('untilDate')}</label><Input id={`${id}u`} required type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
      {card.houses.length > 0 && <Select aria-label={say('home')} placeholder={say('home')} allowClear value={house} onChange={(next: string | null) => setHouse(next ?? null)} options={card.houses.map((value) => ({ value, label: value }))} />}
      <Button type="primary" htmlType="submit">{say('save')}</Button><Button onClick={() => setOpen(false)}>{say('back')}</Button>
      {trouble !== null && <Trouble trouble={trouble} />}
    </form>
  );
}
