import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ClauseChips, instantOf, momentText, partWords, Problem, problemText, useClock, useLanguage, useMinute, useWords } from '#ui/index.ts';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import type { AskJson, IntakeForecast, ObligationJson } from '../../contract.ts';
import { ObligationTime } from '../ObligationTime.tsx';
import type { Draft, PlacedAsks } from '../rules/draft.ts';
import { clausesOf, owed } from '../rules/limits.ts';
import { SafetyScript } from './DangerLines.tsx';
import { ScriptBox } from './ScriptBox.tsx';
import { SeverityBox } from './SeverityBox.tsx';
import { intakeWords } from './words.ts';

interface Props { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly kind: KindJson | null; readonly placed: PlacedAsks<AskJson>; readonly forecast: UseQueryResult<IntakeForecast> }

/** What keeps the caller safe comes first; then 保存后会发生: the severity with its reason, and who will owe what until when, before anything is saved. */
export function ForecastColumn({ draft, change, kind, placed, forecast }: Props): ReactElement {
  const say = useWords(intakeWords);
  const sayCommon = useWords(partWords);
  // Without the network nobody knows: what was forecast for other words is no longer said.
  const unknown = forecast.fetchStatus === 'paused' ? new Problem('offline') : forecast.error;
  const data = unknown === null ? forecast.data : undefined;
  return (
    <section className="intake-forecast" aria-label={say('willHappen')} aria-live="polite">
      {kind && <SafetyScript kind={kind} answers={draft.answers} />}
      <h2>{say('willHappen')}</h2>
      {kind && data && <SeverityBox draft={draft} change={change} kind={kind} placed={placed} forecast={data} />}
      {unknown !== null && <p className="quiet">{say('notKnownYet', { why: problemText(unknown, sayCommon) })}</p>}
      {data?.forwardRefused && <p className="quiet" role="note">{say('forwardRefused', { why: data.forwardRefused })}</p>}
      {data ? <Consequences forecast={data} /> : unknown === null && <p className="quiet">{say('willHappenEmpty')}</p>}
      {kind && data && <ScriptBox draft={draft} kind={kind} placed={placed} forecast={data} />}
    </section>
  );
}

function Consequences({ forecast }: { forecast: IntakeForecast }): ReactElement {
  const say = useWords(intakeWords);
  const { language } = useLanguage();
  const { obligations } = forecast.matter;
  const met = obligations.filter((one) => one.state === 'met');
  const rows = owed(obligations);
  if (rows.length === 0 && met.length === 0 && forecast.tells.length === 0) return <p className="quiet">{say('noObligations')}</p>;
  return (
    <ul className="rows follows">
      {met.map((one) => <li key={one.id}><div className="line"><b>{one.title}</b><span className="quiet">{say('withSaving')}</span><ClauseChips clauses={clausesOf(one)} /></div></li>)}
      {forecast.tells.map(({ to, clause, ours }) => <li key={to.join()}><div className="line"><b>{say('tellsNow')}</b><span>{to.join(language === 'zh' ? '、' : ', ')}</span><ClauseChips clauses={clause} />{ours !== null && <span className="tag tag-ours" title={ours}>{say('ours')}</span>}</div></li>)}
      {rows.map((one) => <Row key={one.id} one={one} climbs={forecast.climbs[one.id] ?? []} />)}
    </ul>
  );
}

function Row({ one, climbs }: { one: ObligationJson; climbs: IntakeForecast['climbs'][string] }): ReactElement {
  const say = useWords(intakeWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useMinute();
  const due = instantOf(one.dueAt) ?? Infinity;
  // Before the limit people are reminded; whom it climbs to when it is not kept, one wants to know.
  const steps = climbs.filter((step) => (instantOf(step.at) ?? 0) >= due).map((step) => say('climbStep', { when: momentText(instantOf(step.at) ?? 0, now, zone, language), who: step.says }));
  return (
    <li>
      <div className="line"><b>{one.title}</b><ObligationTime obligation={one} /></div>
      <div className="quiet">{one.bearerTitle} <ClauseChips clauses={clausesOf(one)} />{one.ours !== null && <> <span className="tag tag-ours" title={one.ours}>{say('ours')}</span></>}</div>
      {steps.length > 0 && <div className="quiet">{say('climbs', { steps: steps.join(language === 'zh' ? '，' : ', ') })}</div>}
    </li>
  );
}
