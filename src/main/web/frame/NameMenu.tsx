import { CheckOutlined, UserOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage, useLook, useWords } from '#ui/index.ts';
import { identityWords, useMe } from '#capabilities/identity/web/index.ts';
import { frameWords } from '../words.ts';
import { leave } from './leave.ts';
import { usePages } from './pages.ts';

const SIZES = ['standard', 'large'] as const;
const THEMES = ['light', 'dark', 'system'] as const;

/** One's own name: position, one's own pages, the look of the screen, language, password, the way out. */
export function NameMenu({ openPassword }: { openPassword: () => void }): ReactElement {
  const me = useMe();
  const items = useItems(openPassword);
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" icon={<UserOutlined />} aria-label={me.name}>{me.name} ▾</Button>
    </Dropdown>
  );
}

function useItems(openPassword: () => void): NonNullable<MenuProps['items']> {
  const say = useWords(frameWords);
  const sayIdentity = useWords(identityWords);
  const { language, speak } = useLanguage();
  const look = useLook();
  const navigate = useNavigate();
  const me = useMe();
  const own = usePages().filter((page) => page.group === 'own');
  const positions = [...new Set(me.positions.map((held) => held.title))].join('、');
  return [
    { key: 'who', label: [me.name, positions, me.unit?.name].filter(Boolean).join(' · '), disabled: true },
    { type: 'divider' },
    ...own.map((page) => ({ key: page.to, label: page.title[language], onClick: () => void navigate({ to: page.to }) })),
    { key: 'size', type: 'group', label: say('size'), children: SIZES.map((size) => ({ key: `size-${size}`, label: say(size), icon: <Tick on={size === look.size} />, onClick: () => look.choose({ size }) })) },
    { key: 'theme', type: 'group', label: say('theme'), children: THEMES.map((theme) => ({ key: `theme-${theme}`, label: say(theme), icon: <Tick on={theme === look.theme} />, onClick: () => look.choose({ theme }) })) },
    { type: 'divider' },
    { key: 'language', label: say('otherLanguage'), onClick: () => speak(language === 'zh' ? 'en' : 'zh') },
    { key: 'password', label: sayIdentity('changePassword'), onClick: openPassword },
    { type: 'divider' },
    { key: 'out', label: say('signOut'), onClick: () => void leave() },
  ];
}

/** The tick of what is chosen; its room stays where it is not, so that all entries begin on one edge. The menu puts its own class on it. */
function Tick({ on, className }: { on: boolean; className?: string }): ReactElement {
  return <CheckOutlined {...(className === undefined ? {} : { className })} style={on ? {} : { visibility: 'hidden' }} />;
}
