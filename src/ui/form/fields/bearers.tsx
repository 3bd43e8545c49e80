import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { PickOne, useSpeller } from '../../pick/index.ts';
import { isMeant, maySpell } from '../../rules/index.ts';
import { useWords } from '../../words/index.ts';
import { partWords } from '../../words/parts.ts';
import { useSources } from '../sources.tsx';
import { asText, asTexts, type FieldProps } from './kinds.ts';

/** Colleagues looked through at once for a spelling: the server knows names by their characters only. */
const MANY = 200;

/**
 * People found by what is typed: characters are looked for by the server, letters are taken as a spelling as well.
 * Those already chosen stay readable, because the list keeps them.
 */
function usePeople(search: string): { label: string; value: string }[] {
  const sources = useSources();
  const { speller, load } = useSpeller();
  const spelled = maySpell(search);
  if (spelled) load();
  const found = useQuery({ queryKey: ['form', 'people', search], queryFn: () => sources.people(search), placeholderData: (before) => before });
  const all = useQuery({ queryKey: ['form', 'people', 'all'], queryFn: () => sources.people('', MANY), enabled: spelled, staleTime: 300_000 });
  const meant = spelled ? (all.data ?? []).filter((one) => isMeant(one.title, search, speller)) : [];
  const shown = new Map([...(found.data ?? []), ...meant].map((one) => [one.id, one.title]));
  return [...shown].map(([value, label]) => ({ label, value }));
}

export function PersonField({ id, value, change }: FieldProps): ReactElement {
  const say = useWords(partWords);
  const [search, setSearch] = useState('');
  const options = usePeople(search);
  return (
    <Select id={id} className="wide" allowClear placeholder={say('seekPerson')} showSearch={{ filterOption: false, onSearch: setSearch }} options={options}
      value={asText(value) === '' ? null : asText(value)} onChange={(next: string | null | undefined) => change(next ?? undefined)} />
  );
}

export function PeopleField({ id, value, change }: FieldProps): ReactElement {
  const say = useWords(partWords);
  const [search, setSearch] = useState('');
  const options = usePeople(search);
  return (
    <Select id={id} className="wide" mode="multiple" placeholder={say('seekPerson')} showSearch={{ filterOption: false, onSearch: setSearch }} options={options}
      value={asTexts(value)} onChange={change} />
  );
}

/** A unit, a position or a person; those the policy proposes stand first. */
export function BearerField({ ask, id, value, change }: FieldProps): ReactElement {
  const say = useWords(partWords);
  const sources = useSources();
  const [search, setSearch] = useState('');
  const people = usePeople(search);
  const { speller } = useSpeller();
  const units = useQuery({ queryKey: ['form', 'units'], queryFn: sources.units, staleTime: 300_000 });
  const positions = useQuery({ queryKey: ['form', 'positions'], queryFn: sources.positions, staleTime: 300_000 });
  const listed = (rows: readonly { id: string; title: string }[]): { label: string; value: string }[] =>
    rows.filter((row) => isMeant(row.title, search, speller)).map((row) => ({ label: row.title, value: row.id }));
  const proposed = new Set(ask.values.map((one) => one.id));
  const others = [{ label: say('units'), options: listed(units.data ?? []) }, { label: say('positions'), options: listed(positions.data ?? []) }, { label: say('people'), options: people }]
    .map((group) => ({ ...group, options: group.options.filter((one) => !proposed.has(one.value)) }));
  // Whoever types looks for somebody: then it may be anybody, as the empty field says.
  const groups = proposed.size === 0 ? others : [{ label: ask.title, options: listed(ask.values) }, ...(search.trim() === '' ? [] : others)];
  return (
    <Select id={id} className="wide" allowClear placeholder={say('seekBearer')} showSearch={{ filterOption: false, onSearch: setSearch }}
      options={groups.filter((group) => group.options.length > 0)} value={asText(value) === '' ? null : asText(value)} onChange={(next: string | null | undefined) => change(next ?? undefined)} />
  );
}

/** One of the company's units. */
export function UnitField({ id, value, change }: FieldProps): ReactElement {
  const sources = useSources();
  const units = useQuery({ queryKey: ['form', 'units'], queryFn: sources.units, staleTime: 300_000 });
  const options = (units.data ?? []).map((unit) => ({ value: unit.id, label: unit.title }));
  return <PickOne id={id} options={options} value={asText(value) || null} change={(next) => change(next ?? undefined)} />;
}
