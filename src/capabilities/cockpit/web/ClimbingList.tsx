import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { maskedPhone, Moment, useWords } from '#ui/index.ts';
import type { ClimbingJson } from '../contract.ts';
import { cockpitWords } from './words.ts';

/** 苗头: each line opens the matters it is made of. */
export function ClimbingList({ climbing }: { climbing: readonly ClimbingJson[] }): ReactElement {
  const say = useWords(cockpitWords);
  return (
    <section aria-label={say('climbing')}>
      <h2>{say('climbing')} <small className="quiet">{say('climbingMeans')}</small></h2>
      {climbing.length === 0 && <p className="quiet">{say('noClimbing')}</p>}
      {climbing.map((each) => (
        <details key={`${each.is}${each.title}`} className="climbing">
          <summary><span className="tag">{say(each.is)}</span> <b>{each.is === 'phone' ? maskedPhone(each.title) : each.title}</b> <span className="climbing-n">{say('times', { n: each.recent })}</span> <span className="quiet">{say('usual', { n: each.usual })}</span></summary>
          <ul className="rows">{each.matters.map((matter) => <li key={matter.id}><Link to="/matters/$id" params={{ id: matter.id }}>{matter.number} {matter.subject}</Link> <span className="quiet"><Moment at={matter.receivedAt} /></span></li>)}</ul>
        </details>
      ))}
    </section>
  );
}
