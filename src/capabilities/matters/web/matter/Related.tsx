import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Moment, useWords } from '#ui/index.ts';
import type { MatterJson } from '../../contract.ts';
import { mattersQuery } from '../calls.ts';
import { pageWords } from './words.ts';

/** What belongs together: what it was merged with, and what else is open for the same customer. */
export function Related({ matter }: { matter: MatterJson }): ReactElement {
  const say = useWords(pageWords);
  const { customer } = matter;
  return (
    <section aria-label={say('related')}>
      <h2>{say('related')}</h2>
      {matter.mergedInto && <p>{say('mergedInto')} <Numbered matters={[matter.mergedInto]} /></p>}
      {matter.merged.length > 0 && <p>{say('mergedFrom')} <Numbered matters={matter.merged} /></p>}
      {customer ? <SameCustomer matter={matter.id} customer={customer.id} alone={!matter.mergedInto && matter.merged.length === 0} /> : matter.mergedInto === null && matter.merged.length === 0 && <p className="quiet">{say('noRelated')}</p>}
    </section>
  );
}

function Numbered({ matters }: { matters: readonly { readonly id: string; readonly number: string }[] }): ReactElement {
  return <span className="line">{matters.map((one) => <Link key={one.id} to="/matters/$id" params={{ id: one.id }} className="number">{one.number}</Link>)}</span>;
}

function SameCustomer({ matter, customer, alone }: { matter: string; customer: string; alone: boolean }): ReactElement | null {
  const say = useWords(pageWords);
  const found = useInfiniteQuery(mattersQuery({ customer, open: 'true' }));
  const others = (found.data?.pages[0]?.items ?? []).filter((row) => row.id !== matter).slice(0, 5);
  if (others.length === 0) return alone ? <p className="quiet">{say('noRelated')}</p> : null;
  return (
    <>
      <p className="quiet">{say('relatedSame')}</p>
      <ul className="rows">{others.map((row) => (
        <li key={row.id}><Link to="/matters/$id" params={{ id: row.id }} className="number">{row.number}</Link> {row.kindTitle} · {row.stageTitle} · <Moment at={row.receivedAt} /><div className="quiet cut">{row.subject}</div></li>
      ))}</ul>
    </>
  );
}
