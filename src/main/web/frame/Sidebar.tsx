import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState, type ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import { frameWords } from '../words.ts';
import { MENU } from './menu.ts';

const STORED = 'aftercare.menu';

/** The menu at the left, 200 px or 56 px; on phones a drawer. */
export function Sidebar({ narrow, open, close }: { narrow: boolean; open: boolean; close: () => void }): ReactElement {
  const say = useWords(frameWords);
  const me = useMe();
  const [folded, fold] = useState(() => localStorage.getItem(STORED) === 'folded');
  const turn = (): void => {
    localStorage.setItem(STORED, folded ? 'open' : 'folded');
    fold(!folded);
  };
  if (narrow) return <Drawer open={open} onClose={close} placement="left" size={240} title={me.tenant.name} styles={{ body: { padding: 0 } }}><Entries folded={false} /></Drawer>;
  return (
    <div className={folded ? 'sidebar sidebar-folded' : 'sidebar'}>
      <div className="sidebar-name" title={me.tenant.name}>{folded ? say('product') : me.tenant.name}</div>
      <Entries folded={folded} />
      <Button type="text" className="sidebar-turn" aria-label={say(folded ? 'expand' : 'collapse')} title={say(folded ? 'expand' : 'collapse')} icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />} onClick={turn} />
    </div>
  );
}

function Entries({ folded }: { folded: boolean }): ReactElement {
  const say = useWords(frameWords);
  const me = useMe();
  return (
    <nav aria-label={say('menu')} className="menu">
      {MENU.filter((entry) => entry.shows(me)).map(({ to, word, Sign }) => (
        <Link key={word} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} className="menu-entry" activeProps={{ className: 'menu-entry menu-here' }} title={say(word)}>
          <Sign />{folded ? <span className="unseen">{say(word)}</span> : <span>{say(word)}</span>}
        </Link>
      ))}
    </nav>
  );
}
