import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';

/** A quick answer needs no word; a slow one needs it before somebody presses again. */
const PATIENCE = 1_000;

/** What stands beside a button; while its press still waits after a second, a quiet line that says so. @param write - one can go on writing meanwhile */
export function StillSaving({ busy, write = false, children }: { busy: boolean; write?: boolean; children?: ReactNode }): ReactElement {
  const say = useWords(partWords);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [busy]);
  return <><span role="status" className="quiet">{slow && say(write ? 'stillSavingWrite' : 'stillSaving')}</span>{!slow && children}</>;
}
