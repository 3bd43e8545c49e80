import { useQuery } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { civilText, instantOfCivil, isoText, PickDayAndTime, Trouble, useClock, useMinute, useSources, useWords } from '#ui/index.ts';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import type { LeavePlan } from '../contract.ts';
import { readPlan, type Leave } from './calls.ts';
import { LeaveLines } from './LeaveLines.tsx';
import { shiftWords } from './words.ts';

/** First who and when; then what falls due meanwhile and who stands in. */
export function NewLeave({ done }: { done: () => void }): ReactElement {
  const say = useWords(shiftWords);
  const { message } = App.useApp();
  const { zone } = useClock();
  const now = useMinute();
  const me = useMe();
  const [person, choose] = useState(me.person);
  const [from, begin] = useState(() => `${civilText(now + 86_400_000, zone).slice(0, 10)}T00:00`);
  const [until, end] = useState(() => `${civilText(now + 2 * 86_400_000, zone).slice(0, 10)}T00:00`);
  const [plan, planned] = useState<LeavePlan | null>(null);
  const [trouble, troubled] = useState<unknown>(null);
  const leave = (): Leave => ({ person, from: isoOf(from, zone), until: isoOf(until, zone) });
  const look = (): void => { troubled(null); readPlan(leave()).then(planned, troubled); };
  const change = (set: (value: string) => void) => (value: string): void => { set(value); planned(null); };
  return (
    <section className="sheet" aria-label={say('newLeave')}>
      <div className="line leave-when">
        {holds(me, 'oversee') && <Who person={person} choose={change(choose)} />}
        <label className="line"><span className="field-label">{say('fromDate')}</span><PickDayAndTime className="leave-time" label={say('fromDate')} value={from} clearable={false} change={change(begin)} /></label>
        <label className="line"><span className="field-label">{say('untilDate')}</span><PickDayAndTime className="leave-time" label={say('untilDate')} value={until} clearable={false} first={from} change={change(end)} /></label>
        {plan === null && <Button type="primary" disabled={from === '' || until === ''} onClick={look}>{say('look')}</Button>}
      </div>
      {trouble !== null && <Trouble trouble={trouble} />}
      {plan !== null && <LeaveLines plan={plan} leave={leave()} done={(name) => { message.success(say('entered', { name })); done(); }} />}
    </section>
  );
}

const isoOf = (civil: string, zone: string): string => isoText(instantOfCivil(civil, zone) ?? 0, zone);

function Who({ person, choose }: { person: string; choose: (person: string) => void }): ReactElement {
  const say = useWords(shiftWords);
  const me = useMe();
  const sources = useSources();
  const people = useQuery({ queryKey: ['form', 'people', ''], queryFn: () => sources.people(''), staleTime: 300_000 });
  const options = [{ value: me.person, label: me.name }, ...(people.data ?? []).filter((each) => each.id !== me.person).map((each) => ({ value: each.id, label: each.title }))];
  return <label className="line"><span className="field-label">{say('who')}</span><Select aria-label={say('who')} className="unit-choice" showSearch={{ optionFilterProp: 'label' }} options={options} value={person} onChange={choose} /></label>;
}
