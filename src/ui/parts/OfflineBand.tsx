import { useEffect, useState, type ReactElement } from 'react';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';

/** Shown once the connection has been away for three seconds; a short hiccup is nobody's business. */
export function OfflineBand(): ReactElement | null {
  const say = useWords(partWords);
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return long ? <div role="status" className="offline">{say('offlineBand')}</div> : null;
}
