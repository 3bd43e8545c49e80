import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Slider } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, ClauseChip, isoText, Moment, NearSign, OverdueSign, SeverityFlag, useClock, useMinute, useWords } from '#ui/index.ts';
import { useSeverityLevel } from '#capabilities/policies/web/index.ts';
import type { AheadStep } from '../contract.ts';
import { aheadQuery } from './calls.ts';
import { deskWords } from './words.ts';

const HOUR = 3_600_000;
const WEEK = 168;
const marksOf = (days: (n: number) => string): Record<number, string> => Object.fromEntries([1, 3, 5, 7].map((n) => [n * 24, days(n)]));

/** 看以后: drag to an instant, and see what will be overdue by then and who hears of it, if nobody acts. Nothing is written. */
export function Ahead({ close }: { close: () => void }): ReactElement {
  const say = useWords(deskWords);
  const { zone } = useClock();
  const now = useMinute();
  const [begun] = useState(now);
  const [hours, setHours] = useState(24);
  const [asked, ask] = useState(24);
  const until = begun + hours * HOUR;
  const found = useQuery(aheadQuery(isoText(begun + asked * HOUR, zone)));
  return (
    <section className="ahead" aria-label={say('ahead')}>
      <div className="ahead-head">
        <h2>{say('aheadTitle')}</h2>
        <span>{say('aheadUntil')} <b><Moment at={isoText(until, zone)} /></b></span>
        <Slider className="ahead-slider" min={1} max={WEEK} value={hours} onChange={setHours} onChangeComplete={ask} marks={marksOf((n) => say('aheadDays', { n }))}
          tooltip={{ formatter: (n) => say('aheadHours', { n: n ?? 0 }) }} ariaLabelForHandle={say('aheadUntil')} />
        <Button type="link" onClick={close}>{say('close')}</Button>
      </div>
      <Answer of={found} rows={3}>{({ steps, looked, all }) => <><Steps steps={steps} />{looked < all && <p className="quiet">{say('aheadSome', { looked, all })}</p>}</>}</Answer>
    </section>
  );
}

/** A matter may have several limits; people count matters. */
const mattersIn = (steps: readonly AheadStep[]): number => new Set(steps.map((step) => step.matter.id)).size;

function Steps({ steps }: { steps: readonly AheadStep[] }): ReactElement {
  const say = useWords(deskWords);
  const level = useSeverityLevel();
  if (steps.length === 0) return <p className="quiet">{say('aheadNothing')}</p>;
  const told = steps.reduce((sum, step) => sum + step.told.length, 0);
  const late = steps.filter((step) => step.breach);
  return (
    <>
      <p role="status"><b>{late.length === 0 ? say('aheadNoneLate', { m: mattersIn(steps), told }) : say('aheadSum', { m: mattersIn(late), n: late.length, told })}</b></p>
      <ul className="ahead-steps">{steps.map((step, index) => (
        <li key={index}>
          <Moment at={step.at} />
          <span className="tag">{step.breach ? <OverdueSign /> : <NearSign />} {step.breach ? say('aheadBreach') : say('aheadReminder')}</span>
          <span className="cut"><SeverityFlag peril={step.matter.peril} title={step.matter.severityTitle} level={level(step.matter.kind, step.matter.severity)} /> <Link to="/matters/$id" params={{ id: step.matter.id }}>{step.matter.subject}</Link> · {step.title}<span className="quiet"> → {step.told.length > 0 ? say('aheadTold', { who: step.told.join('、') }) : say('aheadNobody')}</span></span>
          <ClauseChip clause={step.clause} />
        </li>
      ))}</ul>
    </>
  );
}
