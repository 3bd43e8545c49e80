import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Nothing, useWords } from '#ui/index.ts';
import type { RosterJson } from '#capabilities/organisation/contract.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import { putRoster, readWeek, weekQuery } from './calls.ts';
import { OnDuty } from './OnDuty.tsx';
import { RosterGrid } from './RosterGrid.tsx';
import { changesOf, type Changes } from './roster-changes.ts';
import { ShiftsPanel } from './ShiftsPanel.tsx';
import { UnitChoice } from './UnitChoice.tsx';
import { useStep } from './useStep.ts';
import { shiftWords } from './words.ts';
import './shifts.css';

/** 排班: a week of a unit, people by days. */
export default function RosterPage(): ReactElement {
  const say = useWords(shiftWords);
  const me = useMe();
  const [unit, choose] = useState(me.unit?.code ?? me.positions.find((held) => held.unit !== null)?.unit ?? '');
  const [day, turn] = useState<string | null>(null);
  const week = useQuery({ ...weekQuery(unit, day), enabled: unit !== '' });
  return (
    <>
      <h1>{say('roster')}</h1>
      <div className="line spaced"><UnitChoice unit={unit} choose={(next) => choose(next)} /></div>
      {unit === '' ? <Nothing text={say('noUnit')} /> : <Answer of={week} rows={8}>{(found) => <Week key={`${unit}/${found.days[0]?.day ?? ''}`} week={found} turn={turn} />}</Answer>}
    </>
  );
}

/** A date some days later. */
export const later = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function Week({ week, turn }: { week: RosterJson; turn: (day: string | null) => void }): ReactElement {
  const say = useWords(shiftWords);
  const { message } = App.useApp();
  const step = useStep();
  const [changes, change] = useState<Changes>({});
  const [setting, set] = useState(false);
  const monday = week.days[0]?.day ?? '';
  const unsaved = changesOf(week, changes);
  const save = async (): Promise<void> => {
    if (await step(['week', monday, unsaved], (key) => putRoster(week.unit.code, 'week', { cells: unsaved }, key))) { change({}); message.success(say('saved')); }
  };
  const asPattern = async (): Promise<void> => {
    const cells = week.cells.flatMap((cell) => (cell.shift === null ? [] : [{ person: cell.person, weekday: week.days.find((each) => each.day === cell.day)?.weekday ?? 1, shift: cell.shift }]));
    if (await step(['pattern', cells], (key) => putRoster(week.unit.code, 'pattern', { cells }, key))) message.success(say('saved'));
  };
  const copyLast = async (): Promise<void> => {
    const last = await step(['copy', monday], () => readWeek(week.unit.code, later(monday, -7)));
    if (last) change(Object.fromEntries(last.cells.filter((cell) => week.people.some((each) => each.id === cell.person)).map((cell) => [`${cell.person}/${later(cell.day, 7)}`, cell.shift ?? ''])));
  };
  return (
    <>
      <OnDuty present={null} people={week.onDuty} />
      <div className="line roster-steps">
        <Button onClick={() => turn(later(monday, -7))}>{say('before')}</Button>
        <strong className="number">{say('week', { from: monday, to: week.days[6]?.day ?? '' })}</strong>
        <Button onClick={() => turn(later(monday, 7))}>{say('after')}</Button>
        <Button type="text" onClick={() => turn(null)}>{say('thisWeek')}</Button>
        <span className="grow" />
        {week.mayChange && week.shifts.length > 0 && <Button onClick={() => void copyLast()}>{say('copyLast')}</Button>}
        {week.mayChange && week.shifts.length > 0 && <Button title={say('asPatternMeans')} disabled={unsaved.length > 0} onClick={() => void asPattern()}>{say('asPattern')}</Button>}
        {week.mayChange && <Button onClick={() => set(true)}>{say('editShifts')}</Button>}
        {week.mayChange && <Button type="primary" disabled={unsaved.length === 0} onClick={() => void save()}>{say('save')}</Button>}
      </div>
      {unsaved.length > 0 && <p role="status" className="quiet">{say('unsaved', { n: unsaved.length })}</p>}
      {week.people.length === 0 ? <Nothing text={say('nobodyHere')} /> : week.shifts.length === 0
        ? <Nothing text={say(week.mayChange ? 'noShifts' : 'noShiftsRead')}>{week.mayChange && <Button type="primary" onClick={() => set(true)}>{say('editShifts')}</Button>}</Nothing>
        : <RosterGrid week={week} changes={changes} change={change} />}
      {setting && <ShiftsPanel unit={week.unit.code} shifts={week.shifts} close={() => set(false)} />}
    </>
  );
}
