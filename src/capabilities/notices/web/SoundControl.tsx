import { MutedOutlined, SoundOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { choice, choose, door, seat, startSound } from './sound/index.ts';
import { noticeWords } from './words.ts';

/** 声音开/关 of the bar, with its volume. While the browser lets no tab be heard it is a chip that says so, and a press opens it. */
export function SoundControl(): ReactElement {
  const say = useWords(noticeWords);
  const { on, volume } = useSyncExternalStore(choice.subscribe, choice.read);
  const items: NonNullable<MenuProps['items']> = [
    { key: 'on', label: say('soundOn'), onClick: () => { choose({ on: true }); startSound(); } },
    { key: 'off', label: say('soundOff'), onClick: () => choose({ on: false }) },
    { type: 'divider' },
    { key: 'volume', type: 'group', label: say('volume'), children: (['low', 'normal'] as const).map((each) => ({ key: each, label: say(each), onClick: () => { choose({ volume: each }); startSound(); } })) },
    { type: 'divider' },
    { key: 'tryChime', label: say('tryChime'), disabled: !on, onClick: () => startSound('chime') },
    { key: 'tryAlarm', label: say('tryAlarm'), disabled: !on, onClick: () => startSound('alarm') },
  ];
  const blocked = useBlocked();
  if (blocked) return <SoundChip />;
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, multiple: true, selectedKeys: [on ? 'on' : 'off', volume] }}>
      <Button type="text" icon={on ? <SoundOutlined /> : <MutedOutlined />} aria-label={say(on ? 'soundOn' : 'soundOff')} title={say(on ? 'soundOn' : 'soundOff')} />
    </Dropdown>
  );
}

/** What is pressed to be heard. */
export function SoundChip(): ReactElement {
  const say = useWords(noticeWords);
  return <button type="button" className="sound-chip" onClick={() => startSound()}><MutedOutlined />{say('blocked')}</button>;
}

/** Whether sound is wanted, and no tab of this browser may be heard. */
export function useBlocked(): boolean {
  const { on } = useSyncExternalStore(choice.subscribe, choice.read);
  const open = useSyncExternalStore(door.subscribe, door.read);
  const { led } = useSyncExternalStore(seat.subscribe, seat.read);
  return on && !open && !led;
}
