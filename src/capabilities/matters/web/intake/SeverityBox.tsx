import { Button } from 'antd';
import type { ReactElement } from 'react';
import { ClauseChips, PerilSign, SeverityFlag, useWords } from '#ui/index.ts';
import { useSeverityLevel, type KindJson } from '#capabilities/policies/web/index.ts';
import type { AskJson, IntakeForecast } from '../../contract.ts';
import { severityOf } from '../rules/acts.ts';
import type { Draft, PlacedAsks } from '../rules/draft.ts';
import { isSaid } from './rules/dangers.ts';
import { intakeWords } from './words.ts';

interface Props { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly kind: KindJson; readonly placed: PlacedAsks<AskJson>; readonly forecast: IntakeForecast }

const REASONS = ['reasonCustomer', 'reasonLeader', 'reasonRepeated', 'reasonMilder'] as const;

/** The proposed severity and why; changed with one press and a reason with another, and back to the proposal with one. */
export function SeverityBox({ draft, change, kind, placed, forecast }: Props): ReactElement | null {
  const say = useWords(intakeWords);
  const level = useSeverityLevel();
  const asked = placed.axes.find((ask) => ask.name === 'severity');
  const severity = severityOf(forecast.matter);
  if (!asked && severity.title === null) return null;
  const proposed = forecast.proposed['severity'];
  const chosen = typeof draft.answers['severity'] === 'string' ? draft.answers['severity'] : '';
  const put = (value: string): void => change({ answers: { ...draft.answers, severity: value === chosen || value === proposed?.value ? undefined : value }, reason: '' });
  return (
    <div className="severity-box">
      <div className="line">
        <PerilSign peril={forecast.matter.peril} /><SeverityFlag title={say(chosen === '' ? 'proposed' : 'chosen', { title: severity.title ?? '—' })} level={level(kind.id, severity.value)} />
        {proposed && <ClauseChips clauses={proposed.clause} />}
      </div>
      {chosen === '' ? <Because draft={draft} kind={kind} placed={placed} lightest={asked?.values.at(-1)?.id === severity.value} /> : proposed && <WhyAnother draft={draft} change={change} proposed={proposed.title} />}
      {asked && <div className="chips" role="group" aria-label={say('change')}>{asked.values.map((value) => <Button key={value.id} aria-pressed={severity.value === value.id} className={severity.value === value.id ? 'chip chip-on' : 'chip'} onClick={() => put(value.id)}>{value.title}</Button>)}{chosen !== '' && <Button type="text" onClick={() => put(chosen)}>{say('backToProposal')}</Button>}</div>}
    </div>
  );
}

/** The policy lists the levels from the heaviest; the last one is what remains when no fact makes it heavier. */
function Because({ draft, kind, placed, lightest }: { draft: Draft; kind: KindJson; placed: PlacedAsks<AskJson>; lightest: boolean }): ReactElement {
  const say = useWords(intakeWords);
  const ticked = placed.ticks.filter((ask) => draft.answers[ask.name] === true).map((ask) => ask.title);
  if (lightest && kind.dangers.some((each) => isSaid(each, draft.answers))) return <p className="quiet">{say('dangerAnyway')}</p>;
  return <p className="quiet">{ticked.length > 0 ? say(lightest ? 'notEnough' : 'because', { facts: ticked.join('、') }) : say('becauseNothing')}</p>;
}

function WhyAnother({ draft, change, proposed }: { draft: Draft; change: (part: Partial<Draft>) => void; proposed: string }): ReactElement {
  const say = useWords(intakeWords);
  return (
    <div className="chips">
      <span className="quiet">{say('insteadOf', { title: proposed })}</span>
      {REASONS.map((reason) => <Button key={reason} aria-pressed={draft.reason === say(reason)} className={draft.reason === say(reason) ? 'chip chip-on' : 'chip'} onClick={() => change({ reason: draft.reason === say(reason) ? '' : say(reason) })}>{say(reason)}</Button>)}
    </div>
  );
}
