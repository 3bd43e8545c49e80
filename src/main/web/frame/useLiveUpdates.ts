import { useQueryClient } from '@tanstack/react-query';
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
      if (event === 'matter' && id !== null) void cache.invalidateQueries({ queryKey: ['matter', id] });
      for (const name of STALE[event] ?? []) void cache.invalidateQueries({ queryKey: [name] });
      tellPage(news);
    };
    const opened = (first: boolean): void => {
      // A page that has only just begun may have read its lists before it listened: what came between is read now, an alarm among it first.
      if (first) {
        void cache.invalidateQueries({ queryKey: ['notices'] });
        return void cache.invalidateQueries({ predicate: ({ queryKey: [name], state }) => state.data !== undefined && (STALE['matter'] ?? []).includes(String(name)) });
      }
      // What happened while nobody listened is read again; the clock goes first.
      void cache.invalidateQueries({ queryKey: clockQuery.queryKey });
      void cache.invalidateQueries();
    };
    return listen('/api/live', scope, Object.keys(STALE), { heard, connected: setConnected, opened });
  }, [cache, scope]);
  return connected;
}

function idOf(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : null;
}
