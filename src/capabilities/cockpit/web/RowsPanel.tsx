import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Nothing, Problem, Trouble, useWords } from '#ui/index.ts';
import type { MatterRow, PossibleAct } from '#capabilities/matters/contract.ts';
import { actsQuery, MatterLine, readMattersSearch, useAct } from '#capabilities/matters/web/index.ts';
import type { FigureJson, LoadJson } from '../contract.ts';
import { rowsQuery, type RowsFilter } from './calls.ts';
import { cockpitWords } from './words.ts';

/** A number that was pressed: the filter of the list that finds its rows. */
export interface Opened { readonly figure: FigureJson['name'] | null; readonly title: string; readonly filter: RowsFilter }
interface Props { readonly opened: Opened; readonly load: readonly LoadJson[]; readonly open: (opened: Opened | null) => void }

/** Figures that can be told apart by whose desk they lie on. */
const BY_PERSON = ['open', 'today', 'overdue'] as const;

/** The rows behind a number, by person, and 督办 in each. */
export function RowsPanel({ opened, load, open }: Props): ReactElement {
  const say = useWords(cockpitWords);
  const by = BY_PERSON.find((name) => name === opened.figure);
  const rows = useQuery(rowsQuery(opened.filter));
  return (
    <section className="cockpit-rows" aria-label={opened.title}>
      <div className="line">
        <h2>{opened.title}</h2><span className="grow" />
        <Link to="/matters" search={readMattersSearch(opened.filter)}>{say('inList')}</Link><Button onClick={() => open(null)}>{say('close')}</Button>
      </div>
      {by && (
        <div className="chips" role="group" aria-label={say('byPerson')}>
          {load.filter((each) => each[by] > 0).map((each) => {
            const here = opened.filter.named === each.filter.named && opened.filter.shared === each.filter.shared;
            return <Button key={nameOf(each, say)} shape="round" aria-pressed={here} className={here ? 'chip-on' : ''} onClick={() => open({ ...opened, filter: { ...each.filter, owed: by } })}>{nameOf(each, say)} {each[by]}</Button>;
          })}
        </div>
      )}
      <Answer of={rows}>{(found) => (found.items.length === 0 ? <Nothing text={say('noRows')} /> : (
        <ul className="rows">{found.items.toSorted(soonestFirst).map((row) => <li key={row.id}><MatterLine row={row}><Oversee matter={row.id} /></MatterLine></li>)}</ul>
      ))}</Answer>
    </section>
  );
}

/** What has waited longest beyond its time stands first. */
function soonestFirst(a: MatterRow, b: MatterRow): number {
  return (a.firstDueAt ?? '9').localeCompare(b.firstDueAt ?? '9');
}

/** A person, or a unit with what it bears together. */
export function nameOf({ person, name, unit }: LoadJson, say: (word: 'sharedOf' | 'sharedByNoUnit', values?: { unit: string }) => string): string {
  if (person !== null) return name;
  return unit === '' ? say('sharedByNoUnit') : say('sharedOf', { unit });
}

/** 督办 in two presses: the button, and until when; the dates are those the matter offers, closings of the working calendar. */
function Oversee({ matter }: { matter: string }): ReactElement {
  const say = useWords(cockpitWords);
  const { busy, outcome, submit } = useAct(matter);
  const [asked, ask] = useState(false);
  const [done, finish] = useState(false);
  const acts = useQuery({ ...actsQuery(matter), enabled: asked });
  const press = async (until: string): Promise<void> => {
    if (await submit({ act: 'oversee', fields: { until } })) { ask(false); finish(true); }
  };
  if (done) return <span className="tag" role="status">{say('overseenNow')}</span>;
  if (!asked) return <Button onClick={() => ask(true)}>{say('oversee')}</Button>;
  return (
    <span className="line" role="group" aria-label={say('until')}>
      <Answer of={acts} rows={1}>{(found) => <>{datesIn(found).map((date) => <Button key={date.id} shape="round" disabled={busy} onClick={() => void press(date.id)}>{date.title}</Button>)}</>}</Answer>
      {outcome && <Trouble trouble={outcome.is === 'refused' ? new Problem('refused', { message: outcome.refusals.map((each) => each.text).join('；') }) : outcome.is === 'trouble' ? outcome.trouble : new Problem('changed')} />}
    </span>
  );
}

const datesIn = (acts: readonly PossibleAct[]): PossibleAct['asks'][number]['values'] => acts.find((each) => each.act === 'oversee')?.asks.find((each) => each.name === 'until')?.values ?? [];
