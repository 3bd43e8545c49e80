import { useId, useRef, useState, type ReactElement } from 'react';
import { StillSaving, useWords } from '#ui/index.ts';
import type { ApprovalCard } from '../contract.ts';
import type { Decision, Phrase } from './calls.ts';
import { approvalWords } from './words.ts';

const PHRASES = 5;

interface Props { readonly card: ApprovalCard; readonly phrases: readonly Phrase[]; readonly busy: boolean; readonly settle: (decision: Decision, opinion: string) => Promise<boolean> }

/** The comment, five phrases, and three buttons under the thumb. What is typed stays with its card until it is decided. */
export function DecisionBar({ card, phrases, busy, settle }: Props): ReactElement {
  const say = useWords(approvalWords);
  const id = useId();
  const kept = `aftercare.opinion.${card.id}`;
  const field = useRef<HTMLTextAreaElement>(null);
  const [opinion, setOpinion] = useState(() => sessionStorage.getItem(kept) ?? '');
  const [missing, setMissing] = useState<Decision | null>(null);
  const write = (text: string): void => {
    sessionStorage.setItem(kept, text);
    setOpinion(text);
    setMissing(null);
  };
  const press = async (decision: Decision): Promise<void> => {
    if (decision !== 'approve' && opinion.trim() === '') {
      setMissing(decision);
      field.current?.focus();
      return;
    }
    if (await settle(decision, opinion)) sessionStorage.removeItem(kept);
  };
  return (
    <>
      <section aria-label={say('comment')} className="ap-comment">
        <label htmlFor={id}>{say('comment')}</label>
        <textarea ref={field} id={id} rows={2} maxLength={2000} placeholder={say('commentHint')} value={opinion} aria-invalid={missing !== null} onChange={(event) => write(event.target.value)} />
        {missing !== null && <p role="alert" className="ap-missing">{say('say', { act: say(missing) })}</p>}
        {phrases.length > 0 && (
          <div className="ap-phrases" role="group" aria-label={say('phrases')}>
            {phrases.slice(0, PHRASES).map((each) => <button type="button" key={each.id} onClick={() => write(each.text)}>{each.title}</button>)}
          </div>
        )}
      </section>
      <StillSaving busy={busy} />
      <div className="ap-bar" role="toolbar" aria-label={card.title}>
        <button type="button" disabled={busy} onClick={() => void press('reject')}>{say('reject')}</button>
        <button type="button" disabled={busy} onClick={() => void press('return')}>{say('return')}</button>
        <button type="button" className="ap-yes" disabled={busy} onClick={() => void press('approve')}>{say('approve')}</button>
      </div>
    </>
  );
}
