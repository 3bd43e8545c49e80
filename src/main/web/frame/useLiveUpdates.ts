import { useQueryClient, type QueryClient, type QueryFilters } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listen, tellPage, type Heard } from '#ui/index.ts';
import { clockQuery } from '#capabilities/desk/web/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';

/** What has to be read again when something is heard. */
const STALE: Readonly<Record<string, readonly string[]>> = { matter: ['desk', 'matters', 'explanation'], notice: ['notices'], clock: ['clock'] };

/** Keeps the page up to date with the server. @returns whether the connection is there. */
export function useLiveUpdates(): boolean {
  const cache = useQueryClient();
  const me = useMe();
  const [connected, setConnected] = useState(true);
  const scope = `${me.tenant.slug}.${me.person}`;
  useEffect(() => {
    const heard = (news: Heard): void => {
      const { event, data } = news;
      const id = idOf(data);
      if (event === 'matter' && id !== null) readAgain(cache, { queryKey: ['matter', id] });
      for (const name of STALE[event] ?? []) readAgain(cache, { queryKey: [name] });
      tellPage(news);
    };
    const opened = (first: boolean): void => {
      // A page that has only just begun has read all but what came between; an alarm among it must not wait.
      if (first) return readAgain(cache, { queryKey: ['notices'] });
      // What happened while nobody listened is read again; the clock goes first.
      void cache.invalidateQueries({ queryKey: clockQuery.queryKey });
      void cache.invalidateQueries();
    };
    return listen('/api/live', scope, Object.keys(STALE), { heard, connected: setConnected, opened });
  }, [cache, scope]);
  return connected;
}

/**
 * Reads anew what is on the screen. A list that is only just being read for the first time goes on, for the cache takes that reading for the
 * newest; the server may have begun it before the news, so it is read once more when it has come. (Broken off it would be never, where news is dense.)
 */
function readAgain(cache: QueryClient, which: QueryFilters): void {
  const begun = cache.getQueryCache().findAll(which).filter(({ state }) => state.data === undefined && state.fetchStatus === 'fetching');
  void cache.invalidateQueries(which);
  for (const { promise, queryKey } of begun) void promise?.then(() => cache.invalidateQueries({ queryKey, exact: true }), () => undefined);
}

function idOf(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : null;
}
