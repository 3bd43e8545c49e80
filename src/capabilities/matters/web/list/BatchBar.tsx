import { Button } from 'antd';
import { useState, type ComponentType, type ReactElement } from 'react';
import { AskForm, DoneSign, LockSign, SidePanel, useConfirm, useWords, type Answers, type Ask } from '#ui/index.ts';
import { useBatch, type Batch, type BatchRow } from './useBatch.ts';
import { listWords } from './words.ts';

interface Props { readonly rows: readonly BatchRow[]; readonly clear: () => void; readonly print?: ComponentType<{ readonly matters: readonly string[] }> }

/** What can be done with the ticked rows; the answers come row by row beside the list. */
export function BatchBar({ rows, clear, print: Print }: Props): ReactElement | null {
  const say = useWords(listWords);
  const { batch, chase, forward, close } = useBatch();
  const [forwarding, setForwarding] = useState(false);
  if (rows.length === 0 && batch === null) return null;
  return (
    <div className="batch" role="toolbar" aria-label={say('ticked', { n: rows.length })}>
      <b>{say('ticked', { n: rows.length })}</b>
      <Button disabled={rows.length === 0} onClick={() => void chase(rows)}>{say('chaseAll')}</Button>
      <Button disabled={rows.length === 0} onClick={() => setForwarding(true)}>{say('forwardAll')}</Button>
      {Print && rows.length > 0 && <Print matters={rows.map((row) => row.id)} />}
      <Button type="link" onClick={clear}>{say('untick')}</Button>
      {forwarding && <ForwardPanel close={() => setForwarding(false)} forward={(to) => { setForwarding(false); void forward(rows, to); }} />}
      {batch && <BatchAnswers batch={batch} close={() => { close(); clear(); }} />}
    </div>
  );
}

function ForwardPanel({ forward, close }: { forward: (to: string) => void; close: () => void }): ReactElement {
  const say = useWords(listWords);
  const [answers, setAnswers] = useState<Answers>({});
  const to = typeof answers['to'] === 'string' ? answers['to'] : '';
  const asks: readonly Ask[] = [{ name: 'to', title: say('to'), type: 'bearer', values: [], required: true, clause: [] }];
  const go = (): void => { if (to !== '') forward(to); };
  const hear = useConfirm(go);
  return (
    <SidePanel open title={say('forwardAll')} close={close} footer={<Button type="primary" disabled={to === ''} onClick={go}>{say('forward')}</Button>}>
      <div onKeyDown={hear}><AskForm asks={asks} answers={answers} change={setAnswers} /></div>
    </SidePanel>
  );
}

function BatchAnswers({ batch, close }: { batch: Batch; close: () => void }): ReactElement {
  const say = useWords(listWords);
  const done = batch.answers.filter((answer) => answer.done).length;
  const going = batch.answers.length < batch.all;
  return (
    <SidePanel open title={say('batchAnswers')} close={close}>
      <p role="status"><b>{going ? say('batchGoing', { n: batch.answers.length, all: batch.all }) : say('batchSum', { done, failed: batch.all - done })}</b></p>
      <ul className="rows">{batch.answers.map(({ row, done: ok, says }) => (
        <li key={row.id}><span className="line">{ok ? <DoneSign /> : <LockSign />}<span className="number">{row.number}</span><b>{says}</b></span><div className="quiet cut">{row.subject}</div></li>
      ))}</ul>
    </SidePanel>
  );
}
