import { Alert, App, Button, Input, Segmented, Select } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { AttentionSign, KeyName, StillSaving, Trouble, useConfirm, useWords } from '#ui/index.ts';
import type { ActBody, MatterJson, PossibleAct } from '../../../contract.ts';
import { answeringAct, wordsField } from '../../rules/acts.ts';
import { promiseWords, promisingAct } from '../../rules/promise-words.ts';
import { useAct } from '../../useAct.ts';
import { matterWords } from '../../words.ts';
import { useKept } from '../useKept.ts';
import { pageWords } from '../words.ts';

type Mode = 'contact' | 'internal' | 'answer';
interface Writing { readonly mode: Mode; readonly text: string; readonly how: string }
const EMPTY: Writing = { mode: 'contact', text: '', how: 'phone' };
const TITLES = { contact: 'composeContact', internal: 'composeInternal', answer: 'composeAnswer' } as const;
const HINTS = { contact: 'contactHint', internal: 'internalHint', answer: 'answerHint' } as const;

/**
 * The line to write in, above the timeline: what was said with the customer, a note among colleagues, or the answer itself.
 * It writes facts down and is therefore always there, as long as the matter takes notes. What is typed is kept on this machine.
 */
export function Composer({ matter, acts, choose }: { matter: MatterJson; acts: readonly PossibleAct[]; choose: (act: string) => void }): ReactElement | null {
  const say = useWords(pageWords);
  const id = useId();
  const { message } = App.useApp();
  const { busy, outcome, submit } = useAct(matter.id);
  const [writing, write, forget] = useKept<Writing>(`compose.${matter.id}`, () => EMPTY);
  const [open, setOpen] = useState(writing.text !== '');
  const answering = answeringAct(acts);
  const mode = writing.mode === 'answer' && !answering ? 'contact' : writing.mode;
  const modes: readonly Mode[] = answering ? ['contact', 'internal', 'answer'] : ['contact', 'internal'];
  const save = async (): Promise<void> => {
    if (busy || writing.text.trim() === '') return;
    if (await submit(bodyOf({ ...writing, mode }, answering))) {
      message.success(say(mode === 'answer' ? 'answered' : 'noted'));
      forget();
      write({ ...EMPTY, mode, how: writing.how });
    } else if (mode === 'answer' && answering) choose(answering.act);
  };
  const hear = useConfirm(() => void save());
  if (!acts.some((act) => act.act === 'note' && act.allowed)) return null;
  return (
    <section className="composer" aria-label={say('compose')} onKeyDown={hear} onFocus={() => setOpen(true)}>
      <div className="line">
        <Segmented<Mode> value={mode} onChange={(next) => write({ ...writing, mode: next })} options={modes.map((one) => ({ value: one, label: say(TITLES[one]) }))} />
        {mode !== 'internal' && <HowReached value={writing.how} change={(how) => write({ ...writing, how })} />}
      </div>
      <label htmlFor={id} className="unseen">{say(TITLES[mode])}</label>
      <Input.TextArea id={id} placeholder={say(HINTS[mode])} maxLength={20_000} autoSize={{ minRows: open ? 2 : 1, maxRows: 8 }} value={writing.text} onChange={(event) => write({ ...writing, mode, text: event.target.value })} />
      {mode !== 'internal' && <Promised text={writing.text} acts={acts} choose={choose} />}
      {outcome?.is === 'trouble' && <Trouble trouble={outcome.trouble} />}
      {outcome?.is === 'refused' && <Alert type="warning" showIcon role="alert" title={outcome.refusals.map((refusal) => refusal.text).join('；')} />}
      {open && <SaveLine title={say(mode === 'answer' ? 'recordAnswer' : 'record')} busy={busy} empty={writing.text.trim() === ''} save={() => void save()} />}
    </section>
  );
}

/** 这算承诺: said while it is written, never in the way. Nothing where the policy knows no promise. */
function Promised({ text, acts, choose }: { text: string; acts: readonly PossibleAct[]; choose: (act: string) => void }): ReactElement | null {
  const say = useWords(pageWords);
  const words = promiseWords(text);
  const act = promisingAct(acts);
  if (words.length === 0 || act === null) return null;
  return <p className="line promised" role="status"><AttentionSign /> {say('isPromise', { words: words.map((word) => `“${word}”`).join('') })} <Button type="link" className="flush" onClick={() => choose(act.act)}>{act.title}</Button></p>;
}

function SaveLine({ title, busy, empty, save }: { title: string; busy: boolean; empty: boolean; save: () => void }): ReactElement {
  const say = useWords(matterWords);
  return <div className="line"><Button loading={busy} disabled={empty} onClick={save}>{title}</Button><StillSaving busy={busy}><KeyName>{say('confirmKeys')}</KeyName></StillSaving></div>;
}

function HowReached({ value, change }: { value: string; change: (how: string) => void }): ReactElement {
  const say = useWords(pageWords);
  const ways = [['phone', 'byPhone'], ['visit', 'byVisit'], ['message', 'byMessage'], ['letter', 'byLetter']] as const;
  return <Select aria-label={say('howReached')} value={value} onChange={change} options={ways.map(([how, word]) => ({ value: how, label: say(word) }))} />;
}

/** A contact says how it was made; a note among colleagues does not, and so never looks like one. */
function bodyOf({ mode, text, how }: Writing, answering: PossibleAct | null): ActBody {
  const said = text.trim();
  if (mode === 'answer' && answering) return { act: answering.act, fields: { [wordsField(answering)]: said, how } };
  return { act: 'note', fields: mode === 'contact' ? { text: said, how } : { text: said } };
}
