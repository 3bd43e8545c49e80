import { useQuery } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useCallback, useRef, useState, type ComponentRef, type ReactElement, type ReactNode } from 'react';
import { Answer, SidePanel, useNarrow, useWords } from '#ui/index.ts';
import type { ObligationJson, WhyAsked } from '../../../contract.ts';
import { becauseQuery, explanationQuery } from '../../calls.ts';
import { matterWords } from '../../words.ts';
import { Because } from './Because.tsx';
import { Explained } from './Explained.tsx';
import './why.css';

/** 「为什么」 behind a time: the clause, whose number it is, the arithmetic, the facts, and what follows if nobody acts. */
export function Why({ obligation }: { obligation: ObligationJson }): ReactElement {
  return <Behind title={obligation.title}>{(grown) => <Asked obligation={obligation.id} grown={grown} />}</Behind>;
}

/** 「为什么」 behind a severity, a handler, an approver or whoever owes something. @param title - what it is said of, for those who do not see where it stands */
export function WhyThis({ matter, title, ...asked }: { matter: string; title: string } & WhyAsked): ReactElement {
  return <Behind title={title} named>{() => <AskedThis matter={matter} asked={asked} />}</Behind>;
}

function Behind({ title, named = false, children }: { title: string; named?: boolean; children: (grown: () => void) => ReactNode }): ReactElement {
  const say = useWords(matterWords);
  const [open, setOpen] = useState(false);
  const narrow = useNarrow();
  const popover = useRef<ComponentRef<typeof Popover>>(null);
  // What is unfolded inside may grow past the edge of the screen: its place is worked out again.
  const grown = useCallback(() => popover.current?.forceAlign(), []);
  const button = (
    <Button type="link" className={named ? 'flush why-this' : ''} aria-expanded={open} aria-haspopup="dialog" {...(named ? { 'aria-label': say('whyOf', { title }) } : {})} {...(narrow ? { onClick: () => setOpen(true) } : {})}>{say('why')}</Button>
  );
  if (narrow) return <>{button}<SidePanel open={open} title={title} close={() => setOpen(false)}>{children(grown)}</SidePanel></>;
  return <Popover ref={popover} trigger="click" open={open} onOpenChange={setOpen} placement="leftTop" destroyOnHidden classNames={{ root: 'why' }} content={children(grown)}>{button}</Popover>;
}

function Asked({ obligation, grown }: { obligation: string; grown: () => void }): ReactElement {
  const explanation = useQuery(explanationQuery(obligation));
  return <div className="why-body"><Answer of={explanation} rows={4}>{(found) => <Explained explanation={found} grown={grown} />}</Answer></div>;
}

function AskedThis({ matter, asked }: { matter: string; asked: WhyAsked }): ReactElement {
  const because = useQuery(becauseQuery(matter, asked));
  return <div className="why-body"><Answer of={because} rows={3}>{(found) => <Because because={found} />}</Answer></div>;
}
