import { App, Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAct } from '#capabilities/matters/web/index.ts';
import { useWords } from '#ui/index.ts';
import { AgreedTime } from './AgreedTime.tsx';
import { useSpoken } from './useSpoken.ts';
import { revisitWords } from './words.ts';

/** 约 … 再打: the customer wants another time. It is noted in the matter, and owed at that time: it comes to the desk, with a notice before. */
export function CallLater({ matter, goOn }: { readonly matter: string; readonly goOn: () => void }): ReactElement {
  const say = useWords(revisitWords);
  const { message } = App.useApp();
  const { busy, submit } = useAct(matter);
  const [open, setOpen] = useState(false);
  const spoken = useSpoken();
  const later = async (until: string): Promise<void> => {
    const when = spoken(until);
    setOpen(false);
    if (await submit({ act: 'note', fields: { text: say('callAgain', { when }), how: 'phone', until } })) { message.success(say('callAgreed', { when })); goOn(); }
  };
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} destroyOnHidden content={<AgreedTime title={say('callWhen')} value="" change={(time) => void later(time)} />}>
      <Button size="large" loading={busy} aria-expanded={open}>{say('callLater')}</Button>
    </Popover>
  );
}
