import { useEffect } from 'react';
import { useNewest } from '../client/index.ts';
import type { Heard } from './stream.ts';

const listeners = new Set<(news: Heard) => void>();

/** Passes news on to whoever on this page wants to hear them as they come. */
export function tellPage(news: Heard): void {
  for (const listener of listeners) listener(news);
}

/** Calls back for each piece of news of one kind, in the tab that listens and in those it tells. */
export function useHeard(event: string, hear: (data: unknown) => void): void {
  const newest = useNewest(hear);
  useEffect(() => {
    const listener = (news: Heard): void => { if (news.event === event) newest.current(news.data); };
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, [event, newest]);
}
