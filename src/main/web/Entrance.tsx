import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Loading, Problem, Trouble } from '#ui/index.ts';
import { meQuery, MeProvider, MustChangePage, SetUpPage, SignInPage } from '#capabilities/identity/web/index.ts';
import type { Me } from '#capabilities/identity/contract.ts';
import { Frame } from './frame/Frame.tsx';

/** Whoever is not signed in sees the door, at whatever address; afterwards the page of that address. */
export function Entrance(): ReactElement {
  const cache = useQueryClient();
  const me = useQuery(meQuery);
  const navigate = useNavigate();
  const setUp = useLocation({ select: (location) => location.pathname === '/setup' });
  const entered = (who: Me): void => void cache.setQueryData(meQuery.queryKey, who);
  const enterAfterSetUp = (who: Me): void => void navigate({ to: '/', replace: true }).then(() => entered(who));
  if (me.data?.mustChangePassword) return <MustChangePage changed={() => void me.refetch()} />;
  if (me.data) return <MeProvider value={me.data}><Frame key={me.data.person} /></MeProvider>;
  if (me.isPending) return <Loading rows={6} />;
  if (me.error instanceof Problem && me.error.kind === 'signed-out') return setUp ? <SetUpPage entered={enterAfterSetUp} /> : <SignInPage entered={entered} />;
  return <Trouble trouble={me.error} again={() => void me.refetch()} />;
}
