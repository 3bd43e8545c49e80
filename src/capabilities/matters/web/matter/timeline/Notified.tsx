import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { DoneSign, Moment, useWords } from '#ui/index.ts';
import { notifiedQuery, type Notified as Told } from '../../calls.ts';
import { pageWords } from '../words.ts';

/** 谁收到了、几点看的: one folded line, not ten events. */
export function Notified({ matter }: { matter: string }): ReactElement | null {
  const say = useWords(pageWords);
  const told = useQuery(notifiedQuery(matter)).data ?? [];
  if (told.length === 0) return null;
  const people = new Set(told.map((one) => one.person.id)).size;
  const read = told.filter((one) => one.readAt !== null).length;
  return (
    <details className="notices-told">
      <summary className="quiet">{say('noticesSent', { n: people, all: told.length, read })}</summary>
      <ul className="rows">{told.toReversed().map((one) => <li key={one.id}><Line told={one} /></li>)}</ul>
    </details>
  );
}

function Line({ told }: { told: Told }): ReactElement {
  const say = useWords(pageWords);
  return (
    <span className="line">
      <Moment at={told.at} /> <b>{told.person.name}</b>
      {told.readAt === null ? <span className="quiet">{say('noticeUnread')}</span> : <span><DoneSign /> {say('noticeRead')} <Moment at={told.readAt} /></span>}
      <span className="quiet">{told.text}</span>
    </span>
  );
}
