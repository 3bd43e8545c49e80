import { MenuOutlined, PhoneOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { NoticeBell } from '#capabilities/desk/web/index.ts';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { frameWords } from '../words.ts';
import { NameMenu } from './NameMenu.tsx';
import { SearchBox } from './SearchBox.tsx';

interface Props { readonly narrow: boolean; readonly openMenu: () => void; readonly openPassword: () => void }

/** The bar that is always there: search, the call, the bell, one's own name. */
export function TopBar({ narrow, openMenu, openPassword }: Props): ReactElement {
  const say = useWords(frameWords);
  const navigate = useNavigate();
  const works = holds(useMe(), 'work');
  return (
    <header className="topbar">
      {narrow && <Button type="text" aria-label={say('menu')} icon={<MenuOutlined />} onClick={openMenu} />}
      {works && <SearchBox />}
      <span className="grow" />
      {works && <Button type="primary" icon={<PhoneOutlined />} aria-label={say('register')} onClick={() => void navigate({ to: '/intake' })}>{narrow ? null : <>{say('register')} <small>F2</small></>}</Button>}
      <NoticeBell />
      <NameMenu narrow={narrow} openPassword={openPassword} />
    </header>
  );
}
