import { PhoneOutlined, SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { KeyName, usePhone, useWords } from '#ui/index.ts';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import { ProjectChoice } from '#capabilities/customers/web/index.ts';
import { NoticeBell, SoundControl } from '#capabilities/notices/web/index.ts';
import { frameWords } from '../words.ts';
import { NameMenu } from './NameMenu.tsx';

interface Props { readonly openSearch: () => void; readonly openPassword: () => void }

/** The bar that is always there: the project, search, the call, the sound, the bell, one's own name. On a phone what the bar at its foot has is left out. */
export function TopBar({ openSearch, openPassword }: Props): ReactElement {
  const say = useWords(frameWords);
  const phone = usePhone();
  const navigate = useNavigate();
  const works = holds(useMe(), 'work');
  return (
    <header className="topbar">
      {works && !phone && <ProjectChoice />}
      {works && <button type="button" className="topbar-seek" aria-keyshortcuts="Control+K" onClick={openSearch}><SearchOutlined /><span className="topbar-seek-words">{say('search')}</span>{!phone && <kbd>Ctrl+K</kbd>}</button>}
      <span className="grow" />
      {works && !phone && <Button type="primary" icon={<PhoneOutlined />} aria-keyshortcuts="F2" onClick={() => void navigate({ to: '/intake' })}>{say('register')} <KeyName>F2</KeyName></Button>}
      <SoundControl />
      <NoticeBell />
      {!phone && <NameMenu openPassword={openPassword} />}
    </header>
  );
}
