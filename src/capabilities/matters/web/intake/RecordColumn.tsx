import { Button, Input, Segmented, Select } from 'antd';
import { useId, type ReactElement } from 'react';
import { AskField, AskForm, Trouble, useWords } from '#ui/index.ts';
import type { KindJson } from '#capabilities/policies/web/index.ts';
import { channels } from '../../contract.ts';
import { channelWords } from '../channels.ts';
import { placedAsks, type Draft } from '../rules/draft.ts';
import { FactChips } from './FactChips.tsx';
import { intakeWords } from './words.ts';

interface Props {
  readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly chooseKind: (kind: string) => void; readonly drop: () => void; readonly kinds: readonly KindJson[]; readonly kind: KindJson | null;
  readonly lacks: readonly string[]; readonly busy: boolean; readonly trouble: unknown; readonly submit: (forward: boolean) => void;
}

/** What is recorded: kind, words, facts, and to whom it goes. */
export function RecordColumn({ draft, change, chooseKind, drop, kinds, kind, lacks, busy, trouble, submit }: Props): ReactElement {
  const say = useWords(intakeWords);
  const sayChannel = useWords(channelWords);
  const id = useId();
  const placed = placedAsks(kind?.asks ?? [], kind?.axes ?? []);
  return (
    <section className="intake-record" aria-label={say('title')}>
      <div className="line kinds">
        <Segmented aria-label={say('kind')} value={draft.kind} onChange={chooseKind} options={kinds.map((one) => ({ value: one.id, label: one.title }))} />
        <Select aria-label={say('channel')} value={draft.channel} onChange={(channel: Draft['channel']) => change({ channel })} options={channels.map((one) => ({ value: one, label: sayChannel(one) }))} popupMatchSelectWidth={false} />
      </div>
      {lacks.includes('kind') && <span role="alert" className="field-says">{say('kindNeeded')}</span>}
      <label htmlFor={id} className="field-label">{say('content')}</label>
      <Input.TextArea id={id} autoSize={{ minRows: 4, maxRows: 12 }} maxLength={20_000} placeholder={say('contentHint')} value={draft.content} onChange={(event) => change({ content: event.target.value })} {...(lacks.includes('content') ? { status: 'error' as const } : {})} />
      {lacks.includes('content') && <span role="alert" className="field-says">{say('contentNeeded')}</span>}
      <FactChips asks={placed.ticks} answers={draft.answers} change={(answers) => change({ answers })} />
      <AskForm asks={placed.rest} answers={draft.answers} change={(answers) => change({ answers })} />
      <AskField ask={{ name: 'to', title: say('forwardTo'), type: 'bearer', values: [], required: false, clause: [] }} id={`${id}-to`} value={draft.to} change={(to) => change({ to: typeof to === 'string' ? to : '' })} />
      {trouble !== null && <><Trouble trouble={trouble} /><p className="quiet">{say('keptText')}</p></>}
      <div className="intake-buttons">
        <Button type="primary" loading={busy} onClick={() => submit(true)}>{say('saveAndForward')} <small>{say('keyForward')}</small></Button>
        <Button loading={busy} onClick={() => submit(false)}>{say('save')} <small>{say('keySave')}</small></Button>
        <Button type="text" onClick={drop}>{say('dropDraft')}</Button>
        <span className="quiet">{say('autosaved')}</span>
      </div>
    </section>
  );
}
