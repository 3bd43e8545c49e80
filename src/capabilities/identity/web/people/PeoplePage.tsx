import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Table, Tabs, type TableProps } from 'antd';
import { useState, type ComponentType, type ReactElement } from 'react';
import { Answer, Nothing, Older, useSources, useWords } from '#ui/index.ts';
import { PAGE, peopleQuery, type Person } from '../calls.ts';
import { useMe } from '../me.tsx';
import { identityWords } from '../words.ts';
import { KeysList } from './KeysList.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { PersonSteps } from './PersonSteps.tsx';

/** What another capability puts here: the sheet the people leave as. */
export interface PeopleSlots { readonly exporting?: ComponentType<{ readonly filter: Readonly<Record<string, string>> }> }

/** 组织岗位: who is here, what he holds, and the programs that may sign in. */
export default function PeoplePage(slots: PeopleSlots): ReactElement {
  const say = useWords(identityWords);
  const me = useMe();
  if (!me.administrator) return <Nothing text={say('onlyAdministrators')} />;
  return (
    <>
      <h1>{say('organisation')}</h1>
      <Tabs items={[{ key: 'people', label: say('people'), children: <People {...slots} /> }, { key: 'keys', label: say('keys'), children: <KeysList /> }]} />
    </>
  );
}

function People({ exporting: Exporting }: PeopleSlots): ReactElement {
  const say = useWords(identityWords);
  const [left, withLeft] = useState(false);
  const people = useInfiniteQuery(peopleQuery(left));
  const [edited, edit] = useState<Person | 'new' | null>(null);
  const columns = useColumns(edit);
  return (
    <>
      <div className="line">
        <Button type="primary" onClick={() => edit('new')}>{say('addPerson')}</Button>
        <Checkbox checked={left} onChange={(event) => withLeft(event.target.checked)}>{say('withLeft')}</Checkbox>
        <span className="grow" />{Exporting && <Exporting filter={left ? { left: 'true' } : {}} />}
      </div>
      <Answer of={people}>{(found) => (
        <>
          <Table rowKey="id" className="spaced" columns={columns} dataSource={found.pages.flatMap((page) => page.items)} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: say('noPeople') }} />
          <Older pages={people} size={PAGE} />
        </>
      )}</Answer>
      {edited !== null && <PersonPanel key={edited === 'new' ? 'new' : edited.id} person={edited === 'new' ? null : edited} close={() => edit(null)} />}
    </>
  );
}

function useColumns(edit: (person: Person) => void): NonNullable<TableProps<Person>['columns']> {
  const say = useWords(identityWords);
  const sources = useSources();
  const units = useQuery({ queryKey: ['form', 'units'], queryFn: sources.units, staleTime: 300_000 });
  const positions = useQuery({ queryKey: ['form', 'positions'], queryFn: sources.positions, staleTime: 300_000 });
  const titled = (list: readonly { id: string; title: string }[] | undefined, id: string | null): string => list?.find((one) => one.id === id)?.title ?? id ?? '—';
  return [
    { title: say('name'), dataIndex: 'name' },
    { title: say('account'), dataIndex: 'username' },
    { title: say('unit'), render: (_, person) => titled(units.data, person.unit) },
    { title: say('positions'), render: (_, person) => person.positions.map((held) => titled(positions.data, held.position) + (held.unit === null ? '' : `（${titled(units.data, held.unit)}）`)).join('、') || '—' },
    { title: say('phone'), render: (_, person) => person.phone ?? '—' },
    { title: say('administrator'), render: (_, person) => (person.administrator ? say('administrator') : '—') },
    { title: say('state'), render: (_, person) => (person.left ? say('left') : say('here')) },
    { title: '', render: (_, person) => <PersonSteps person={person} edit={() => edit(person)} /> },
  ];
}
