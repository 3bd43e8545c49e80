import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { listen, type Heard } from '#ui/index.ts';
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
    const heard = ({ event, data }: Heard): void => {
      const id = idOf(data);
      if (event === 'matter' && id !== null) void cache.invalidateQueries({ queryKey: ['matter', id] });
      for (const name of STALE[event] ?? []) void cache.invalidateQueries({ queryKey: [name] });
    };
    const reconnected = (now: boolean): void => {
      setConnected((before) => {
        // What happened while nobody listened is read again; the clock goes first.
        if (now && !before) { void cache.invalidateQueries({ queryKey: clockQuery.queryKey }); void cache.invalidateQueries(); }
        return now;
      });
    };
    return listen('/api/live', scope, Object.keys(STALE), { heard, connected: reconnected });
  }, [cache, scope]);
  return connected;
}

function idOf(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : null;
}
