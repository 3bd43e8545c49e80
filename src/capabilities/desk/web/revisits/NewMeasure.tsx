import { Button, Input } from 'antd';
import { useId, type ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { AgreedTime } from './AgreedTime.tsx';
import type { Measure } from './measure.ts';
import { revisitWords } from './words.ts';

const REASONS = ['notSolved', 'cameBack', 'tooSlow', 'unfriendly'] as const;

interface Props { readonly measure: Measure; readonly change: (measure: Measure) => void; readonly wrong: boolean }

/** Not satisfied: why, with one press, and what is done now; person and time are proposed. */
export function NewMeasure({ measure, change, wrong }: Props): ReactElement {
  const say = useWords(revisitWords);
  const id = useId();
  return (
    <section className="revisit-measure">
      <div className="chips" role="group" aria-label={say('why')}><span className="field-label">{say('why')}</span>{REASONS.map((one) => (
        <Button key={one} aria-pressed={measure.reason === say(one)} className={measure.reason === say(one) ? 'chip chip-on' : 'chip'} onClick={() => change({ ...measure, reason: say(one) })}>{say(one)}</Button>
      ))}</div>
      <label htmlFor={id} className="field-label">{say('measure')}</label>
      <Input id={id} maxLength={500} value={measure.what} onChange={(event) => change({ ...measure, what: event.target.value })} />
      <Input aria-label={say('measureWho')} maxLength={100} addonBefore={say('measureWho')} value={measure.who} onChange={(event) => change({ ...measure, who: event.target.value })} />
      <AgreedTime title={say('measureBy')} value={measure.by} change={(by) => change({ ...measure, by })} />
      {wrong && <p className="wrong" role="alert">{say('measureMissing')}</p>}
    </section>
  );
}
