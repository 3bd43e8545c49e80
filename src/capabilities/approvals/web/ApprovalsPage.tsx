import { useEffect, useState, type ReactElement } from 'react';
import { Loading, Trouble, useWords } from '#ui/index.ts';
import { readPhrases, type Phrase } from './calls.ts';
import { Card } from './Card.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { useApprovals } from './useApprovals.ts';
import { approvalWords } from './words.ts';
import './approvals.css';

/** 待我审批: one card, three buttons; after a decision the next card slides in. `?id=` brings the card of a link to the front. */
export default function ApprovalsPage(): ReactElement {
  const say = useWords(approvalWords);
  const [first] = useState(() => new URLSearchParams(location.search).get('id'));
  const [phrases, setPhrases] = useState<readonly Phrase[]>([]);
  const { answer, card, waiting, trouble, busy, done, read, settle, later } = useApprovals(first);
  useEffect(() => void readPhrases().then(setPhrases), []);
  if (!answer) return <div className="ap">{trouble === null ? <Loading rows={6} /> : <Trouble trouble={trouble} again={read} />}</div>;
  return (
    <div className="ap">
      <header className="ap-head">
        <h1>{say('waiting', { n: waiting })}</h1>
        {card && waiting > 1 && <button type="button" className="ap-link" onClick={() => later(card)}>{say('next')}</button>}
        <a className="ap-link" href="/">{say('desk')}</a>
      </header>
      {done && <p className="ap-done" role="status">{say('done', { who: done.card.applicant, act: done.card.actTitle, decision: say(done.decision) })}</p>}
      {trouble !== null && <Trouble trouble={trouble} again={read} />}
      {card
        ? <><Card key={card.id} card={card} now={answer.now} zone={answer.zone} /><DecisionBar key={`bar ${card.id}`} card={card} phrases={phrases} busy={busy} settle={(decision, opinion) => settle(card, decision, opinion)} /></>
        : <p className="ap-none">{say('none')}</p>}
    </div>
  );
}
