import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Table, Tag } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Moment, Nothing, useWords } from '#ui/index.ts';
import type { AbsenceJson } from '../contract.ts';
import { absencesQuery, endLeave, standingQuery } from './calls.ts';
import { NewLeave } from './NewLeave.tsx';
import { useStep } from './useStep.ts';
import { shiftWords } from './words.ts';
import './shifts.css';

/** 请假代理: who is away from when to when, who stands in, and what one looks after for others. */
export default function AbsencePage(): ReactElement {
  const say = useWords(shiftWords);
  const [entering, enter] = useState(false);
  return (
    <>
      <div className="line"><h1 className="grow">{say('absence')}</h1>{!entering && <Button type="primary" onClick={() => enter(true)}>{say('newLeave')}</Button>}</div>
      {entering && <NewLeave done={() => enter(false)} />}
      <Leaves />
      <h2>{say('standing')}</h2>
      <Standing />
    </>
  );
}

function Leaves(): ReactElement {
  const say = useWords(shiftWords);
  const { message } = App.useApp();
  const step = useStep();
  const end = async (id: string): Promise<void> => { if (await step(['end', id], (key) => endLeave(id, key))) message.success(say('ended')); };
  const substitutes = (row: AbsenceJson): string => row.substitutes.map((each) => (each.matters === null ? each.name : say('matterCount', { name: each.name, n: each.matters }))).join('、');
  return (
    <Answer of={useQuery(absencesQuery)}>{({ items }) => (items.length === 0 ? <Nothing text={say('noAbsence')} /> : (
      <Table rowKey="id" dataSource={items} pagination={false} scroll={{ x: 'max-content' }} columns={[
        { title: say('person'), render: (_, row) => row.person.name },
        { title: say('fromDate'), render: (_, row) => <Moment at={row.from} /> },
        { title: say('untilDate'), render: (_, row) => (row.until === null ? say('forGood') : <Moment at={row.until} end />) },
        { title: say('substitute'), render: (_, row) => substitutes(row) },
        { title: say('state'), render: (_, row) => <Tag>{row.until === null ? say('forGood') : say(row.state)}</Tag> },
        { title: '', render: (_, row) => row.mayEnd && <Button type="link" onClick={() => void end(row.id)}>{say('endLeave')}</Button> },
      ]} />
    ))}</Answer>
  );
}

function Standing(): ReactElement {
  const say = useWords(shiftWords);
  return (
    <Answer of={useQuery(standingQuery)}>{({ items }) => (items.length === 0 ? <Nothing text={say('noStanding')} /> : (
      <Table rowKey={(row) => `${row.matter}/${row.person}`} dataSource={items} pagination={false} scroll={{ x: 'max-content' }} columns={[
        { title: say('number'), render: (_, row) => <Link to="/matters/$id" params={{ id: row.matter }}>{row.number}</Link> },
        { title: say('subject'), render: (_, row) => row.subject },
        { title: say('what'), render: (_, row) => <>{row.what} <span className="quiet">{say('forWhom', { name: row.person })}</span></> },
        { title: say('due'), render: (_, row) => <Moment at={row.dueAt} end /> },
      ]} />
    ))}</Answer>
  );
}
