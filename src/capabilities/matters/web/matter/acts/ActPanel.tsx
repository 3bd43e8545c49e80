import { App, Button } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { type Answers, AskForm, DoneSign, givenAnswers, KeyName, missingNames, SidePanel, startingAnswers, StillSaving, Trouble, useConfirm, useWords } from '#ui/index.ts';
import type { ActBody, MatterJson, PossibleAct, RefusalJson } from '../../../contract.ts';
import { answersToSend } from '../../rules/acts.ts';
import { useAct, type Outcome } from '../../useAct.ts';
import { matterWords } from '../../words.ts';
import { useKept } from '../useKept.ts';
import { pageWords } from '../words.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { Earlier, type EarlierAnswer } from './Earlier.tsx';
import { Meant } from './Meant.tsx';
import { ReasonChips } from './ReasonChips.tsx';
import { RefusalDoor } from './RefusalDoor.tsx';
import { useDone } from './useDone.tsx';
import './acts.css';

interface Props {
  readonly matter: MatterJson;
  readonly act: PossibleAct;
  readonly acts: readonly PossibleAct[];
  /** Answers that are known from where the panel was opened. */
  readonly given: Answers;
  readonly choose: (act: string, given?: Answers) => void;
  readonly close: () => void;
}

/** The panel of one act: its fields, what the policy advises, and every way it can end. A try that fails, or closing it, leaves all words where they are. */
export function ActPanel({ matter, act, acts, given, choose, close }: Props): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const { message } = App.useApp();
  const { busy, outcome, submit, apply } = useAct(matter.id);
  const [answers, setAnswers, forget, found] = useKept<Answers>(`act.${matter.id}.${act.act}`, () => ({ ...startingAnswers(act.asks), ...act.given, ...given }));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [earlier, setEarlier] = useState<EarlierAnswer>({});
  // What the writer saw when he began: if somebody acts meanwhile, he is told before his own act is added.
  const [seen] = useState(matter.version);
  const sayDone = useDone(matter.id);
  const form = useFirstField();
  const fields = answersToSend(act, givenAnswers(act.asks, answers));

  const complete = (): boolean => {
    const empty = missingNames(act.asks, answers);
    setMissing(empty);
    return empty.length === 0 && !busy;
  };
  const end = (): void => { forget(); close(); };
  const confirm = async (version = seen): Promise<void> => {
    if (!complete()) return;
    const body: ActBody = { act: act.act, fields, version, ...earlier };
    if (await submit(body)) { sayDone(act.title); end(); }
  };
  const askApproval = async (): Promise<void> => {
    if (complete() && await apply({ act: act.act, fields })) { message.success(say('approvalAsked')); end(); }
  };
  const hear = useConfirm(() => void confirm());
  const refusals = refusalsOf(act, outcome);
  const reason = act.asks.find((ask) => ask.name === 'reason' && ask.type === 'text');
  return (
    <SidePanel open title={act.title} about={<span className="quiet number">{matter.number}</span>} close={close} footer={
      <div className="line panel-foot"><Button type="primary" loading={busy} onClick={() => void confirm()}>{act.title}</Button><StillSaving busy={busy}><KeyName>{say('confirmKeys')}</KeyName></StillSaving></div>
    }>
      <div ref={form} onKeyDown={hear} className="column">
        {refusals.length > 0 && <RefusalDoor act={act} refusals={refusals} acts={acts} applied={matter.approvals.some((each) => each.act === act.act && each.status === 'pending')} ask={() => void askApproval()} giveReason={() => giveReason(form.current)} choose={choose} />}
        {outcome?.is === 'changed' && <ChangedMeanwhile events={outcome.events} mine={() => void confirm(outcome.version ?? matter.version)} drop={end} />}
        {outcome?.is === 'trouble' && <><Trouble trouble={outcome.trouble} /><p className="quiet">{say('keptText')}</p></>}
        {act.approved && <p><DoneSign /> {sayPage('doApproved')}</p>}
        {found && <p className="quiet">{sayPage('kept')}</p>}
        {act.means !== null && <p>{act.means}</p>}
        {act.guidance.length > 0 && <section className="advice"><h4>{say('guidance')}</h4><ul>{act.guidance.map((one) => <li key={one}>{one}</li>)}</ul></section>}
        {act.asks.length === 0 && <p className="quiet">{say('nothingAsked')}</p>}
        {reason && <ReasonChips act={act.act} chosen={String(answers[reason.name] ?? '')} choose={(text) => setAnswers({ ...answers, [reason.name]: text })} />}
        <AskForm asks={act.asks} answers={answers} change={setAnswers} missing={missing} />
        {!act.asks.some((ask) => ask.name === 'doneAt') && <Earlier value={earlier} change={setEarlier} receivedAt={matter.receivedAt} />}
        <Meant matter={matter} act={act} answers={answers} change={(part) => setAnswers({ ...answers, ...part })} body={busy || missingNames(act.asks, answers).length > 0 || (earlier.occurredAt !== undefined && !earlier.reason) ? null : { act: act.act, fields, ...earlier }} />
      </div>
    </SidePanel>
  );
}

/** To the field of the reason: the act's own, else that of recording late. */
function giveReason(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[id$="reason"]')?.focus();
}

/** The refusal of the last try; otherwise the one that is known, so that its way out stays open after a try that failed for another reason. */
function refusalsOf(act: PossibleAct, outcome: Outcome | null): readonly RefusalJson[] {
  if (outcome?.is === 'refused') return outcome.refusals;
  return outcome?.is !== 'changed' && !act.allowed ? act.refusals : [];
}

/** The first field has the focus when the panel has come, so that one can write at once; a field that comes later than the panel is waited for. */
function useFirstField(): React.RefObject<HTMLDivElement | null> {
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const begun = document.activeElement;
    let frame = 0;
    const look = (left: number): void => {
      const first = form.current?.querySelector('.form > .field');
      // The clause beside a title can be pressed, too; it is no field.
      const field = [...first?.querySelectorAll<HTMLElement>('textarea, input, button, [tabindex="0"]') ?? []].find((each) => each.closest('label') === null || each.matches('input'));
      // Whoever has gone to another field meanwhile stays there.
      if (document.activeElement !== begun && form.current?.contains(document.activeElement)) return;
      if (field) field.focus({ preventScroll: true });
      else if (left > 0) frame = requestAnimationFrame(() => look(left - 1));
    };
    frame = requestAnimationFrame(() => look(FRAMES));
    return () => cancelAnimationFrame(frame);
  }, []);
  return form;
}

/** About a second: longer nobody waits before writing. */
const FRAMES = 60;
