import { UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage, useWords } from '#ui/index.ts';
import { identityWords, useMe } from '#capabilities/identity/web/index.ts';
import { frameWords } from '../words.ts';
import { leave } from './leave.ts';

/** One's own name: position, language, password, the way out. */
export function NameMenu({ narrow, openPassword }: { narrow: boolean; openPassword: () => void }): ReactElement {
  const say = useWords(frameWords);
  const sayIdentity = useWords(identityWords);
  const { language, speak } = useLanguage();
  const me = useMe();
  const positions = [...new Set(me.positions.map((held) => held.title))].join('、');
  return (
    <Dropdown trigger={['click']} menu={{ items: [
      { key: 'who', label: <span>{me.name}{positions !== '' && ` · ${positions}`}{me.unit && ` · ${me.unit.name}`}</span>, disabled: true },
      { type: 'divider' },
      { key: 'language', label: say('otherLanguage'), onClick: () => speak(language === 'zh' ? 'en' : 'zh') },
      { key: 'password', label: sayIdentity('changePassword'), onClick: openPassword },
      { key: 'out', label: say('signOut'), onClick: () => void leave() },
    ] }}>
      <Button type="text" icon={<UserOutlined />} aria-label={me.name}>{narrow ? null : <>{me.name} ▾</>}</Button>
    </Dropdown>
  );
}
