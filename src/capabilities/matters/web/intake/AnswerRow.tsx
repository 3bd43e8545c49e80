import { Select } from 'antd';
import { useEffect, useId, useState, type ReactElement } from 'react';
import { AskField, instantOf, momentText, useClock, useLanguage, useMinute, useWords, type Ask } from '#ui/index.ts';
import type { IntakeForecast } from '../../contract.ts';
import type { Draft } from '../rules/draft.ts';
import { replyTimes } from './rules/reply-times.ts';
import { intakeWords } from './words.ts';

interface Props {
  readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly ask: Ask | null; readonly forecast: IntakeForecast | undefined;
  /** Who gets it, chosen or proposed. */
  readonly to: string;
  /** The try that was stopped for want of a receiver; 0 = none. */
  readonly missed: number;
  /** Nothing above it is missing: it gets the focus. */
  readonly first: boolean;
}

/** Until when an answer is promised, and to whom it goes: where the policy passes it on itself, that is only told. */
export function AnswerRow({ draft, change, ask, forecast, to, missed, first }: Props): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  const routed = forecast?.routed;
  const nobody = missed > 0 && to === '';
  useEffect(() => {
    if (nobody && first) document.getElementById(`${id}-to`)?.focus();
  }, [nobody, first, missed, id]);
  return (
    <div className="answer-row">
      {ask && <AnswerTime ask={ask} value={draft.answers[ask.name]} change={(value) => change({ answers: { ...draft.answers, [ask.name]: value } })} />}
      {routed ? <div className="field"><span className="field-label">{say('forwardTo')}</span><span>{say('routed', { to: routed.to })}</span></div>
        : <AskField ask={{ name: 'to', title: say(draft.to === null && to !== '' ? 'forwardToProposed' : 'forwardTo'), type: 'bearer', values: [], required: false, clause: [] }} id={`${id}-to`} value={to} wrong={nobody ? say(draft.urgent ? 'receiverNeededUrgent' : 'receiverNeeded') : ''} change={(next) => change({ to: typeof next === 'string' ? next : '' })} />}
    </div>
  );
}

const OTHER = 'other';

/** The times people promise, with one press; any other by hand. */
function AnswerTime({ ask, value, change }: { ask: Ask; value: unknown; change: (value: unknown) => void }): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useMinute();
  const [byHand, setByHand] = useState(false);
  const chosen = typeof value === 'string' ? value : '';
  const spoken = (time: string): string => momentText(instantOf(time) ?? 0, now, zone, language, true);
  if (byHand) return <AskField ask={{ ...ask, clause: [] }} id={id} value={value} change={change} />;
  const times = [...new Set([...replyTimes(now, zone), ...(chosen === '' ? [] : [chosen])])];
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">{ask.title}</label>
      <Select id={id} allowClear value={chosen === '' ? null : chosen} placeholder="—" options={[...times.map((time) => ({ value: time, label: spoken(time) })), { value: OTHER, label: say('otherTime') }]}
        onChange={(next: string | null | undefined) => (next === OTHER ? setByHand(true) : change(next ?? undefined))} />
    </div>
  );
}
