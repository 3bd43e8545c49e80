import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, ClauseChips, Moment, Nothing, SidePanel, useWords } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import type { DutiesAnswer, OwnDuty, RecordFilter } from '../contract.ts';
import { dutiesQuery, recordQuery } from './calls.ts';
import { dutyWords } from './words.ts';
import './duties.css';

interface Opened extends RecordFilter { readonly title: string }

/** 我的职责: what the policies ask of me in sentences, and how I kept it. */
export default function DutiesPage(): ReactElement {
  const duties = useQuery(dutiesQuery);
  return <Answer of={duties} rows={10}>{(found) => <Whole found={found} />}</Answer>;
}

function Whole({ found }: { found: DutiesAnswer }): ReactElement {
  const say = useWords(dutyWords);
  const me = useMe();
  const [opened, open] = useState<Opened | null>(null);
  const posts = [me.unit?.name ?? '', ...new Set(me.positions.map((held) => held.title))].filter((each) => each !== '').join('、');
  const kinds = [...new Set(found.items.map((each) => each.kindTitle))];
  return (
    <div className="duties">
      <div className="line"><h1><span className="duties-screen">{say('duties')}</span><span className="duties-paper">{say('posting')}</span></h1><span className="quiet">{say('count', { n: found.items.length })}</span><span className="grow" /><Button className="duties-screen" onClick={() => print()}>{say('print')}</Button></div>
      <p><b>{say('post', { name: me.name, posts })}</b></p>
      <p className="quiet">{found.policies.map((each) => say('under', { title: each.title })).join('、')}</p>
      {found.items.length === 0 && <Nothing text={say('none')} />}
      {kinds.map((kind) => (
        <section key={kind} aria-label={kind}>
          <h2>{kind}</h2>
          <table>
            <thead><tr><th scope="col">{say('duty')}</th><th scope="col" className="duties-kept">{say('thisMonth')}</th><th scope="col" className="duties-kept">{say('lastMonth')}</th></tr></thead>
            <tbody>{found.items.filter((each) => each.kindTitle === kind).map((each) => <DutyRow key={`${each.policy}${each.duty}`} duty={each} open={open} />)}</tbody>
          </table>
        </section>
      ))}
      <SidePanel open={opened !== null} title={opened?.title ?? ''} close={() => open(null)}>{opened && <Rows of={opened} />}</SidePanel>
    </div>
  );
}

function DutyRow({ duty, open }: { duty: OwnDuty; open: (opened: Opened) => void }): ReactElement {
  const say = useWords(dutyWords);
  return (
    <tr>
      <td>
        <p><b>{duty.title}</b> <ClauseChips clauses={duty.clause} />{duty.ours !== null && <span className="tag tag-ours" title={duty.ours}>{say('ours')}</span>}</p>
        <p>{duty.says}</p>
        <p className="quiet">{duty.via.length > 0 ? say('via', { via: duty.via.join('、') }) : say('byHand')}</p>
      </td>
      <Kept duty={duty} month="this" open={open} /><Kept duty={duty} month="last" open={open} />
    </tr>
  );
}

const RESULTS = ['met', 'late', 'overdue'] as const;

/** Three numbers of a month, each opening its rows. */
function Kept({ duty, month, open }: { duty: OwnDuty; month: 'this' | 'last'; open: (opened: Opened) => void }): ReactElement {
  const say = useWords(dutyWords);
  const kept = month === 'this' ? duty.thisMonth : duty.lastMonth;
  const told = RESULTS.filter((result) => kept[result] > 0);
  return (
    <td className="duties-kept">
      {told.length === 0 && <span className="quiet">—</span>}
      {told.map((result) => {
        const title = `${duty.title} · ${say(month === 'this' ? 'thisMonth' : 'lastMonth')} · ${say(result)}`;
        return <button type="button" key={result} aria-label={`${title} ${kept[result]}`} className={result === 'overdue' ? 'duties-number duties-late' : 'duties-number'} onClick={() => open({ title, duty: duty.duty, month, result })}>{say(result)} {kept[result]}</button>;
      })}
    </td>
  );
}

function Rows({ of: { duty, month, result } }: { of: Opened }): ReactElement {
  const say = useWords(dutyWords);
  const rows = useQuery(recordQuery({ duty, month, result }));
  return (
    <Answer of={rows}>{(found) => (
      <>
        {found.items.length === 0 && <Nothing text={say('noRows')} />}
        <ul className="rows">
          {found.items.map((row, at) => (
            <li key={`${row.matter.id}${at}`}>
              <p><Link to="/matters/$id" params={{ id: row.matter.id }}>{row.matter.number} {row.matter.subject}</Link></p>
              <p className="quiet">{say('due')} <Moment at={row.dueAt} end /> · {row.metAt === null ? say('never') : <>{say('done')} <Moment at={row.metAt} /></>}</p>
            </li>
          ))}
        </ul>
        {found.more && <p className="quiet">{say('onlyFirst')}</p>}
      </>
    )}</Answer>
  );
}
