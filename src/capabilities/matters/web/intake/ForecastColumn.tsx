import type { UseQueryResult } from '@tanstack/react-query';
import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { ClauseChips, partWords, problemText, SeverityFlag, useWords } from '#ui/index.ts';
import { useSeverityLevel, type KindJson } from '#capabilities/policies/web/index.ts';
import type { MatterJson } from '../../contract.ts';
import { ObligationTime } from '../ObligationTime.tsx';
import { severityOf } from '../rules/acts.ts';
import { placedAsks, type Draft } from '../rules/draft.ts';
import { clausesOf, owed } from '../rules/limits.ts';
import { intakeWords } from './words.ts';

interface Props { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly kind: KindJson | null; readonly forecast: UseQueryResult<MatterJson> }

/** 保存后会发生: the severity with its reason, and who will owe what until when, before anything is saved. */
export function ForecastColumn({ draft, change, kind, forecast }: Props): ReactElement {
  const say = useWords(intakeWords);
  const sayCommon = useWords(partWords);
  return (
    <section className="intake-forecast" aria-label={say('willHappen')} aria-live="polite">
      <h2>{say('willHappen')}</h2>
      {kind && forecast.data && <Severity draft={draft} change={change} kind={kind} matter={forecast.data} />}
      {forecast.error !== null && <p className="quiet">{say('notKnownYet', { why: problemText(forecast.error, sayCommon) })}</p>}
      {forecast.data ? <Consequences matter={forecast.data} /> : forecast.error === null && <p className="quiet">{say('willHappenEmpty')}</p>}
    </section>
  );
}

function Consequences({ matter }: { matter: MatterJson }): ReactElement {
  const say = useWords(intakeWords);
  const rows = owed(matter.obligations);
  if (rows.length === 0) return <p className="quiet">{say('noObligations')}</p>;
  return (
    <ul className="rows">
      {rows.map((one) => (
        <li key={one.id}>
          <div className="line"><b>{one.title}</b><ObligationTime obligation={one} /></div>
          <div className="quiet">{one.bearerTitle} <ClauseChips clauses={clausesOf(one)} /></div>
        </li>
      ))}
    </ul>
  );
}

/** The proposed severity and why; changed with one press, and back to the proposal with another. */
function Severity({ draft, change, kind, matter }: { draft: Draft; change: (part: Partial<Draft>) => void; kind: KindJson; matter: MatterJson }): ReactElement | null {
  const say = useWords(intakeWords);
  const level = useSeverityLevel();
  const placed = placedAsks(kind.asks, kind.axes);
  const asked = placed.axes.find((ask) => ask.name === 'severity');
  const severity = severityOf(matter);
  if (!asked && severity.title === null) return null;
  const chosen = typeof draft.answers['severity'] === 'string' ? draft.answers['severity'] : '';
  const ticked = placed.ticks.filter((ask) => draft.answers[ask.name] === true).map((ask) => ask.title);
  // The policy lists the levels from the heaviest; the last one is what remains when no fact makes it heavier.
  const remaining = asked?.values.at(-1)?.id === severity.value;
  const put = (value: string): void => change({ answers: { ...draft.answers, severity: value === '' ? undefined : value } });
  return (
    <div className="severity-box">
      <p><SeverityFlag title={say(chosen === '' ? 'proposed' : 'chosen', { title: severity.title ?? '—' })} level={level(kind.id, severity.value)} /></p>
      {chosen === '' && <p className="quiet">{ticked.length > 0 ? say(remaining ? 'notEnough' : 'because', { facts: ticked.join('、') }) : say('becauseNothing')}</p>}
      {asked && <Segmented aria-label={say('change')} value={chosen} onChange={put} options={[{ value: '', label: say('backToProposal') }, ...asked.values.map((value) => ({ value: value.id, label: value.title }))]} />}
    </div>
  );
}
