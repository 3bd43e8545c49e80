import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, type ReactElement } from 'react';
import { Answer, maskedPhone, useWords } from '#ui/index.ts';
import { CustomerChoice, customerQuery, customersQuery, CustomerSheet, customerWords } from '#capabilities/customers/web/index.ts';
import { MatterLine } from '../MatterLine.tsx';
import type { Draft } from '../rules/draft.ts';
import { useChase } from '../useChase.ts';
import { matterWords } from '../words.ts';
import { useSettled } from './useForecast.ts';
import { intakeWords } from './words.ts';

interface Props { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly nameNeeded: boolean }

/** Who calls: the number finds him; what is open for him stands there before anything is written. */
export function CallerColumn({ draft, change, nameNeeded }: Props): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  return (
    <section className="intake-caller" aria-label={say('number')}>
      <label htmlFor={id} className="field-label">{say('number')}</label>
      <Input id={id} autoFocus inputMode="tel" autoComplete="off" maxLength={40} placeholder={say('seek')} value={draft.phone} onChange={(event) => change({ phone: event.target.value, customer: null })} />
      {draft.customer ? <Known id={draft.customer.id} other={() => change({ customer: null, phone: '' })} /> : <Unknown draft={draft} change={change} nameNeeded={nameNeeded} />}
    </section>
  );
}

function Known({ id, other }: { id: string; other: () => void }): ReactElement {
  const sayCustomer = useWords(customerWords);
  const sayMatter = useWords(matterWords);
  const say = useWords(intakeWords);
  const card = useQuery(customerQuery(id));
  const chase = useChase();
  return (
    <Answer of={card}>{(found) => (
      <>
        <CustomerSheet card={found} row={(matter) => <MatterLine row={matter}>{found.open.includes(matter) && <Button onClick={() => void chase(matter.id)}>{sayMatter('chase')}</Button>}</MatterLine>} />
        {found.open.length > 0 && <p className="quiet">{say('already')}</p>}
        <div><Button type="link" className="flush" onClick={other}>{sayCustomer('other')}</Button></div>
      </>
    )}</Answer>
  );
}

function Unknown({ draft, change, nameNeeded }: Props): ReactElement {
  const say = useWords(intakeWords);
  const sayCustomer = useWords(customerWords);
  const id = useId();
  const digits = useSettled(draft.phone.replace(/\D/gu, ''));
  const enough = digits.length >= 4;
  const found = useQuery(customersQuery(enough ? { phone: digits } : {}));
  const customers = enough ? found.data ?? [] : [];
  const only = customers.length === 1 ? customers[0] : undefined;
  if (customers.length > 0) return <CustomerChoice customers={customers} choose={(one) => change({ customer: { id: one.id, name: one.name }, phone: one.phone || draft.phone })} {...(only ? { sure: digits.length >= 7 } : {})} />;
  return (
    <>
      <p className="quiet">{enough && found.isSuccess ? sayCustomer('newNumber', { phone: maskedPhone(digits) }) : say('noNumber')}</p>
      <label htmlFor={`${id}-name`} className="field-label">{say('name')}</label>
      <Input id={`${id}-name`} maxLength={100} value={draft.name} onChange={(event) => change({ name: event.target.value })} {...(nameNeeded ? { status: 'error' as const } : {})} />
      {nameNeeded && <span role="alert" className="field-says">{say('nameNeeded')}</span>}
      <label htmlFor={`${id}-address`} className="field-label">{say('address')}</label>
      <Input id={`${id}-address`} maxLength={300} value={draft.address} onChange={(event) => change({ address: event.target.value })} />
    </>
  );
}
