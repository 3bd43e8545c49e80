import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Popconfirm, Tabs } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Nothing, useWords } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import type { MyShift, TakenAnswer } from '../contract.ts';
import { giveShift, handoverQuery, myShiftQuery, paperAddress, sheetQuery, takeShift, takeUngiven } from './calls.ts';
import { Earlier } from './Earlier.tsx';
import { OnDuty } from './OnDuty.tsx';
import { Sheet } from './Sheet.tsx';
import { StartOfShift } from './StartOfShift.tsx';
import { UnitChoice } from './UnitChoice.tsx';
import { useStep } from './useStep.ts';
import { shiftWords } from './words.ts';
import './shifts.css';

/** 交接班: at the desk or not, who is on duty, and the sheet that passes from shift to shift. @param onStart - called inside the press of 开始上班. */
export default function ShiftsPage({ onStart }: { onStart: () => void }): ReactElement {
  const say = useWords(shiftWords);
  const me = useMe();
  const mine = useQuery(myShiftQuery);
  const [chosen, choose] = useState<string | null>(null);
  return (
    <div className="shifts">
      <h1 className="no-print">{say('handover')}</h1>
      <div className="no-print"><StartOfShift onStart={onStart} /></div>
      <Answer of={mine}>{(found) => {
        // Whoever has no shift of his own, and is not of one unit, begins with the unit that he holds a position in.
        const unit = chosen ?? found.unit?.code ?? me.unit?.code ?? me.positions.find((held) => held.unit)?.unit ?? null;
        if (unit === null) return <Nothing text={say('noUnit')} />;
        return (
          <>
            <div className="line no-print"><UnitChoice unit={unit} choose={choose} /><OnDuty people={[...(found.duty ? [found.duty] : []), ...found.colleagues]} present={found.state === 'on' && found.duty === null ? me.name : null} /></div>
            <Tabs className="shift-tabs" items={[{ key: 'now', label: say('sheetNow'), children: <Now unit={unit} mine={found} /> }, { key: 'earlier', label: say('earlier'), children: <Earlier unit={unit} /> }]} />
          </>
        );
      }}</Answer>
    </div>
  );
}

function Now({ unit, mine }: { unit: string; mine: MyShift }): ReactElement {
  const sheet = useQuery(sheetQuery(unit));
  const waiting = mine.unit?.code === unit ? mine.waiting : null;
  const given = useQuery({ ...handoverQuery(waiting?.id ?? ''), enabled: waiting !== null });
  return (
    <Answer of={sheet} rows={8}>{(now) => (
      <>
        <Steps unit={unit} mine={mine} waiting={waiting} night={new Set([...now.open, ...now.calls].filter((row) => row.takes !== null).map((row) => row.matter)).size} />
        <Sheet sheet={given.data?.sheet ?? now} signed={given.data ?? null} />
      </>
    )}</Answer>
  );
}

function Steps({ unit, mine, waiting, night }: { unit: string; mine: MyShift; waiting: MyShift['waiting']; night: number }): ReactElement {
  const say = useWords(shiftWords);
  const me = useMe();
  const { message } = App.useApp();
  const step = useStep();
  const own = waiting?.giver?.id === me.person;
  const give = async (): Promise<void> => { if (await step(['give', unit, mine.waiting?.id], (key) => giveShift(unit, key))) message.success(say('given')); };
  const take = async (): Promise<void> => {
    const answer = await step(['take', waiting?.id ?? unit], (key) => (waiting ? takeShift(waiting.id, key) : takeUngiven(unit, key)));
    if (answer) tell(answer);
  };
  const tell = ({ taken }: TakenAnswer): void => {
    const refused = taken.filter((row) => !row.done);
    message.success(say('taken', { n: taken.length - refused.length }));
    if (refused.length > 0) message.warning(say('notTaken', { n: refused.length, why: refused[0]?.why ?? '' }), 8);
  };
  return (
    <div className="no-print column shift-steps">
      <div className="line">
        <span className="grow">{waiting === null ? say('noneGiven') : own ? say('waitsOwn') : say('waits', { giver: waiting.giver?.name ?? '—' })}</span>
        {waiting === null && <Popconfirm placement="bottomRight" title={say('giveAsk')} okText={say('giveYes')} cancelText={say('notYet')} onConfirm={() => void give()}><Button>{say('give')}</Button></Popconfirm>}
        {!own && <Popconfirm placement="bottomRight" styles={{ root: { maxWidth: 'min(320px, calc(100vw - 96px))' } }} title={night > 0 ? say('takeAsk', { n: night }) : say('takeAskOnly')} okText={say('takeYes')} cancelText={say('notYet')} onConfirm={() => void take()}><Button type="primary">{say('take')}</Button></Popconfirm>}
        <Button href={paperAddress(waiting ?? { unit })} target="_blank">{say('print')}</Button>
      </div>
      {night > 0 && !own && <Alert type="info" showIcon title={say('nightWaits', { n: night })} />}
    </div>
  );
}
