import { useQuery } from '@tanstack/react-query';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useId, type ReactElement, type RefObject } from 'react';
import { Answer, useEnter, useLanguage, useNumbers, useWords } from '#ui/index.ts';
import { CustomerChoice, customerQuery, customersQuery, CustomerSheet, customerWords, normalPhone, oddLength, wrongPhone } from '#capabilities/customers/web/index.ts';
import type { Draft } from '../rules/draft.ts';
import { OpenMatter, RecentLine } from './OpenMatter.tsx';
import { useSettled } from '../settled.ts';
import { ENOUGH } from './useIntake.ts';
import { intakeWords } from './words.ts';

interface Props {
  readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly gone: boolean; /** The number has customers and none was chosen: how many times it was tried; 0 = that is not what is missing. */ readonly unchosen: number; /** Somebody is in danger: a number that is none stops nothing. */ readonly endangered: boolean;
  /** Alt+1…9 means his open matters now. */
  readonly numbered: boolean;
  readonly choose: (matter: string) => void;
  readonly field: RefObject<InputRef | null>;
  /** Enter in the number: on to the words. */
  readonly next: () => void;
}

/** Who calls: the number finds him; what is open for him stands there before anything is written. */
export function CallerColumn({ draft, change, gone, unchosen, endangered, numbered, choose, field, next }: Props): ReactElement {
  const say = useWords(intakeWords);
  const { language } = useLanguage();
  const id = useId();
  const enter = useEnter(next);
  const panel = useNumbers<HTMLElement>(numbered);
  const wrong = wrongPhone(draft.phone);
  const settled = useSettled(draft.phone, PAUSE);
  const odd = draft.customer === null && settled === draft.phone ? oddLength(draft.phone) : null;
  useEffect(() => { if (unchosen > 0) panel.current?.querySelector<HTMLElement>('.rows button, .link button')?.focus(); }, [unchosen, panel]);
  return (
    <section ref={panel} className="intake-caller" aria-label={say('number')}>
      <label htmlFor={id} className="field-label">{say('number')}</label>
      <Input id={id} ref={field} inputMode="tel" autoComplete="off" maxLength={40} placeholder={say('seek')} value={draft.phone} onKeyDown={enter} onChange={(event) => change({ phone: event.target.value, customer: null, another: false })} {...(wrong ? { status: 'error' as const } : {})} />
      {wrong && <span role="alert" className="field-says">{endangered ? say('phoneAsTyped') : wrong[language]}</span>}
      {odd && <span role="status" className="phone-odd">{odd[language]}</span>}
      {gone && <span role="alert" className="field-says">{say('customerGone')}</span>}
      {draft.customer ? <Known key={draft.customer.id} numbered={numbered} draft={draft} id={draft.customer.id} change={change} choose={choose} /> : <Unknown key={draft.id} draft={draft} change={change} unchosen={unchosen > 0} />}
    </section>
  );
}

function Known({ id, draft, change, choose, numbered }: Pick<Props, 'draft' | 'change' | 'choose' | 'numbered'> & { id: string }): ReactElement {
  const sayCustomer = useWords(customerWords);
  const card = useQuery(customerQuery(id));
  const address = card.data?.address;
  const known = draft.customer;
  useEffect(() => {
    if (known && address !== undefined && known.address !== address) change({ customer: { ...known, address } });
  }, [known, address, change]);
  return (
    <Answer of={card}>{(found) => (
      <>
        <CustomerSheet card={found} open={(matter, at) => <OpenMatter row={matter} at={at} numbered={numbered} choose={() => choose(matter.id)} />} recent={(matter) => <RecentLine row={matter} />} />
        <div className="caller-tools">
          <Button type="link" className="flush" onClick={() => change({ customer: null, phone: '' })}>{sayCustomer('other')}</Button>
          {draft.phone !== '' && <Button type="link" className="flush" onClick={() => change({ customer: null, another: true })}>{sayCustomer('another')}</Button>}
        </div>
      </>
    )}</Answer>
  );
}

/** So many digits are a whole number: it is looked for at once. */
const WHOLE = 11;
const SURE = 7;
/** Whoever is still typing is not told that a digit is missing. */
const PAUSE = 900;

function Unknown({ draft, change, unchosen }: Pick<Props, 'draft' | 'change'> & { unchosen: boolean }): ReactElement {
  const say = useWords(intakeWords);
  const sayCustomer = useWords(customerWords);
  const id = useId();
  const typed = normalPhone(draft.phone);
  const digits = useSettled(typed, typed.length >= WHOLE ? 0 : 300);
  const enough = digits.length >= ENOUGH;
  const found = useQuery(customersQuery(enough ? { phone: digits } : {}));
  const customers = enough ? found.data ?? [] : [];
  if (customers.length > 0 && !draft.another) {
    return (
      <>
        <CustomerChoice customers={customers} choose={(one) => change({ customer: { id: one.id, name: one.name, address: one.address }, phone: one.phone || draft.phone })} sure={customers.length === 1 && digits.length >= SURE} />
        {unchosen && <span role="alert" className="field-says">{say('callerNeeded')}</span>}
        {(digits.length >= SURE || unchosen) && <div><Button type="link" className="flush" onClick={() => change({ another: true })}>{sayCustomer('another')}</Button></div>}
      </>
    );
  }
  return (
    <>
      <p className="quiet">{draft.another ? sayCustomer('anotherSaid') : enough && found.isSuccess ? sayCustomer('newNumber', { phone: digits }) : say('noNumber')}</p>
      <label htmlFor={`${id}-name`} className="field-label">{say('name')}</label>
      <Input id={`${id}-name`} maxLength={100} value={draft.name} placeholder={say('unnamed')} onChange={(event) => change({ name: event.target.value })} />
      <label htmlFor={`${id}-address`} className="field-label">{say('address')}</label>
      <Input id={`${id}-address`} maxLength={300} value={draft.address} onChange={(event) => change({ address: event.target.value })} />
    </>
  );
}
