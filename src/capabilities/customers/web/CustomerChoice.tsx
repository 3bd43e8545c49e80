import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { CustomerJson } from '../contract.ts';
import { customerWords } from './words.ts';

/** Several customers behind one number (a family, a front desk): one press chooses. */
export function CustomerChoice({ customers, choose }: { customers: readonly CustomerJson[]; choose: (customer: CustomerJson) => void }): ReactElement {
  const say = useWords(customerWords);
  return (
    <section aria-label={say('customer')} className="sheet">
      <p>{say('several', { n: customers.length })}</p>
      <ul className="rows">
        {customers.map((one) => <li key={one.id}><Button block className="left" onClick={() => choose(one)}>{one.name} · {one.address || one.phone}</Button></li>)}
      </ul>
    </section>
  );
}
