import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { instantOf, KeyName, momentText, Trouble, useClock, useLanguage, useMinute, useNumbers, useShortcut, useSubmission, useWords } from '#ui/index.ts';
import { customerQuery } from '#capabilities/customers/web/index.ts';
import type { CustomerCard } from '#capabilities/customers/contract.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import { act } from '../calls.ts';
import { MatterLine } from '../MatterLine.tsx';
import { useKept } from '../matter/useKept.ts';
import { promisedOf } from './rules/promised.ts';
import { intakeWords } from './words.ts';

interface Props { readonly customer: string; /** The draft from which it was opened. */ readonly draft: string; readonly matter: string; readonly words: string; readonly done: (number: string, times: number) => void; readonly close: () => void }

/** The second call is no second matter: what can be told, and 催办 with two presses. */
export function TellPanel({ customer, draft, matter, words, done, close }: Props): ReactElement | null {
  const say = useWords(intakeWords);
  const card = useQuery(customerQuery(customer));
  const row = card.data?.open.find((each) => each.id === matter);
  return row ? <section className="tell" aria-label={say('tell')}><Telling key={row.id} row={row} draft={draft} words={words} done={done} close={close} /></section> : null;
}

function Telling({ row, draft, words, done, close }: Omit<Props, 'customer' | 'matter'> & { row: CustomerCard['open'][number] }): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  const panel = useNumbers<HTMLDivElement>();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const submission = useSubmission();
  // Closed without sending (Esc), it is there when the panel comes again; what was written in the draft meanwhile is added.
  const [kept, setText, forget] = useKept(`chase.${draft}.${row.id}`, () => words);
  const [begun] = useState(kept.includes(words) ? kept : [kept, words].filter(Boolean).join('\n'));
  const [typed, type] = useState(false);
  const text = typed ? kept : begun;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const times = (row.told?.chased ?? 0) + 1;
  const chase = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    const body = { act: 'chase', fields: text.trim() === '' ? {} : { text: text.trim() } };
    try {
      await act(row.id, body, submission.keyFor([row.id, body]));
      submission.done();
      forget();
      for (const name of ['customer', 'desk', 'similar']) void cache.invalidateQueries({ queryKey: [name] });
      message.success(say('chased', { number: row.number, n: times }));
      done(row.number, times);
    } catch (failed) {
      setTrouble(failed);
      setBusy(false);
    }
  };
  useShortcut('Ctrl+Enter', () => void chase(), { layer: 'panel' });
  useShortcut('Escape', close, { layer: 'panel' });
  return (
    <div ref={panel} className="column">
      <h2>{say('tell')}</h2>
      <p className="tell-says"><Said row={row} /></p>
      <p className="quiet">
        {row.told?.handler && <>{say('handledBy', { who: row.told.handler })} · </>}
        {row.told !== null && row.told.chased > 0 ? <>{say('chasedTimes', { n: row.told.chased })}<Last at={row.told.chasedAt} /></> : row.number}
      </p>
      <MatterLine row={row} />
      <label htmlFor={id} className="field-label">{say('chaseMore')}</label>
      <div data-keytip="1"><Input.TextArea id={id} value={text} autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2_000} onChange={(event) => { type(true); setText(event.target.value); }} /></div>
      {trouble !== null && <Trouble trouble={trouble} />}
      <div className="line">
        <Button type="primary" loading={busy} onClick={() => void chase()}>{say('chase')} <KeyName>{say('keySave')}</KeyName></Button>
        <Link to="/matters/$id" params={{ id: row.id }} className="button-like" data-keytip="2">{say('openMatter')} <KeyName>Alt+2</KeyName></Link>
        <Button type="text" onClick={close}>{say('back')} <KeyName>Esc</KeyName></Button>
      </div>
    </div>
  );
}

function Last({ at }: { at: string | null }): ReactElement | null {
  const say = useWords(intakeWords);
  const when = useMomentText(at);
  return when === null ? null : <>{say('chasedLast', { when })}</>;
}

/** The sentence to read aloud: sorry where we are late, who has it, when he hears, and the name of who promises. */
function Said({ row }: { row: CustomerCard['open'][number] }): ReactElement {
  const say = useWords(intakeWords);
  const { name } = useMe();
  const now = useMinute();
  const promised = row.told && promisedOf(row.told, now);
  const when = useMomentText(promised?.at ?? null);
  if (!promised) return <>{say('tellNothing', { name })}</>;
  const parts = [promised.late ? say('tellSorry') : '', promised.who === '' ? say('tellWorked') : say('tellWho', { who: promised.who }), when === null ? say('tellSoon') : say('tellBy', { when }), say('tellName', { name })];
  return <>“{parts.join('')}”</>;
}

/** “今天 15:30” of an ISO time, null for none. */
export function useMomentText(at: string | null): string | null {
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useMinute();
  const instant = instantOf(at);
  return instant === null ? null : momentText(instant, now, zone, language, true);
}
