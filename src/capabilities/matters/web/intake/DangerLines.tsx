import { Button } from 'antd';
import type { ReactElement } from 'react';
import { AttentionSign, DoneSign, useWords, type Answers } from '#ui/index.ts';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import { isSaid, proposedDangers, saying, type DangerJson } from './rules/dangers.ts';
import { intakeWords } from './words.ts';

/** 险情话术: what to tell a caller in danger at once, above everything else that could be said. Nothing where nobody is in danger. */
export function SafetyScript({ kind, answers }: { kind: KindJson; answers: Answers }): ReactElement | null {
  const say = useWords(intakeWords);
  const said = kind.dangers.filter((each) => isSaid(each, answers));
  if (said.length === 0) return null;
  return (
    <section className="safety" aria-label={say('safety')} aria-live="assertive">
      <h2>{say('safety')}</h2>
      {said.map((each) => <p key={each.title}><b>{each.title}</b> {each.say ?? say('noScript')}</p>)}
    </section>
  );
}

interface Props { readonly kind: KindJson; readonly answers: Answers; readonly change: (answers: Answers) => void }

/** The dangers of the kind as switches, each with its sentence beside it: nobody has to tick before he can read it out. */
export function DangerLines({ kind, answers, change }: Props): ReactElement | null {
  const say = useWords(intakeWords);
  if (kind.dangers.length === 0) return null;
  return (
    <ul className="dangers" aria-label={say('safety')}>
      {kind.dangers.map((each) => <DangerLine key={`${each.fact} ${each.value}`} danger={each} said={isSaid(each, answers)} turn={(on) => change(saying(each, on, answers, isMany(kind, each)))} />)}
    </ul>
  );
}

/** 看起来有险情: what the words typed propose by the policy, one press to accept. Nothing is ticked by itself. */
export function DangerProposal({ kind, text, answers, change, other = false }: Props & { readonly text: string; /** Of another kind than the one that is written: choosing it chooses that. */ readonly other?: boolean }): ReactElement | null {
  const say = useWords(intakeWords);
  const proposed = proposedDangers(kind.dangers, text, answers);
  if (proposed.length === 0) return null;
  return (
    <p className="line danger-proposal" role="status">
      <AttentionSign /> {say('dangerProposed')}
      {proposed.map((each) => <Button key={`${each.fact} ${each.value}`} size="small" onClick={() => change(saying(each, true, answers, isMany(kind, each)))}>{other ? say('dangerIsOther', { title: each.title, kind: kind.title }) : say('dangerIs', { title: each.title })}</Button>)}
    </p>
  );
}

const isMany = ({ asks }: KindJson, { fact }: DangerJson): boolean => asks.some((ask) => ask.name === fact && ask.type === 'many');

function DangerLine({ danger, said, turn }: { danger: DangerJson; said: boolean; turn: (on: boolean) => void }): ReactElement {
  return (
    <li className={said ? 'line danger-on' : 'line'}>
      <Button size="small" aria-pressed={said} className={said ? 'chip chip-on' : 'chip'} onClick={() => turn(!said)}>{said && <DoneSign />}{danger.title}</Button>
      {danger.say !== null && <span>{danger.say}</span>}
    </li>
  );
}
