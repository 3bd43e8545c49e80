import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, partWords, problemText, SidePanel, useSources, useSubmission, useWords } from '#ui/index.ts';
import type { HandOverAnswer, HoldingsJson } from '../../contract.ts';
import { deactivate, handEverythingOver, holdingsQuery, type Person } from '../calls.ts';
import { identityWords } from '../words.ts';

/** Somebody leaves: what lies on him, to whom it goes, and then he is deactivated. One name is enough for all of it. */
export function LeavePanel({ person, close }: { person: Person; close: () => void }): ReactElement {
  const say = useWords(identityWords);
  const held = useQuery(holdingsQuery(person.id));
  return (
    <SidePanel open title={say('leaving', { name: person.name })} close={close}>
      <Answer of={held}>{(found) => (isNothing(found) ? <Nothing person={person} close={close} /> : <HandOver person={person} held={found} close={close} />)}</Answer>
    </SidePanel>
  );
}

const isNothing = (held: HoldingsJson): boolean => held.matters + held.decisions + held.roster + held.substitutions + held.positions.length === 0;

function Nothing({ person, close }: { person: Person; close: () => void }): ReactElement {
  const say = useWords(identityWords);
  const run = useRun(close);
  return (
    <div className="column">
      <p>{say('deactivateAsk', { name: person.name })}</p>
      <p className="quiet">{say('holdsNothing')}</p>
      <div><Button type="primary" onClick={() => void run(['leave', person.id], (key) => deactivate(person.id, key))}>{say('deactivate')}</Button></div>
    </div>
  );
}

function HandOver({ person, held, close }: { person: Person; held: HoldingsJson; close: () => void }): ReactElement {
  const say = useWords(identityWords);
  const { message, modal } = App.useApp();
  const run = useRun(close);
  const [to, choose] = useState<string | null>(null);
  const [matters, chooseMatters] = useState<string | null>(null);
  const [decisions, chooseDecisions] = useState<string | null>(null);
  const [positions, choosePositions] = useState<string | null>(null);
  const give = async (): Promise<void> => {
    const body = { to, ...(matters ? { matters } : {}), ...(decisions ? { decisions } : {}), ...(positions === null ? {} : { positions: positions === '' ? null : positions }) };
    const answer = await run(body, (key) => handEverythingOver(person.id, body, key));
    if (!answer) return;
    message.success(say('handedOver', { n: answer.rows.filter((row) => row.done).length }));
    const left = leftOver(answer);
    if (left.length > 0 || answer.withoutHolder.length > 0) modal.info({ title: say('notHanded', { n: left.length }), content: <><ul>{left.map((row) => <li key={row.matter}>{row.number} {row.why}</li>)}</ul>{answer.withoutHolder.length > 0 && <p>{say('noHolderNow', { list: answer.withoutHolder.join('、') })}</p>}</> });
  };
  return (
    <div className="form">
      <Colleague label={say('successor')} value={to} choose={choose} without={person.id} />
      {held.matters > 0 && <Colleague label={say('groupMatters', { n: held.matters })} value={matters} choose={chooseMatters} without={person.id} optional />}
      {held.decisions > 0 && <Colleague label={say('groupDecisions', { n: held.decisions })} value={decisions} choose={chooseDecisions} without={person.id} optional />}
      {held.positions.length > 0 && <Colleague label={say('groupPositions', { list: held.positions.map((each) => each.title).join('、') })} value={positions} choose={choosePositions} without={person.id} optional nobody />}
      <p className="quiet">{say('groupRest', { roster: held.roster, keys: held.keys, substitutions: held.substitutions })}</p>
      <p className="quiet">{say('deactivateAsk', { name: person.name })}</p>
      <div><Button type="primary" disabled={to === null} onClick={() => void give()}>{say('handAllOver')}</Button></div>
    </div>
  );
}

const leftOver = (answer: HandOverAnswer): HandOverAnswer['rows'] => answer.rows.filter((row) => !row.done);

interface Choice { readonly label: string; readonly value: string | null; readonly choose: (person: string | null) => void; readonly without: string; readonly optional?: boolean; readonly nobody?: boolean }

function Colleague({ label, value, choose, without, optional = false, nobody = false }: Choice): ReactElement {
  const say = useWords(identityWords);
  const sources = useSources();
  const people = useQuery({ queryKey: ['form', 'people', ''], queryFn: () => sources.people(''), staleTime: 300_000 });
  const options = [...(nobody ? [{ value: '', label: say('noSuccessor') }] : []), ...(people.data ?? []).filter((each) => each.id !== without).map((each) => ({ value: each.id, label: each.title }))];
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <Select aria-label={label} allowClear={optional} placeholder={optional ? say('sameAsAll') : undefined} showSearch={{ optionFilterProp: 'label' }} options={options} value={value} onChange={(next) => choose(next ?? null)} />
    </div>
  );
}

/** Runs a step that ends with the person gone; refused, it says why and the panel stays. */
function useRun(close: () => void): <T>(what: unknown, work: (key: string) => Promise<T>) => Promise<T | null> {
  const sayCommon = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  return async (what, work) => {
    try {
      const answer = await work(submission.keyFor(what));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['people'] });
      close();
      return answer;
    } catch (failed) {
      message.warning(problemText(failed, sayCommon));
      return null;
    }
  };
}
