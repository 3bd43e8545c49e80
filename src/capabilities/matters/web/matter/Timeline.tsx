import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, ClauseChips, Moment, Nothing, useWords } from '#ui/index.ts';
import type { EventJson } from '../../contract.ts';
import { eventsQuery } from '../calls.ts';
import { matterWords } from '../words.ts';

type Shown = 'all' | 'people' | 'system';

/** What has happened, newest first. */
export function Timeline({ matter }: { matter: string }): ReactElement {
  const say = useWords(matterWords);
  const events = useQuery(eventsQuery(matter));
  const [shown, show] = useState<Shown>('all');
  const fits = (event: EventJson): boolean => shown === 'all' || (event.actor.person === null) === (shown === 'system');
  return (
    <section aria-label={say('timeline')}>
      <div className="line">
        <h2>{say('timeline')}</h2>
        <Segmented<Shown> value={shown} onChange={show} options={[{ value: 'all', label: say('allEvents') }, { value: 'people', label: say('peopleEvents') }, { value: 'system', label: say('systemEvents') }]} />
      </div>
      <Answer of={events}>{(found) => {
        const rows = found.filter(fits).reverse();
        return rows.length === 0 ? <Nothing text={say('noEvents')} /> : <ol className="timeline">{rows.map((event) => <EventLine key={event.seq} event={event} />)}</ol>;
      }}</Answer>
    </section>
  );
}

function EventLine({ event }: { event: EventJson }): ReactElement {
  const say = useWords(matterWords);
  return (
    <li className={event.actor.person === null ? 'event event-system' : 'event'}>
      <div className="event-head">
        <Moment at={event.occurredAt} />
        <b>{event.title}</b>
        <span>{event.actor.name}</span>
        {event.late && <span className="tag">{say('late')} · {say('recordedAt')} <Moment at={event.recordedAt} /></span>}
        <ClauseChips clauses={event.clause} />
      </div>
      {event.lines.map((line, i) => <p key={i}>{line}</p>)}
    </li>
  );
}
