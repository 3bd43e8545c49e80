import { useQuery } from '@tanstack/react-query';
import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useSources, useWords } from '#ui/index.ts';
import { customerQuery } from '#capabilities/customers/web/index.ts';
import { linkedFilters, type MattersSearch } from './search.ts';
import { listWords } from './words.ts';

interface Props { readonly filter: MattersSearch; readonly change: (filter: MattersSearch) => void }

/** What the list is narrowed to beside its own fields, as it came by a link: each with the way to take it off. Nothing where there is none. */
export function FilterChips({ filter, change }: Props): ReactElement | null {
  const say = useWords(listWords);
  const names = useNames(filter);
  const said = linkedFilters(filter);
  if (said.length === 0) return null;
  const drop = (name: keyof MattersSearch): void => {
    const { [name]: _, ...rest } = filter;
    change(rest);
  };
  return (
    <div className="chips views filter-chips" role="group" aria-label={say('filteredBy')}>
      <span className="quiet">{say('filteredBy')}</span>
      {said.map(({ name, word }) => {
        const title = say(word, { value: names[name] ?? filter[name] ?? '' });
        return <Button key={name} shape="round" className="chip-on" aria-label={say('takeOff', { title })} onClick={() => drop(name)}>{title} <CloseOutlined aria-hidden /></Button>;
      })}
    </div>
  );
}

/** How many colleagues are looked through for a name. */
const MANY = 200;

/** Ids of an address as people know them. */
function useNames({ named, bearer, shared, customer }: MattersSearch): Partial<Record<keyof MattersSearch, string>> {
  const sources = useSources();
  const say = useWords(listWords);
  const people = useQuery({ queryKey: ['form', 'people', 'all'], queryFn: () => sources.people('', MANY), enabled: named !== undefined || bearer !== undefined, staleTime: 300_000 }).data;
  const units = useQuery({ queryKey: ['form', 'units'], queryFn: sources.units, enabled: shared !== undefined, staleTime: 300_000 }).data;
  const who = useQuery(customerQuery(customer ?? null)).data;
  const names: Partial<Record<keyof MattersSearch, string>> = {};
  const put = (name: keyof MattersSearch, title: string | undefined): void => { if (title !== undefined) names[name] = title; };
  put('named', people?.find(({ id }) => id === named)?.title);
  put('bearer', people?.find(({ id }) => id === bearer)?.title);
  put('shared', shared === undefined ? undefined : units?.find(({ id }) => id === shared)?.title ?? (shared.length < 2 ? say('company') : undefined));
  put('customer', who?.name);
  return names;
}
