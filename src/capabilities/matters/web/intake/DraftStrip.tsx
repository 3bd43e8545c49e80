import { Button } from 'antd';
import type { ReactElement } from 'react';
import { maskedPhone, useWords } from '#ui/index.ts';
import { isEmptyDraft } from '../rules/draft.ts';
import type { Writing } from './useDrafts.ts';
import { intakeWords } from './words.ts';

/** The calls that were put aside, and the way to put this one aside. The strip is always there: nothing jumps while somebody types. */
export function DraftStrip({ writing }: { writing: Writing }): ReactElement {
  const say = useWords(intakeWords);
  const { parked, draft, park, take } = writing;
  return (
    <div className="drafts" role="group" aria-label={say('drafts')}>
      {parked.map((one, at) => <Button key={`${one.phone}${one.content}`} onClick={() => take(at)}>{one.name || one.customer?.name || say('unknownCaller')} {maskedPhone(one.phone)} {one.content.slice(0, 8)}</Button>)}
      <Button type="dashed" disabled={isEmptyDraft(draft)} onClick={park}>{say('park')}</Button>
    </div>
  );
}
