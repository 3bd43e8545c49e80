import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { Answer, ClockProvider, instantOf, PageBoundary, SourcesProvider, useFunctionKey, useNarrow, useWords } from '#ui/index.ts';
import { holds, PasswordPanel, SignInDialog, useMe } from '#capabilities/identity/web/index.ts';
import { ClockBand, clockQuery } from '#capabilities/desk/web/index.ts';
import { frameWords } from '../words.ts';
import { leave } from './leave.ts';
import { MENU } from './menu.ts';
import { OfflineBand } from './OfflineBand.tsx';
import { Sidebar } from './Sidebar.tsx';
import { SOURCES } from './sources.ts';
import { TopBar } from './TopBar.tsx';
import { useLiveUpdates } from './useLiveUpdates.ts';
import './frame.css';

/** Everything around a page for somebody signed in: the clock of his company, the menu, the bar, and what is heard live. */
export function Frame(): ReactElement {
  const me = useMe();
  const clock = useQuery(clockQuery);
  const said = clock.data;
  const time = useMemo(() => ({ now: instantOf(said?.now) ?? 0, running: said?.running ?? true }), [said]);
  return (
    <Answer of={clock}>{(found) => (
      <ClockProvider time={time} zone={me.tenant.zone}>
        <SourcesProvider value={SOURCES}>
          {found.virtual && <ClockBand running={found.running} />}
          <Pages />
        </SourcesProvider>
      </ClockProvider>
    )}</Answer>
  );
}

function Pages(): ReactElement {
  const say = useWords(frameWords);
  const narrow = useNarrow();
  const me = useMe();
  const works = holds(me, 'work');
  const navigate = useNavigate();
  const page = useLocation({ select: (location) => location.pathname });
  const connected = useLiveUpdates();
  const [menu, openMenu] = useState(false);
  const [password, openPassword] = useState(false);
  useFunctionKey('F2', () => void navigate({ to: '/intake' }), works && page !== '/intake');
  useEffect(() => openMenu(false), [page]);
  // Somebody without matters of his own (an administrator) starts where his menu starts.
  const home = MENU.find((entry) => entry.shows(me))?.to;
  useEffect(() => {
    if (page === '/' && !works && home !== undefined) void navigate({ to: home, replace: true });
  }, [page, works, home, navigate]);
  return (
    <>
      <a href="#content" className="skip">{say('skip')}</a>
      <div className="frame">
        <Sidebar narrow={narrow} open={menu} close={() => openMenu(false)} />
        <div className="frame-main">
          <TopBar narrow={narrow} openMenu={() => openMenu(true)} openPassword={() => openPassword(true)} />
          {!connected && <OfflineBand />}
          <main id="content" className="page" tabIndex={-1}><PageBoundary page={page}><Outlet /></PageBoundary></main>
        </div>
      </div>
      <PasswordPanel open={password} close={() => openPassword(false)} />
      <SignInDialog leave={() => void leave()} />
    </>
  );
}
