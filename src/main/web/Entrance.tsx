import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Loading, Problem, Trouble } from '#ui/index.ts';
import { meQuery, MeProvider, SignInPage } from '#capabilities/identity/web/index.ts';
import { Frame } from './frame/Frame.tsx';

/** Whoever is not signed in sees the door, at whatever address; afterwards the page of that address. */
export function Entrance(): ReactElement {
  const cache = useQueryClient();
  const me = useQuery(meQuery);
  if (me.data) return <MeProvider value={me.data}><Frame key={me.data.person} /></MeProvider>;
  if (me.isPending) return <Loading rows={6} />;
  if (me.error instanceof Problem && me.error.kind === 'signed-out') return <SignInPage entered={(entered) => cache.setQueryData(meQuery.queryKey, entered)} />;
  return <Trouble trouble={me.error} again={() => void me.refetch()} />;
}
