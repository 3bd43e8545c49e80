import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Moment, useWords } from '#ui/index.ts';
import type { CockpitAnswer } from '../contract.ts';
import { waitingQuery } from './calls.ts';
import { cockpitWords } from './words.ts';

/** 要你动手的: decisions, what one oversees, positions nobody holds. */
export function YourTurn({ found: { overseen, vacant } }: { found: CockpitAnswer }): ReactElement {
  const say = useWords(cockpitWords);
  const waiting = useQuery(waitingQuery).data ?? 0;
  const nothing = waiting === 0 && overseen.length === 0 && vacant.length === 0;
  return (
    <section aria-label={say('yourTurn')}>
      <h2>{say('yourTurn')}</h2>
      {nothing && <p className="quiet">{say('nothingToDo')}</p>}
      <ul className="rows">
        {waiting > 0 && <li><Link to="/approvals"><b>{say('approvals', { n: waiting })}</b></Link></li>}
        {overseen.map((each) => (
          <li key={`${each.id}${each.act}`}>
            <span className="tag">{say(each.act === 'oversee' ? 'overseen' : 'instructed')}</span> <Link to="/matters/$id" params={{ id: each.id }}>{each.number} {each.subject}</Link>{' '}
            {each.answered ? <b>{say(each.act === 'oversee' ? 'answered' : 'reported')}</b> : <span className={each.overdue ? 'cockpit-late' : 'quiet'}>{say(each.overdue ? 'lateAnswer' : 'dueAt')} <Moment at={each.dueAt} end /></span>}
          </li>
        ))}
        {vacant.map((each) => (
          <li key={`${each.position}${each.unit ?? ''}`}>
            <span className="tag tag-ours">{say('vacant')}</span> {each.title}{each.unit !== null && `（${each.unit}）`} {each.waiting > 0 && <b>{say('waiting', { n: each.waiting })}</b>}
          </li>
        ))}
      </ul>
    </section>
  );
}
