import { Button } from 'antd';
import type { ReactElement } from 'react';
import { ClauseChips, LockSign, useWords } from '#ui/index.ts';
import type { RefusalJson } from '../../contract.ts';
import { matterWords } from '../words.ts';

interface Props { readonly title: string; readonly refusals: readonly RefusalJson[]; readonly ask: () => void }

/** A refusal is a door: why, what or who opens it, and the next step as a button. All reasons at once, not one after another. */
export function RefusalDoor({ title, refusals, ask }: Props): ReactElement {
  const say = useWords(matterWords);
  // Where the stage or the person is wrong, too, an approval would open nothing.
  const hopeless = refusals.some((refusal) => refusal.kind === 'stage' || refusal.kind === 'may' || refusal.kind === 'ended');
  const approvable = !hopeless && refusals.some((refusal) => refusal.needs.some((need) => need.is === 'approval'));
  return (
    <section className="refusal" role="alert">
      <h3><LockSign /> {say('notYet', { act: title })}</h3>
      {refusals.map((refusal, i) => (
        <div key={`${refusal.rule}-${i}`}>
          <p>{refusal.text} <ClauseChips clauses={refusal.clause} texts={refusal.clauseText} /></p>
          {refusal.needs.length > 0 && <p className="quiet">{say('whoCan')}：{refusal.needs.map((need) => need.title).join('、')}</p>}
        </div>
      ))}
      {approvable && <Button type="primary" onClick={ask}>{say('askApproval')}</Button>}
    </section>
  );
}
