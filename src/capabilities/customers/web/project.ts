import { useCallback, useSyncExternalStore } from 'react';
import { useMe } from '#capabilities/identity/web/index.ts';

const STORED = 'aftercare.project';
const listeners = new Set<() => void>();
const listen = (listener: () => void): () => void => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The project somebody looks at, '' for all: each person's choice, kept on this machine, for every list that tells projects apart. */
export function useProject(): readonly [string, (project: string) => void] {
  const me = useMe();
  const place = `${STORED}.${me.tenant.slug}.${me.person}`;
  const project = useSyncExternalStore(listen, () => localStorage.getItem(place) ?? '');
  const choose = useCallback((next: string) => {
    if (next === '') localStorage.removeItem(place);
    else localStorage.setItem(place, next);
    for (const listener of listeners) listener();
  }, [place]);
  return [project, choose];
}

/** The same as part of a question to the server. */
export function useWithinProject(): { readonly project?: string } {
  const [project] = useProject();
  return project === '' ? {} : { project };
}
