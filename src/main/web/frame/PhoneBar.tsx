import { UserOutlined } from '@ant-design/icons';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useLanguage, useWords } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import { frameWords } from '../words.ts';
import { phoneTabsOf } from './menu.ts';
import { usePages } from './pages.ts';

const AT_MOST = 4;

/** The bar at the foot of a phone: what one's work is there, and oneself. */
export function PhoneBar({ openMine, mine }: { openMine: () => void; mine: boolean }): ReactElement {
  const say = useWords(frameWords);
  const { language } = useLanguage();
  const pages = usePages();
  const path = useLocation({ select: (location) => location.pathname });
  const tabs = phoneTabsOf(useMe()).flatMap((tab) => {
    const to = tab.to.find((each) => pages.some((page) => page.to === each));
    return to === undefined ? [] : [{ ...tab, to }];
  }).slice(0, AT_MOST - 1);
  return (
    <nav className="phonebar" aria-label={say('menu')}>
      {tabs.map(({ to, title, Sign, search }) => {
        const here = !mine && path === to;
        return <Link key={to} to={to} {...(search ? { search } : {})} className={here ? 'phonetab phonetab-here' : 'phonetab'} aria-current={here ? 'page' : undefined}><Sign />{title[language]}</Link>;
      })}
      <button type="button" className={mine ? 'phonetab phonetab-here' : 'phonetab'} aria-haspopup="dialog" aria-expanded={mine} onClick={openMine}><UserOutlined />{say('mine')}</button>
    </nav>
  );
}
