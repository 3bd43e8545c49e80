import { App, Button, Checkbox, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { PickTimeOfDay, SidePanel, useWords } from '#ui/index.ts';
import type { ShiftJson } from '#capabilities/organisation/contract.ts';
import { putRoster } from './calls.ts';
import { useStep } from './useStep.ts';
import { shiftWords } from './words.ts';

type Draft = Omit<ShiftJson, 'id'> & { readonly id?: string };

const DAY = { starts: 480, ends: 1050, night: false, holidays: false };
const NIGHT = { starts: 1050, ends: 480, night: true, holidays: true };

const clock = (minutes: number): string => `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/** The shifts of a unit: name, from, to. One that ends at or before its beginning runs over midnight. */
export function ShiftsPanel({ unit, shifts, close }: { unit: string; shifts: readonly ShiftJson[]; close: () => void }): ReactElement {
  const say = useWords(shiftWords);
  const { message } = App.useApp();
  const step = useStep();
  const [drafts, draft] = useState<readonly Draft[]>(shifts.length > 0 ? shifts : [{ ...DAY, name: say('dayShift') }, { ...NIGHT, name: say('nightShift') }]);
  const put = (at: number, part: Partial<Draft>): void => draft(drafts.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const save = async (): Promise<void> => {
    if (await step(['shifts', drafts], (key) => putRoster(unit, 'shifts', { shifts: drafts }, key))) { message.success(say('saved')); close(); }
  };
  return (
    <SidePanel open title={say('shifts')} close={close} footer={<Button type="primary" disabled={drafts.some((each) => each.name.trim() === '')} onClick={() => void save()}>{say('save')}</Button>}>
      {drafts.map((each, at) => (
        <div key={each.id ?? `new-${at}`} className="shift-row">
          <Input aria-label={say('shiftName')} placeholder={say('shiftName')} maxLength={20} value={each.name} onChange={(event) => put(at, { name: event.target.value })} />
          <PickTimeOfDay label={say('from')} value={clock(each.starts)} clearable={false} change={(text) => put(at, { starts: minutes(text) })} />
          <PickTimeOfDay label={say('until')} value={clock(each.ends)} clearable={false} change={(text) => put(at, { ends: minutes(text) })} />
          <Button type="text" aria-label={say('removeShift')} title={say('removeShift')} onClick={() => draft(drafts.filter((_, i) => i !== at))}>×</Button>
          <span className="ticks line">
            <Checkbox checked={each.night} onChange={(event) => put(at, { night: event.target.checked })}>{say('nightDesk')}</Checkbox>
            <Checkbox checked={each.holidays} onChange={(event) => put(at, { holidays: event.target.checked })}>{say('overHolidays')}</Checkbox>
          </span>
        </div>
      ))}
      <Button className="spaced" onClick={() => draft([...drafts, { ...DAY, name: '' }])}>{say('addShift')}</Button>
    </SidePanel>
  );
}
