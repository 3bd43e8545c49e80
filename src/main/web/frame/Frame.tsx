import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import { Answer, ClockProvider, instantOf, OfflineBand, PageBoundary, SourcesProvider, usePhone, useShortcut, useWords } from '#ui/index.ts';
import { holds, PasswordPanel, SignInDialog, useMe } from '#capabilities/identity/web/index.ts';
import { ClockBand, clockQuery } from '#capabilities/desk/web/index.ts';
import { AlarmBand } from '#capabilities/notices/web/index.ts';
import { SearchPalette } from '#capabilities/search/web/index.ts';
import { frameWords } from '../words.ts';
import { leave } from './leave.ts';
import { phoneHomeOf } from './menu.ts';
import { openFound } from './found.ts';
import { PageTabs } from './PageTabs.tsx';
import { usePages } from './pages.ts';
import { PhoneBar } from './PhoneBar.tsx';
import { Sidebar } from './Sidebar.tsx';
import { SOURCES } from './sources.ts';
import { TopBar } from './TopBar.tsx';
import { useLiveUpdates } from './useLiveUpdates.ts';
import './frame.css';

const OwnSheet = lazy(() => import('./OwnSheet.tsx').then(({ OwnSheet }) => ({ default: OwnSheet })));

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
          <AlarmBand />
          {found.virtual && <ClockBand running={found.running} />}
          <Pages />
        </SourcesProvider>
      </ClockProvider>
    )}</Answer>
  );
}

type Opened = 'search' | 'own' | 'password';

function Pages(): ReactElement {
  const say = useWords(frameWords);
  const phone = usePhone();
  const works = holds(useMe(), 'work');
  const navigate = useNavigate();
  const page = useLocation({ select: (location) => location.pathname });
  const connected = useLiveUpdates();
  const cache = useQueryClient();
  const [opened, open] = useState<Opened | null>(null);
  const close = (): void => open(null);
  useShortcut('F2', () => void navigate({ to: '/intake' }), { active: works && page !== '/intake', layer: 'frame' });
  useShortcut('Ctrl+K', () => open('search'), { active: works, layer: 'frame' });
  useHome(works, page);
  usePhoneHome(phone, page);
  return (
    <>
      <a href="#content" className="skip">{say('skip')}</a>
      <div className="frame">
        {!phone && <Sidebar />}
        <div className="frame-main">
          <TopBar openSearch={() => open('search')} openPassword={() => open('password')} />
          <OfflineBand connected={connected} again={() => void cache.invalidateQueries()} />
          <main id="content" className="page" tabIndex={-1}><PageTabs /><PageBoundary page={page}><Outlet /></PageBoundary></main>
          {phone && <PhoneBar openMine={() => open('own')} mine={opened === 'own'} />}
        </div>
      </div>
      <Suspense>
        {opened === 'search' && <SearchPalette close={close} open={openFound(navigate)} />}
        {opened === 'own' && <OwnSheet open close={close} openPassword={() => open('password')} />}
        {opened === 'password' && <PasswordPanel open close={close} />}
      </Suspense>
      <SignInDialog leave={() => void leave()} />
    </>
  );
}

/** Somebody without matters of his own (an administrator) starts where his menu starts. */
function useHome(works: boolean, page: string): void {
  const navigate = useNavigate();
  const home = usePages()[0]?.to;
  useEffect(() => {
    if (page === '/' && !works && home !== undefined) void navigate({ to: home, replace: true });
  }, [page, works, home, navigate]);
}

/** A phone that opens the product without an address begins where its owner decides; once, so that he can go to his desk. */
function usePhoneHome(phone: boolean, page: string): void {
  const navigate = useNavigate();
  const home = phoneHomeOf(useMe());
  const begun = useRef(false);
  useEffect(() => {
    if (!begun.current && phone && page === '/' && home !== null) void navigate({ to: home, replace: true });
    begun.current = true;
  }, [phone, page, home, navigate]);
}
