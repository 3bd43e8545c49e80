import { App, Dropdown, Button } from 'antd';
import type { ReactElement } from 'react';
import { useAct } from '#capabilities/matters/web/index.ts';
import { useWords } from '#ui/index.ts';
import { revisitWords } from './words.ts';

/** 约 … 再打: the customer wants another time. It is noted in the matter, and stands there for whoever calls then. */
export function CallLater({ matter, times, goOn }: { readonly matter: string; readonly times: readonly string[]; readonly goOn: () => void }): ReactElement {
  const say = useWords(revisitWords);
  const { message } = App.useApp();
  const { busy, submit } = useAct(matter);
  const later = async (when: string): Promise<void> => {
    if (await submit({ act: 'note', fields: { text: say('callAgain', { when }) } })) { message.success(say('callAgain', { when })); goOn(); }
  };
  return <Dropdown trigger={['click']} menu={{ items: times.map((when) => ({ key: when, label: say('callAgain', { when }) })), onClick: ({ key }) => void later(key) }}><Button size="large" loading={busy}>{say('callLater')}</Button></Dropdown>;
}
