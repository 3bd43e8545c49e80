import { useEffect, useRef, useState } from 'react';
import { v4 as newId } from 'uuid';

/** What the windows of one person tell each other: who asks for a draft, who has it, who takes it over. */
interface Said { readonly is: 'asks' | 'has' | 'takes'; readonly draft: string; readonly by: string }

export interface Holding {
  /** Another window is writing this draft; here it is only shown. */
  readonly elsewhere: boolean;
  /** From now on it is written here. */
  readonly take: () => void;
}

/** Sees to it that a draft is written in one window at a time. A window that was killed answers nobody: its drafts are free. */
export function useHolding(whose: string, draft: string): Holding {
  const [elsewhere, setElsewhere] = useState(false);
  const [self] = useState(() => newId());
  const channel = useRef<BroadcastChannel | null>(null);
  const held = useRef({ draft, elsewhere: false });
  const say = (is: Said['is']): void => channel.current?.postMessage({ is, draft: held.current.draft, by: self } satisfies Said);
  const put = (now: boolean): void => {
    held.current.elsewhere = now;
    setElsewhere(now);
  };
  useEffect(() => {
    const opened = new BroadcastChannel(`aftercare.intake.${whose}`);
    channel.current = opened;
    opened.onmessage = ({ data }: MessageEvent<Said>) => {
      if (data.by === self || data.draft !== held.current.draft) return;
      if (data.is === 'asks' && !held.current.elsewhere) opened.postMessage({ is: 'has', draft: data.draft, by: self } satisfies Said);
      if (data.is === 'has' || data.is === 'takes') put(true);
    };
    return () => {
      opened.close();
      channel.current = null;
    };
  }, [whose, self]);
  useEffect(() => {
    held.current = { draft, elsewhere: false };
    setElsewhere(false);
    say('asks');
  }, [whose, draft]);
  return {
    elsewhere,
    take: () => {
      put(false);
      say('takes');
    },
  };
}
