import { Button, Popconfirm } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { KeyName, maskedPhone, useWords } from '#ui/index.ts';
import { hasWords, isEmptyDraft, type Draft } from '../rules/draft.ts';
import type { Writing } from './useDrafts.ts';
import { intakeWords } from './words.ts';

interface Props { readonly writing: Writing; readonly urgent: () => void; readonly managePhrases: () => void }

/** The calls that were put aside, how long each has been open, and the way to put this one aside. The strip is always there: nothing jumps while somebody types. */
export function DraftStrip({ writing, urgent, managePhrases }: Props): ReactElement {
  const say = useWords(intakeWords);
  const { parked, draft, park, take, done } = writing;
  const now = useSecond();
  return (
    <div className="drafts" role="group" aria-label={say('drafts')}>
      <div className="drafts-line">
        {!isEmptyDraft(draft) && <span className="draft draft-open"><i className="draft-dot" aria-hidden="true" /><span className="draft-name">{callerOf(draft, say('unknownCaller'))}</span> <span className="number">{spent(draft, now)}</span></span>}
        {parked.map((one) => <Parked key={one.id} draft={one} now={now} take={() => take(one.id)} drop={() => done(one)} />)}
        <Button type="dashed" disabled={isEmptyDraft(draft)} onClick={park} aria-label={say('park')}>+ {parked.length === 0 ? say('park') : say('parkShort')}</Button>
      </div>
      <Button type="text" onClick={managePhrases}>{say('phrases')}</Button>
      <Button className="urgent-open" data-keytip="0" onClick={urgent}>{say('urgent')} <KeyName>{say('urgentKey')}</KeyName></Button>
    </div>
  );
}

/** A call that was put aside, and the × that throws it away: only words are asked about. */
function Parked({ draft, now, take, drop }: { readonly draft: Draft; readonly now: number; readonly take: () => void; readonly drop: () => void }): ReactElement {
  const say = useWords(intakeWords);
  const who = callerOf(draft, say('unknownCaller'));
  const worded = hasWords(draft);
  return (
    <span className="draft-parked">
      <Button className="draft" title={draft.content.slice(0, 200)} onClick={take}><span className="draft-name">{who}</span> <span className="number">{spent(draft, now)}</span></Button>
      <Popconfirm title={say('dropAsk', { who })} okText={say('dropIt')} disabled={!worded} onConfirm={drop}>
        <Button className="draft-drop" aria-label={say('dropParked', { who })} onClick={worded ? undefined : drop}>×</Button>
      </Popconfirm>
    </span>
  );
}

function callerOf(draft: Draft, unknown: string): string {
  return [draft.customer?.name ?? (draft.name || unknown), maskedPhone(draft.phone)].filter(Boolean).join(' ');
}

function spent(draft: Draft, now: number): string {
  const seconds = Math.max(0, Math.floor((now - draft.begunAt) / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return seconds < 3600 ? `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}` : `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}`;
}

/** This machine's time, new every second: the company's clock may stand still in a demonstration, a caller does not. */
function useSecond(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
