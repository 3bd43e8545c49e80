import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { reach } from '../client/reach.ts';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';

/** A short hiccup of the stream alone is nobody's business. */
const HICCUP = 3000;
/** So often it is tried whether the server is there again: the band goes away by itself. */
const KNOCKS = 3000;

interface Props { readonly connected: boolean; /** Reads everything again. */ readonly again: () => void }

/** Shown at once when nothing can be sent, and when the stream has been away for three seconds. */
export function OfflineBand({ connected, again }: Props): ReactElement | null {
  const say = useWords(partWords);
  const cut = useSyncExternalStore(reach.subscribe, reach.cut);
  const long = useLong(!connected);
  const shown = cut || (!connected && long);
  useEffect(() => {
    if (!cut) return;
    const timer = setInterval(() => void reach.knock(), KNOCKS);
    return () => clearInterval(timer);
  }, [cut]);
  if (!shown) return null;
  return <div role="status" className="offline">{say('offlineBand')} <button type="button" className="notice-on" onClick={() => void reach.knock().then(again)}>{say('again')}</button></div>;
}

function useLong(away: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!away) return setLong(false);
    const timer = setTimeout(() => setLong(true), HICCUP);
    return () => clearTimeout(timer);
  }, [away]);
  return long;
}
