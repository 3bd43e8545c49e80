import { Link } from '@tanstack/react-router';
import { Button, Drawer, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage, useLook, useWords } from '#ui/index.ts';
import { ProjectChoice } from '#capabilities/customers/web/index.ts';
import { holds, identityWords, useMe } from '#capabilities/identity/web/index.ts';
import { frameWords } from '../words.ts';
import { leave } from './leave.ts';
import { usePages } from './pages.ts';

/** “Mine” on a phone: who one is, every page there is for him, the look of the screen, the way out. */
export function OwnSheet({ open, close, openPassword }: { open: boolean; close: () => void; openPassword: () => void }): ReactElement {
  const say = useWords(frameWords);
  const sayIdentity = useWords(identityWords);
  const me = useMe();
  const { language, speak } = useLanguage();
  const { theme, size, choose } = useLook();
  const pages = usePages();
  const positions = [...new Set(me.positions.map((held) => held.title))].join('、');
  return (
    <Drawer open={open} onClose={close} placement="bottom" size="80vh" title={me.name} className="own-sheet">
      <p className="quiet">{[me.tenant.name, me.unit?.name, positions].filter(Boolean).join(' · ')}</p>
      {holds(me, 'work') && <ProjectChoice />}
      <nav className="own-pages" aria-label={say('allPages')}>{pages.map((page) => <Link key={page.to} to={page.to} onClick={close}>{page.title[language]}</Link>)}</nav>
      <div className="own-choices">
        <span>{say('size')}</span><Segmented<'standard' | 'large'> aria-label={say('size')} value={size} onChange={(value) => choose({ size: value })} options={[{ value: 'standard', label: say('standard') }, { value: 'large', label: say('large') }]} />
        <span>{say('theme')}</span><Segmented<'light' | 'dark' | 'system'> aria-label={say('theme')} value={theme} onChange={(value) => choose({ theme: value })} options={[{ value: 'light', label: say('light') }, { value: 'dark', label: say('dark') }, { value: 'system', label: say('system') }]} />
        <span>{say('language')}</span><Segmented<'zh' | 'en'> aria-label={say('language')} value={language} onChange={speak} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
      </div>
      <div className="column"><Button size="large" onClick={() => { close(); openPassword(); }}>{sayIdentity('changePassword')}</Button><Button size="large" onClick={() => void leave()}>{say('signOut')}</Button></div>
    </Drawer>
  );
}
