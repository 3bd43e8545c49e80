import { Button } from 'antd';
import { useEffect, type ReactElement } from 'react';
import { useNewest, useWords } from '#ui/index.ts';
import type { CustomerJson } from '../contract.ts';
import { customerWords } from './words.ts';

interface Props {
  readonly customers: readonly CustomerJson[];
  readonly choose: (customer: CustomerJson) => void;
  /** The whole number was typed: a single customer behind it is chosen at once. */
  readonly sure?: boolean;
}

/** The customers behind a number. Several (a family, a front desk): one press chooses. */
export function CustomerChoice({ customers, choose, sure = false }: Props): ReactElement | null {
  const say = useWords(customerWords);
  const newest = useNewest(choose);
  const only = sure && customers.length === 1 ? customers[0] : undefined;
  useEffect(() => {
    if (only) newest.current(only);
  }, [only, newest]);
  if (only) return null;
  return (
    <section aria-label={say('customer')} className="sheet">
      <p>{say('several', { n: customers.length })}</p>
      <ul className="rows">
        {customers.map((one) => <li key={one.id}><Button block className="left" onClick={() => choose(one)}>{one.name} · {one.address || one.phone}</Button></li>)}
      </ul>
    </section>
  );
}
