import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { lazy, useEffect, type ReactElement, type ReactNode } from 'react';
import { announcePerson, hearPerson, Loading, PageBoundary, Problem, Trouble, useLook } from '#ui/index.ts';
import { meQuery, MeProvider, MustChangePage, SignInPage, TO_SET_UP } from '#capabilities/identity/web/index.ts';
import { SetUpWizard } from '#capabilities/setup/web/index.ts';
import type { Me } from '#capabilities/identity/contract.ts';

/** Fetched once somebody is known: the door stays light, and needs nothing of the component library. */
const Frame = lazy(() => import('./frame/Frame.tsx').then(({ Frame }) => ({ default: Frame })));
const Look = lazy(() => import('./Look.tsx').then(({ Look }) => ({ default: Look })));

/** Whoever is not signed in sees the door, at whatever address; afterwards the page of that address. */
export function Entrance(): ReactElement {
  const cache = useQueryClient();
  const me = useQuery(meQuery);
  const setUp = useLocation({ select: (location) => location.pathname === '/setup' });
  const entered = (who: Me): void => void cache.setQueryData(meQuery.queryKey, who);
  const { ownedBy } = useLook();
  const owner = me.data ? `${me.data.tenant.slug}.${me.data.person}` : '';
  useEffect(() => ownedBy(owner), [owner, ownedBy]);
  useEffect(() => {
    if (owner !== '') announcePerson(owner);
    // Nothing of whoever was here before stays in the memory of the page.
    return hearPerson((person) => { if ((person ?? '') !== owner && !(setUp && owner === '')) location.reload(); });
  }, [owner, setUp]);
  if (me.data?.mustChangePassword) return <Inside><MustChangePage changed={() => void me.refetch()} /></Inside>;
  if (me.data) return <MeProvider value={me.data}><Inside><Frame key={me.data.person} /></Inside></MeProvider>;
  if (me.isPending) return <Loading rows={6} />;
  if (!(me.error instanceof Problem && me.error.kind === 'signed-out')) return <Trouble trouble={me.error} again={() => void me.refetch()} />;
  return setUp ? <Inside><SetUpWizard /></Inside> : <SignInPage entered={entered} toSetUp={me.error.code === TO_SET_UP} />;
}

/** What is drawn with the component library, once both have been fetched. */
function Inside({ children }: { children: ReactNode }): ReactElement {
  return <PageBoundary page=""><Look>{children}</Look></PageBoundary>;
}
