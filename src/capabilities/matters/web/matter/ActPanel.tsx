import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { AskForm, givenAnswers, missingNames, SidePanel, startingAnswers, Trouble, useConfirm, useWords, type Answers } from '#ui/index.ts';
import type { ActBody, MatterJson, PossibleAct, RefusalJson } from '../../contract.ts';
import { useAct, type Outcome } from '../useAct.ts';
import { matterWords } from '../words.ts';
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx';
import { Earlier, type EarlierAnswer } from './Earlier.tsx';
import { RefusalDoor } from './RefusalDoor.tsx';

/** The panel of one act: its fields, what the policy advises, and every way it can end. A try that fails leaves all words where they are. */
export function ActPanel({ matter, act, close }: { matter: MatterJson; act: PossibleAct; close: () => void }): ReactElement {
  const say = useWords(matterWords);
  const { message } = App.useApp();
  const { busy, outcome, submit, apply } = useAct(matter.id);
  const [answers, setAnswers] = useState<Answers>(() => startingAnswers(act.asks));
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [earlier, setEarlier] = useState<EarlierAnswer>({});
  // What the writer saw when he began: if somebody acts meanwhile, he is told before his own act is added.
  const [seen] = useState(matter.version);
  const fields = givenAnswers(act.asks, answers);

  const confirm = async (version = seen): Promise<void> => {
    const empty = missingNames(act.asks, answers);
    setMissing(empty);
    if (empty.length > 0 || busy) return;
    const body: ActBody = { act: act.act, fields, version, ...earlier };
    if (await submit(body)) {
      message.success(say('done', { act: act.title }));
      close();
    }
  };
  const askApproval = async (): Promise<void> => {
    const empty = missingNames(act.asks, answers);
    setMissing(empty);
    if (empty.length > 0 || busy) return;
    if (await apply({ act: act.act, fields })) {
      message.success(say('approvalAsked'));
      close();
    }
  };
  const hear = useConfirm(() => void confirm());
  const refusals = refusalsOf(act, outcome);
  return (
    <SidePanel open title={act.title} close={close} footer={
      <div className="line panel-foot"><Button type="primary" loading={busy} onClick={() => void confirm()}>{act.title}</Button><span className="quiet">{say('confirmKeys')}</span></div>
    }>
      <div onKeyDown={hear} className="column">
        {refusals.length > 0 && <RefusalDoor title={act.title} refusals={refusals} ask={() => void askApproval()} />}
        {outcome?.is === 'changed' && <ChangedMeanwhile events={outcome.events} mine={() => void confirm(outcome.version ?? matter.version)} drop={close} />}
        {outcome?.is === 'trouble' && <><Trouble trouble={outcome.trouble} /><p className="quiet">{say('keptText')}</p></>}
        {act.guidance.length > 0 && <section className="advice"><h4>{say('guidance')}</h4><ul>{act.guidance.map((one) => <li key={one}>{one}</li>)}</ul></section>}
        {act.asks.length === 0 && <p className="quiet">{say('nothingAsked')}</p>}
        <AskForm asks={act.asks} answers={answers} change={setAnswers} missing={missing} />
        <Earlier value={earlier} change={setEarlier} />
      </div>
    </SidePanel>
  );
}

/** The refusal of the last try; otherwise the one that is known, so that its way out stays open after a try that failed for another reason. */
function refusalsOf(act: PossibleAct, outcome: Outcome | null): readonly RefusalJson[] {
  if (outcome?.is === 'refused') return outcome.refusals;
  return outcome?.is !== 'changed' && !act.allowed ? act.refusals : [];
}
