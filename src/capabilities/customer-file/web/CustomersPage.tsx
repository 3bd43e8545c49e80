import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState, type ComponentType, type ReactElement } from 'react';
import { Answer, maskedPhone, Nothing, useWords } from '#ui/index.ts';
import type { CustomerJson } from '#capabilities/customers/contract.ts';
import { foundQuery } from './calls.ts';
import { fileWords } from './words.ts';
import './file.css';

const route = getRouteApi('/customers');

/** Customers by name, spelling, phone or room; what is sought stands in the address. */
export default function CustomersPage({ exporting: Exporting }: { exporting: ComponentType }): ReactElement {
  const say = useWords(fileWords);
  const { seek = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, type] = useState(seek);
  const found = useQuery(foundQuery(seek.trim()));
  const change = (next: string): void => {
    type(next);
    void navigate({ search: next.trim() === '' ? {} : { seek: next.trim() }, replace: true });
  };
  return (
    <>
      <div className="line"><h1>{say('customers')}</h1><span className="grow" /><Exporting /></div>
      <Input.Search className="seek" aria-label={say('seek')} placeholder={say('seek')} allowClear value={typed} onChange={(event) => change(event.target.value)} maxLength={100} />
      {seek === '' && <p className="quiet">{say('latest')}</p>}
      <Answer of={found} rows={10}>{(list) => (list.length === 0 ? <Nothing text={seek === '' ? say('noneYet') : say('none', { seek })} /> : (
        <table className="customers">
          <thead><tr><th scope="col">{say('name')}</th><th scope="col">{say('phone')}</th><th scope="col">{say('place')}</th></tr></thead>
          <tbody>{list.map((one) => <tr key={one.id}><th scope="row"><Named one={one} /></th><td className="number">{maskedPhone(one.phone) || '—'}</td><td>{one.address || '—'}</td></tr>)}</tbody>
        </table>
      ))}</Answer>
    </>
  );
}

/** His name leads to his file; where that does not open to the reader it says whom to ask. */
function Named({ one }: { one: CustomerJson }): ReactElement {
  const say = useWords(fileWords);
  if (one.masked) return <>{one.name} <span className="quiet">{say('notOpen')}</span></>;
  return <Link to="/customers/$id" params={{ id: one.id }}>{one.name}</Link>;
}
