import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { AskField, partWords, problemText, useSubmission, useWords } from '#ui/index.ts';
import type { IntakeAnswer } from '../../contract.ts';
import { wrongPhone } from '#capabilities/customers/web/index.ts';
import { act } from '../calls.ts';
import type { Saved } from './useIntake.ts';
import { intakeWords } from './words.ts';

interface Props { readonly saved: Saved; readonly close: () => void; readonly noted: () => void }

/** The number to read out, large; what was done; and the way back as long as nobody has acted. The next draft stands below already. */
export function SavedBand({ saved: { answer: saved, draft, left, then }, close, noted }: Props): ReactElement {
  const say = useWords(intakeWords);
  const sayCommon = useWords(partWords);
  const { message } = App.useApp();
  const submission = useSubmission();
  const [busy, setBusy] = useState(false);
  const [undone, undo] = useState('');
  const { matter, already, notDone, done } = saved;
  const last = done.at(-1);
  const doing = async (name: string, fields: Record<string, unknown>, says: string, after: () => void): Promise<void> => {
    setBusy(true);
    try {
      const body = { act: name, fields };
      await act(matter.id, body, submission.keyFor(body));
      submission.done();
      message.success(says);
      after();
    } catch (failed) {
      message.warning(problemText(failed, sayCommon));
    }
    setBusy(false);
  };
  return (
    <section className={notDone ? 'saved saved-undone' : 'saved'} role={notDone ? 'alert' : 'status'}>
      <h1>{(undone === '' ? titleOf(saved, then, say) : undone).split(matter.number).flatMap((part, i) => (i === 0 ? [part] : [<b key={i}>{matter.number}</b>, part]))}</h1>
      {!already && draft.customer === null && wrongPhone(draft.phone) && <p>{say('phoneToAsk', { typed: draft.phone.trim() })}</p>}
      {already && <p>{say('savedBeforeKept')}</p>}
      {!already && left !== '' && <p>{say('writtenSince', { words: left })}</p>}
      {notDone?.receiver === true && notDone.act !== null && <Receiver busy={busy} title={notDone.title} send={(to) => void doing(notDone.act ?? '', { to }, say('passedOn', { number: matter.number }), close)} />}
      <span className="grow" />
      {left !== '' && <Button loading={busy} onClick={() => void doing('note', { text: left }, say('noted', { number: matter.number }), noted)}>{say('noteIt')}</Button>}
      {!already && saved.mayRecall && undone === '' && last !== undefined && <Button loading={busy} onClick={() => void doing('recall', {}, say('recalled'), () => undo(say('recalledStill', { number: matter.number, act: last })))}>{say('recallAct', { act: last })}</Button>}
      <Link to="/matters/$id" params={{ id: matter.id }} search={notDone?.act ? { act: notDone.act } : {}}>{say('openIt')}</Link>
      <Button type="text" onClick={close}>{say('gotIt')}</Button>
    </section>
  );
}

/** Saved without a receiver, because somebody is in danger: he is asked for here, where the number still stands. */
function Receiver({ busy, title, send }: { busy: boolean; title: string; send: (to: string) => void }): ReactElement {
  const say = useWords(intakeWords);
  const id = useId();
  const [to, choose] = useState('');
  return (
    <div className="line saved-receiver">
      <AskField ask={{ name: 'to', title: say('forwardTo'), type: 'bearer', values: [], required: false, clause: [] }} id={id} value={to} change={(next) => choose(typeof next === 'string' ? next : '')} />
      <Button type="primary" loading={busy} disabled={to === ''} onClick={() => send(to)}>{title}</Button>
    </div>
  );
}

function titleOf({ matter: { number, peril }, already, done, passedTo, notDone }: IntakeAnswer, then: Saved['then'], say: (word: keyof typeof intakeWords, values?: Record<string, string>) => string): string {
  if (already) return say(already.mine ? 'savedBeforeMine' : 'savedBefore', { number, name: already.name });
  if (notDone) return say('savedNotDone', { number, act: notDone.title || say('forwardTo'), why: notDone.why });
  if (then === 'answer') return say('savedAnswered', { number });
  if (done.length > 0 && passedTo !== null) return say('savedAndPassed', { number, acts: done.join('、'), to: passedTo });
  if (done.length > 0) return say('savedAndDone', { number, acts: done.join('、') });
  return say(peril ? 'savedUrgent' : 'saved', { number });
}
