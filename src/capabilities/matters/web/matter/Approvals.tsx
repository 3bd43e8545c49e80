import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { ClauseChips, Moment, StillSaving, Trouble, useConfirm, useSubmission, useWords } from '#ui/index.ts';
import type { ApprovalJson, MatterJson } from '../../contract.ts';
import { decide } from '../calls.ts';
import { waitsForMe } from '../rules/acts.ts';
import { matterWords } from '../words.ts';
import { WhyThis } from './why/Why.tsx';
import { ReasonChips } from './acts/ReasonChips.tsx';
import './approvals.css';

/** The approvals of a matter: one card is one decision. */
export function Approvals({ matter }: { matter: MatterJson }): ReactElement | null {
  const say = useWords(matterWords);
  if (matter.approvals.length === 0) return null;
  return (
    <section aria-label={say('approvals')}>
      <h2>{say('approvals')}</h2>
      <ul className="rows">{matter.approvals.map((one) => <li key={one.id}><Approval approval={one} matter={matter.id} /></li>)}</ul>
    </section>
  );
}

function Approval({ approval, matter }: { approval: ApprovalJson; matter: string }): ReactElement {
  const say = useWords(matterWords);
  const mine = waitsForMe(approval);
  return (
    <div className="approval">
      <p><b>{approval.title}</b> <span className="tag">{say(approval.status)}</span> <ClauseChips clauses={approval.clause} /></p>
      <p>{say('approvalOf', { who: approval.applicantName, act: approval.actTitle })}</p>
      {approval.reason !== null && approval.reason !== '' && <p>{say('applicantSays')}：{approval.reason}</p>}
      {approval.covers.length > 0 && <p className="quiet">{say('covers')}：{approval.covers.map((fact) => `${fact.title} ${fact.value}`).join('；')}</p>}
      <ol className="steps">
        {approval.steps.map((step, i) => (
          <li key={i}>
            {step.byName ?? step.bearerTitle}{step.movedUpFrom !== null && say('movedUp', { from: step.movedUpFrom })} · {say(step.decision === null ? 'pending' : DECIDED[step.decision])}
            {step.at !== null && <> · <Moment at={step.at} /></>} <WhyThis matter={matter} title={step.bearerTitle} of="approver" name={approval.id} step={i} />
            {step.opinion !== null && step.opinion !== '' && <div className="quiet">{step.opinion}</div>}
          </li>
        ))}
      </ol>
      {mine && <Decision approval={approval.id} matter={matter} />}
    </div>
  );
}

const DECIDED = { approve: 'approved', reject: 'rejected', return: 'returned' } as const;
type Decided = keyof typeof DECIDED;

function Decision({ approval, matter }: { approval: string; matter: string }): ReactElement {
  const say = useWords(matterWords);
  const id = useId();
  const cache = useQueryClient();
  const submission = useSubmission();
  const [opinion, setOpinion] = useState('');
  const [wrong, setWrong] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [pressed, press] = useState<Decided | null>(null);
  const settle = async (decision: Decided): Promise<void> => {
    if (pressed !== null) return;
    const said = opinion.trim();
    const unsaid = decision !== 'approve' && said === '';
    setWrong(unsaid);
    setTrouble(null);
    if (unsaid) return;
    const body = { decision, ...(said === '' ? {} : { opinion: said }) };
    press(decision);
    try {
      await decide(approval, body, submission.keyFor(body));
      submission.done();
      await Promise.all([['matter', matter], ['desk']].map((queryKey) => cache.invalidateQueries({ queryKey })));
    } catch (failed) {
      setTrouble(failed);
    }
    press(null);
  };
  const hear = useConfirm(() => void settle('approve'));
  return (
    <div className="column" onKeyDown={hear}>
      <label htmlFor={id} className="field-label">{say('opinion')}</label>
      <Input.TextArea id={id} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={2000} value={opinion} onChange={(event) => setOpinion(event.target.value)} {...(wrong ? { status: 'error' as const } : {})} />
      {wrong && <span role="alert" className="field-says">{say('opinionNeeded')}</span>}
      {trouble !== null && <Trouble trouble={trouble} />}
      <ReasonChips act="reject" chosen={opinion} choose={setOpinion} />
      <div className="line">
        <Button loading={pressed === 'reject'} onClick={() => void settle('reject')}>{say('reject')}</Button><Button loading={pressed === 'return'} onClick={() => void settle('return')}>{say('returnForChange')}</Button><Button type="primary" loading={pressed === 'approve'} onClick={() => void settle('approve')}>{say('approve')}</Button>
        <StillSaving busy={pressed !== null} />
      </div>
    </div>
  );
}
