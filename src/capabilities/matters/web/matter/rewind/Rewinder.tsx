import { useQuery } from '@tanstack/react-query';
import { Button, Slider } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, Moment, UrgencyChip, useWords } from '#ui/index.ts';
import type { EventJson, MatterJson } from '../../../contract.ts';
import { eventsQuery, notifiedQuery } from '../../calls.ts';
import { stateAfter, type OwedThen, type Then } from '../../rules/rewind.ts';
import { told } from '../../rules/timeline.ts';
import { EventLine } from '../timeline/EventLine.tsx';
import { pageWords } from '../words.ts';
import { useBearerNames } from './useBearerNames.ts';
import './rewind.css';

/** 案件倒带: the case as it was known at an instant, for the review meeting. Nothing can be done here, and nothing of what came later shows. */
export function Rewinder({ matter, end }: { matter: MatterJson; end: () => void }): ReactElement {
  const say = useWords(pageWords);
  const events = useQuery(eventsQuery(matter.id));
  return (
    <section className="rewind" aria-label={say('rewind')}>
      <div className="line rewind-head"><h2>{say('rewind')}</h2><span className="quiet">{say('rewindMeans')}</span><Button onClick={end}>{say('rewindEnd')}</Button></div>
      <Answer of={events}>{(found) => <Tape events={found} matter={matter} />}</Answer>
    </section>
  );
}

function Tape({ events, matter }: { events: readonly EventJson[]; matter: MatterJson }): ReactElement | null {
  const say = useWords(pageWords);
  const names = useBearerNames(matter, events);
  const [step, setStep] = useState(events.length);
  const heard = (useQuery(notifiedQuery(matter.id)).data ?? []).map((one) => ({ name: one.person.name, at: one.at }));
  const then = stateAfter(events, step, matter, names, heard);
  if (!then) return null;
  const marks = Object.fromEntries(events.flatMap((event, at) => ('stage' in event.body ? [[at + 1, { label: null }]] : [])));
  return (
    <>
      <div className="rewind-tape">
        <Button aria-label={say('earlierStep')} disabled={step <= 1} onClick={() => setStep(step - 1)}>←</Button>
        <Slider className="rewind-slider" min={1} max={events.length} value={step} onChange={setStep} marks={marks} ariaLabelForHandle={say('rewind')} autoFocus
          tooltip={{ placement: 'bottom', formatter: (at) => `${events[(at ?? 1) - 1]?.title ?? ''}` }} />
        <Button aria-label={say('laterStep')} disabled={step >= events.length} onClick={() => setStep(step + 1)}>→</Button>
        <b className="rewind-when"><Moment at={then.event.occurredAt} /></b>
        <span className="quiet">{say('rewindPlace', { n: step, all: events.length })}</span>
      </div>
      <Known then={then} />
    </>
  );
}

function Known({ then }: { then: Then }): ReactElement {
  const say = useWords(pageWords);
  const [line] = told([then.event]);
  return (
    <div className="rewind-known" aria-live="polite">
      <section aria-label={say('rewindStep')}><h3>{say('rewindStep')}</h3>{line && <ol className="timeline"><EventLine told={line} files={[]} /></ol>}</section>
      <section aria-label={say('rewindStage')}>
        <h3>{say('rewindStage')}</h3>
        <p><b className="rewind-stage">{then.stage}</b></p>
        <h3>{say('rewindFacts')}</h3>
        {then.facts.length === 0 && <p className="quiet">{say('rewindNoFacts')}</p>}
        <dl className="facts">{then.facts.map((fact) => <div key={fact.title}><dt>{fact.title}</dt><dd>{fact.value}</dd></div>)}</dl>
      </section>
      <section aria-label={say('rewindOwed')}>
        <h3>{say('rewindOwed')}</h3>
        {then.owed.length === 0 && <p className="quiet">{say('rewindNothingOwed')}</p>}
        <ul className="rows">{then.owed.map((one, at) => <li key={`${one.title}-${at}`}><Owed owed={one} /></li>)}</ul>
        <h3>{say('rewindKnew')}</h3>
        <Knew then={then} />
      </section>
    </div>
  );
}

function Owed({ owed }: { owed: OwedThen }): ReactElement {
  const say = useWords(pageWords);
  const late = owed.state === 'breached';
  return (
    <>
      <b>{owed.title}</b> <span className="quiet">{owed.bearer || say('nobodyYet')}</span>
      <div className="line">{late && <UrgencyChip limit={{ state: 'breached', startedAt: 0, dueAt: null, standsStill: false, runsAgainAt: null }} />}<Moment at={owed.dueAt === null ? null : new Date(owed.dueAt).toISOString()} end /></div>
    </>
  );
}

function Knew({ then }: { then: Then }): ReactElement {
  return <ul className="rows rewind-knew">{then.knew.map((one) => <li key={one.name}>{one.name} <span className="quiet"><Moment at={one.since} /></span></li>)}</ul>;
}
