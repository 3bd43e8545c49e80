import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Moment, useWords } from '#ui/index.ts';
import { eventsQuery } from '#capabilities/matters/web/index.ts';
import { deskWords } from './words.ts';

/** Who did what last, and what he wrote. */
export function LastStep({ matter }: { matter: string }): ReactElement | null {
  const say = useWords(deskWords);
  const { data: events } = useQuery(eventsQuery(matter));
  const last = events?.findLast((event) => event.act !== null && event.actor.person !== null && !event.recalled);
  if (!last) return null;
  return <p className="desk-last"><span className="quiet">{say('lastStep')}</span> {last.actor.name} <b>{last.title}</b> <Moment at={last.occurredAt} />{last.lines[0] !== undefined && <span className="quiet cut"> {last.lines[0]}</span>}</p>;
}
