import { Button } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
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
      {waiting && <Waiting writing={writing} phone={waiting.phone} take={() => writing.ring(waiting)} />}
      {elsewhere && (
        <div className="intake-band" role="alert">
          <span>{say('writtenElsewhere')}</span>
          <Button onClick={writing.writeHere}>{say('writeHere')}</Button><Button type="text" onClick={writing.leaveIt}>{say('newDraft')}</Button>
        </div>
      )}
    </>
  );
}

/** A call for which there is no room. It takes the focus: what is typed now is this caller's, and must not run into the words of another. */
function Waiting({ writing, phone, take }: { readonly writing: Writing; readonly phone: string; readonly take: () => void }): ReactElement {
  const say = useWords(intakeWords);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [writing.waiting]);
  return (
    <div className="intake-band" role="alert">
      <span>{say('full', { phone: maskedPhone(phone) || say('unknownCaller') })}</span>
      <Button ref={button} onClick={take}>{say('takeCall')}</Button><Button type="text" onClick={writing.letGo}>{say('letGo')}</Button>
    </div>
  );
}
