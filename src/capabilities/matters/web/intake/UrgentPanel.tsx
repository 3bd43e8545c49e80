import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useId, useRef, useState, type ReactElement } from 'react';
import { DoneSign, KeyName, maskedPhone, Moment, Trouble, useLanguage, useShortcut, useWords } from '#ui/index.ts';
import { oddLength } from '#capabilities/customers/web/index.ts';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import type { Draft } from '../rules/draft.ts';
import { toldQuery } from './calls.ts';
import { DangerLines, DangerProposal } from './DangerLines.tsx';
import { intakeWords } from './words.ts';

interface Props { readonly draft: Draft; readonly kind: KindJson | null; readonly change: (part: Partial<Draft>) => void; readonly busy: boolean; readonly trouble: unknown; readonly send: (sentence: string) => void; readonly close: () => void }

/** 紧急上报: phone and place are in already; one sentence, and the alarm is out. The record is completed afterwards. */
export function UrgentPanel({ draft, kind, change, busy, trouble, send, close }: Props): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  // What was being written when the danger came up goes out with it; the sentence about the danger begins below.
  const [sentence, write] = useState(draft.content.trim() === '' ? '' : `${draft.content.trimEnd()}\n`);
  const field = useRef<TextAreaRef>(null);
  useEffect(() => field.current?.focus({ cursor: 'end' }), []);
  const { language } = useLanguage();
  const odd = draft.customer ? null : oddLength(draft.phone);
  const ready = sentence.trim() !== '' && !busy;
  useShortcut('Ctrl+Enter', () => { if (ready) send(sentence.trim()); }, { layer: 'panel' });
  useShortcut('Escape', close, { layer: 'panel' });
  const who = [draft.customer?.name ?? draft.name, draft.customer ? maskedPhone(draft.phone) : draft.phone, draft.place || draft.customer?.address || draft.address, kind?.title].filter(Boolean).join(' · ');
  return (
    <section className="urgent" aria-label={say('urgent')}>
      <div className="line"><h2>{say('urgent')}</h2><span>{who}</span></div>
      {odd && <span role="status" className="phone-odd">{odd[language]}</span>}
      <label htmlFor={id} className="unseen">{say('urgentHint')}</label>
      <Input.TextArea ref={field} id={id} rows={2} maxLength={2_000} placeholder={say('urgentHint')} value={sentence} onChange={(event) => write(event.target.value)} />
      {kind && <DangerProposal kind={kind} text={sentence} answers={draft.answers} change={(answers) => change({ answers })} />}
      {kind && <DangerLines kind={kind} answers={draft.answers} change={(answers) => change({ answers })} />}
      {trouble !== null && <Trouble trouble={trouble} />}
      <div className="line">
        <Button type="primary" loading={busy} disabled={!ready} onClick={() => send(sentence.trim())}>{say('urgentSend')} <KeyName>{say('keySave')}</KeyName></Button>
        <Button type="text" className="urgent-back" onClick={close}>{say('back')} <KeyName>Esc</KeyName></Button>
      </div>
    </section>
  );
}

/** After the alarm: its number to read out, and live who has seen it and when. */
export function AlarmBox({ urgent }: { urgent: NonNullable<Draft['urgent']> }): ReactElement {
  const say = useWords(intakeWords);
  const told = useQuery(toldQuery(urgent.id));
  const people = told.data ?? [];
  return (
    <section className="alarm-box" aria-label={say('whoRead')} aria-live="polite">
      <h1>{say('urgentSent', { number: urgent.number })}</h1>
      <p>{say('urgentRest')}</p>
      <h2>{say('whoRead')}</h2>
      {people.length === 0 && <p className="quiet">{say('nobodyTold')}</p>}
      <ul className="rows">{people.map((one) => <li key={one.name} className="line"><b>{one.name}</b>{one.handlingAt !== null ? <span className="told-handling"><DoneSign /> {say('isHandling')} <Moment at={one.handlingAt} /></span> : one.readAt === null ? <span className="quiet">{say('notRead')}</span> : <span><Moment at={one.readAt} /> {say('seen')}</span>}</li>)}</ul>
    </section>
  );
}
