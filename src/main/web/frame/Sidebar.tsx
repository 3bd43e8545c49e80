import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useLanguage, useNarrow, useWords } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import { frameWords } from '../words.ts';
import { useGroups, usePageHere } from './pages.ts';

const STORED = 'aftercare.menu';

/** The menu at the left, 200 px or 56 px; where the screen is small always 56. */
export function Sidebar(): ReactElement {
  const say = useWords(frameWords);
  const me = useMe();
  const narrow = useNarrow();
  const [chosen, choose] = useState(() => localStorage.getItem(STORED) === 'folded');
  const folded = chosen || narrow;
  const turn = (): void => {
    localStorage.setItem(STORED, chosen ? 'open' : 'folded');
    choose(!chosen);
  };
  return (
    <div className={folded ? 'sidebar sidebar-folded' : 'sidebar'}>
      <div className="sidebar-name" title={me.tenant.name}>{folded ? say('product') : me.tenant.name}</div>
      <Entries folded={folded} />
      {!narrow && <Button type="text" className="sidebar-turn" aria-label={say(folded ? 'expand' : 'collapse')} title={say(folded ? 'expand' : 'collapse')} icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />} onClick={turn} />}
    </div>
  );
}

function Entries({ folded }: { folded: boolean }): ReactElement {
  const say = useWords(frameWords);
  const { language } = useLanguage();
  const groups = useGroups();
  const here = usePageHere();
  return (
    <nav aria-label={say('menu')} className="menu">
      {groups.map(({ name, title, Sign, pages }) => (
        <Link key={name} to={pages[0]?.to ?? '/'} className={here?.group === name ? 'menu-entry menu-here' : 'menu-entry'} aria-current={here?.group === name ? 'page' : undefined} title={title[language]}>
          <Sign /><span className={folded ? 'unseen' : 'menu-title'}>{title[language]}</span>
        </Link>
      ))}
    </nav>
  );
}
