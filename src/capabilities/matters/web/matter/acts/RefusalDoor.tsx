import { Button } from 'antd';
import type { ReactElement } from 'react';
import { ClauseChips, LockSign, useWords } from '#ui/index.ts';
import type { PossibleAct, RefusalJson } from '../../../contract.ts';
import { doorkeepers, tellingOf, waysOut } from '../../rules/refusals.ts';
import { matterWords } from '../../words.ts';
import { pageWords } from '../words.ts';

interface Props {
  readonly act: PossibleAct;
  readonly refusals: readonly RefusalJson[];
  readonly acts: readonly PossibleAct[];
  /** An application for this act is on its way already. */
  readonly applied: boolean;
  readonly ask: () => void;
  readonly giveReason: () => void;
  readonly choose: (act: string, given?: Readonly<Record<string, unknown>>) => void;
}

/** A refusal is a door: why, who opens it, and the missing step itself as a button; facts can be written down in any case. All reasons at once. */
export function RefusalDoor(props: Props): ReactElement {
  const { act, refusals } = props;
  const say = useWords(matterWords);
  return (
    <section className="refusal" role="alert">
      <h3><LockSign /> {say('notYet', { act: act.title })}</h3>
      {refusals.toSorted((a, b) => Number(a.conditional) - Number(b.conditional)).map((refusal, i) => <Reason key={`${refusal.rule}-${i}`} refusal={refusal} />)}
      <Doorkeepers word="canApprove" refusals={refusals.filter(({ kind }) => kind === 'approval')} />
      <Doorkeepers word="canBeDoneBy" refusals={refusals.filter(({ kind }) => kind !== 'approval')} />
      <NextSteps {...props} />
      <ToldCustomer act={act} refusals={refusals} acts={props.acts} />
    </section>
  );
}

/** The ways on as buttons; the first of them is filled. */
function NextSteps({ act, refusals, acts, applied, ask, giveReason, choose }: Props): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const { approvable, first, chase, reason, asFact } = waysOut(act, refusals, acts);
  const promised = act.is === 'promise' || act.is === 'propose';
  return (
    <div className="line refusal-ways" role="group" aria-label={sayPage('nextSteps')}>
      {approvable && (applied ? <span className="quiet">{say('approvalAsked')}</span> : <Button type="primary" onClick={ask}>{say('askApproval')}</Button>)}
      {first.map((next, at) => <Button key={next.act} {...(at === 0 && !approvable ? { type: 'primary' as const } : {})} {...(next.allowed ? {} : { icon: <LockSign /> })} onClick={() => choose(next.act)}>{next.title}</Button>)}
      {chase && <Button type="primary" onClick={() => choose(chase.act)}>{chase.title}</Button>}
      {reason && <Button type="primary" onClick={giveReason}>{sayPage('giveReason')}</Button>}
      {asFact && <Button onClick={() => choose(asFact.act, { done: act.act })}>{sayPage(promised ? 'asPromise' : 'asFact')}</Button>}
    </div>
  );
}

/** One reason: why, what is still missing, and its clause. Stages are named in the sentence already. */
function Reason({ refusal }: { refusal: RefusalJson }): ReactElement {
  const say = useWords(matterWords);
  const missing = refusal.needs.filter((need) => need.is !== 'stage' && need.is !== 'approval' && !refusal.text.includes(need.title));
  return (
    <div className="refusal-reason">
      <p>{refusal.text} {refusal.clause.length > 0 && <ClauseChips clauses={refusal.clause} texts={refusal.clauseText} />}</p>
      {missing.length > 0 && <p className="quiet">{say('whoCan')}：{missing.map((need) => need.title).join('、')}</p>}
    </div>
  );
}

/** Who can, by name: here today, or on leave and who stands in. Units and positions nobody holds by their title. */
function Doorkeepers({ word, refusals }: { word: 'canApprove' | 'canBeDoneBy'; refusals: readonly RefusalJson[] }): ReactElement | null {
  const say = useWords(pageWords);
  const people = doorkeepers(refusals);
  const known = new Set(people.map((each) => each.name));
  const others = [...new Set(refusals.flatMap((refusal) => refusal.who))].filter((name) => !known.has(name));
  if (people.length + others.length === 0) return null;
  const words = people.map(({ name, away, standIn }) => (away ? say(standIn === null ? 'isAway' : 'isAwayFor', { name, standIn: standIn ?? '' }) : say('isHere', { name })));
  return <p>{say(word)}：{[...words, ...others].join('、')}</p>;
}

/** What can be said to the customer who waits on the line. */
function ToldCustomer({ act, refusals, acts }: Pick<Props, 'act' | 'refusals' | 'acts'>): ReactElement | null {
  const say = useWords(pageWords);
  const telling = tellingOf(act, refusals, acts);
  if (!telling) return null;
  return <div className="refusal-say"><span className="quiet">{say('sayToCustomer')}</span><p>{say(telling.word, telling.values)}</p></div>;
}
