import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useCallback, useRef, useState, type ComponentRef, type ReactElement } from 'react';
import { Answer, SidePanel, useNarrow, useWords } from '#ui/index.ts';
import type { ObligationJson } from '../../../contract.ts';
import { explanationQuery } from '../../calls.ts';
import { matterWords } from '../../words.ts';
import { Explained } from './Explained.tsx';
import './why.css';

/** 「为什么」 behind a time: the clause, whose number it is, the arithmetic, the facts, and what follows if nobody acts. */
export function Why({ obligation }: { obligation: ObligationJson }): ReactElement {
  const say = useWords(matterWords);
  const [open, setOpen] = useState(false);
  const narrow = useNarrow();
  const popover = useRef<ComponentRef<typeof Popover>>(null);
  // What is unfolded inside may grow past the edge of the screen: its place is worked out again.
  const grown = useCallback(() => popover.current?.forceAlign(), []);
  const button = <Button type="link" aria-expanded={open} aria-haspopup="dialog" {...(narrow ? { onClick: () => setOpen(true) } : {})}>{say('why')}</Button>;
  if (narrow) return <>{button}<SidePanel open={open} title={obligation.title} close={() => setOpen(false)}><Asked obligation={obligation.id} grown={grown} /></SidePanel></>;
  return (
    <Popover ref={popover} trigger="click" open={open} onOpenChange={setOpen} placement="leftTop" destroyOnHidden classNames={{ root: 'why' }} content={<Asked obligation={obligation.id} grown={grown} />}>
      {button}
    </Popover>
  );
}

function Asked({ obligation, grown }: { obligation: string; grown: () => void }): ReactElement {
  const explanation = useQuery(explanationQuery(obligation));
  return <div className="why-body"><Answer of={explanation} rows={4}>{(found) => <Explained explanation={found} grown={grown} />}</Answer></div>;
}
