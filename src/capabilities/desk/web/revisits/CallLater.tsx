import { App, Dropdown, Button } from 'antd';
import type { ReactElement } from 'react';
import { replyTimes, useAct } from '#capabilities/matters/web/index.ts';
import { useClock, useNow, useWords } from '#ui/index.ts';
import { useSpoken } from './useSpoken.ts';
import { revisitWords } from './words.ts';

/** 约 … 再打: the customer wants another time. It is noted in the matter, and owed at that time: it comes to the desk, with a notice before. */
export function CallLater({ matter, goOn }: { readonly matter: string; readonly goOn: () => void }): ReactElement {
  const say = useWords(revisitWords);
  const { message } = App.useApp();
  const { busy, submit } = useAct(matter);
  const { zone } = useClock();
  const now = useNow();
  const spoken = useSpoken();
  const later = async (until: string): Promise<void> => {
    const when = spoken(until);
    if (await submit({ act: 'note', fields: { text: say('callAgain', { when }), how: 'phone', until } })) { message.success(say('callAgreed', { when })); goOn(); }
  };
  return <Dropdown trigger={['click']} menu={{ items: replyTimes(now, zone).map((time) => ({ key: time, label: say('callAgain', { when: spoken(time) }) })), onClick: ({ key }) => void later(key) }}><Button size="large" loading={busy}>{say('callLater')}</Button></Dropdown>;
}
