import { Button } from 'antd';
import type { ReactElement } from 'react';
import { ClauseChips, LockSign, useWords } from '#ui/index.ts';
import type { PossibleAct, RefusalJson } from '../../../contract.ts';
import { tellingOf, waysOut } from '../../rules/refusals.ts';
import { matterWords } from '../../words.ts';
import { pageWords } from '../words.ts';

interface Props {
  readonly act: PossibleAct;
  readonly refusals: readonly RefusalJson[];
  readonly acts: readonly PossibleAct[];
  readonly ask: () => void;
  readonly choose: (act: string, given?: Readonly<Record<string, unknown>>) => void;
}

/** A refusal is a door: why, who opens it, and the next step as a button; facts can be written down in any case. All reasons at once. */
export function RefusalDoor({ act, refusals, acts, ask, choose }: Props): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const { approvable, first, asFact } = waysOut(act, refusals, acts);
  return (
    <section className="refusal" role="alert">
      <h3><LockSign /> {say('notYet', { act: act.title })}</h3>
      {refusals.toSorted((a, b) => Number(a.conditional) - Number(b.conditional)).map((refusal, i) => <Reason key={`${refusal.rule}-${i}`} refusal={refusal} />)}
      <ToldCustomer act={act} refusals={refusals} />
      <div className="line">
        {approvable && <Button type="primary" onClick={ask}>{say('askApproval')}</Button>}
        {first.map((next) => <Button key={next.act} onClick={() => choose(next.act)}>{sayPage('doFirst', { act: next.title })}</Button>)}
        {asFact && <Button onClick={() => choose(asFact.act, { done: act.act })}>{sayPage('asFact')}</Button>}
      </div>
    </section>
  );
}

/** One reason: why, who can, what is still missing, and its clause. Stages are named in the sentence already. */
function Reason({ refusal }: { refusal: RefusalJson }): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const missing = refusal.needs.filter((need) => need.is !== 'stage');
  return (
    <div className="refusal-reason">
      <p>{refusal.text}</p>
      {refusal.who.length > 0 && <p>{sayPage('canBeDoneBy')}：{refusal.who.join('、')}</p>}
      {missing.length > 0 && <p className="quiet">{say('whoCan')}：{missing.map((need) => need.title).join('、')}</p>}
      {refusal.clause.length > 0 && <ClauseChips clauses={refusal.clause} texts={refusal.clauseText} />}
    </div>
  );
}

/** What can be said to the customer who waits on the line. */
function ToldCustomer({ act, refusals }: Pick<Props, 'act' | 'refusals'>): ReactElement | null {
  const say = useWords(pageWords);
  const telling = tellingOf(act, refusals);
  if (!telling) return null;
  return <div className="refusal-say"><span className="quiet">{say('sayToCustomer')}</span><p>{say(telling.word, telling.values)}</p></div>;
}
