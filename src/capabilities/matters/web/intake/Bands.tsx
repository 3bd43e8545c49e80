import { Button } from 'antd';
import type { ReactElement } from 'react';
import { maskedPhone, useWords } from '#ui/index.ts';
import type { Writing } from './useDrafts.ts';
import { intakeWords } from './words.ts';

/** What has to be said about the drafts themselves: written elsewhere, no room for a ninth, a stranger's page. */
export function Bands({ writing, refused }: { writing: Writing; refused: boolean }): ReactElement {
  const say = useWords(intakeWords);
  const { waiting, elsewhere } = writing;
  return (
    <>
      {refused && <div className="intake-band" role="alert">{say('refusedPop')}</div>}
      {waiting && (
        <div className="intake-band" role="alert">
          <span>{say('full', { phone: maskedPhone(waiting.phone) || say('unknownCaller') })}</span>
          <Button onClick={() => writing.ring(waiting)}>{say('takeCall')}</Button><Button type="text" onClick={writing.letGo}>{say('letGo')}</Button>
        </div>
      )}
      {elsewhere && (
        <div className="intake-band" role="alert">
          <span>{say('writtenElsewhere')}</span>
          <Button onClick={writing.writeHere}>{say('writeHere')}</Button><Button type="text" onClick={writing.leaveIt}>{say('newDraft')}</Button>
        </div>
      )}
    </>
  );
}
