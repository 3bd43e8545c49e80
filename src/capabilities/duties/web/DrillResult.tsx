import type { ReactElement } from 'react';
import { AttentionSign, ClauseChips, clockText, dayOf, instantOf, isWord, Notice, useClock, useLanguage, useWords } from '#ui/index.ts';
import type { CalledPerson, DrillAnswer, DrillCall } from '../contract.ts';
import { offShiftOf } from '../rules/off-shift.ts';
import { drillWords } from './words.ts';

type To = DrillCall['to'];
const HOUR = 60;

/** Who is called at which minute, and where nobody would be. */
export function DrillResult({ found }: { found: DrillAnswer }): ReactElement {
  const say = useWords(drillWords);
  const time = useTimes(found.at);
  const elapsed = useElapsed();
  const off = offShiftOf(found);
  return (
    <section className="drill-result" aria-label={say('drill')}>
      <h2>{found.kindTitle} {found.classes.map((each) => <span key={each.title} className="tag">{each.title} {each.value}</span>)} · {time(found.at)}</h2>
      <p>{say('received', { who: found.receiver.name })} · {found.receiver.shift === null ? say('noShift') : say('onShift', { shift: found.receiver.shift })}</p>
      {found.vacant.length > 0 ? <Notice text={say('vacant', { titles: found.vacant.join('、') })} /> : off.length > 0 ? <Notice text={say('offShift', { names: off.join('、') })} /> : <p className="drill-covered">{say('covered')}</p>}
      {found.calls.length === 0 && <p>{say('nobodyHears')}</p>}
      {found.reaches && <p><b>{say('climbs', { who: found.reaches.title, when: elapsed(found.reaches.minute) })}</b></p>}
      <table>
        <thead><tr><th scope="col">{say('at')}</th><th scope="col">{say('what')}</th><th scope="col">{say('who')}</th></tr></thead>
        <tbody>
          {found.calls.map((each, at) => (
            <tr key={at}>
              <th scope="row"><b>{elapsed(each.minute)}</b><br /><span className="quiet number">{time(each.at)}</span></th>
              <td>{each.class === 'alarm' && <span className="tag pressing"><AttentionSign /> {say(each.climbed ? 'climbedAlarm' : 'alarm')}</span>}<span className="tag">{say(templateWord(each.template))}</span> {each.title} <ClauseChips clauses={each.clause} />{each.clause.length === 0 && each.ours !== null && <span className="tag tag-ours" title={each.ours}>{say('ours')}</span>}</td>
              <td><Called to={each.to} alarm={each.class === 'alarm'} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.owed.length > 0 && <h3>{say('owed')}</h3>}
      <ul className="rows">
        {found.owed.map((each, at) => <li key={at}><b>{each.title}</b> {each.dueAt === null ? say('undated') : say('by', { at: time(each.dueAt, true) })} <ClauseChips clauses={each.clause} /> <Called to={each.to} /></li>)}
      </ul>
      {found.opens.length > 0 && <p>{say('opens', { titles: found.opens.join('、') })}</p>}
    </section>
  );
}

/** The code's word `urgent` stands for a chip, too. */
function templateWord(template: string): keyof typeof drillWords {
  if (template === 'urgent') return 'alarmed';
  return isWord(drillWords, template) ? template : 'other';
}

function useElapsed(): (minute: number) => string {
  const say = useWords(drillWords);
  return (minute) => (minute === 0 ? say('atOnce') : minute < HOUR ? say('minute', { n: minute }) : say('hours', { h: Math.floor(minute / HOUR), m: minute % HOUR }));
}

/** Times as seen from the hour of the drill. */
function useTimes(from: string): (at: string, end?: boolean) => string {
  const { zone } = useClock();
  const { language } = useLanguage();
  const distant = -8.64e15;
  return (at, end = false) => {
    const instant = instantOf(at) ?? 0;
    const day = (each: number): string => dayOf(each, instantOf(from) ?? distant, zone, language);
    const shown = end ? instant - 1 : instant;
    return `${at.slice(0, 10) === from.slice(0, 10) && at !== from ? '' : `${at === from ? at.slice(0, 10) : day(shown)} `}${clockText(instant, zone, end)}`;
  };
}

function Called({ to, alarm = false }: { to: To; alarm?: boolean }): ReactElement {
  const say = useWords(drillWords);
  return (
    <ul className="drill-called">
      {to.map((each, at) => (
        <li key={at}>{each.title === '' ? say('colleagues') : each.title}{each.people.length === 0 ? <b className="drill-nobody"> {say('nobody')}</b> : each.people.map((person) => <Person key={person.person} person={person} alone={each.people.length === 1 && person.name === each.title} alarm={alarm} />)}</li>
      ))}
    </ul>
  );
}

/** An alarm rings those on duty; whoever is at home finds it in the product. */
function Person({ person, alone, alarm }: { person: CalledPerson; alone: boolean; alarm: boolean }): ReactElement | null {
  const say = useWords(drillWords);
  const marks = [...(person.state === 'here' ? [] : [say(person.state)]), ...(person.standsFor === null ? [] : [say('standsFor', { who: person.standsFor })]), ...(alarm && !person.rung && person.state !== 'away' ? [say('notRung')] : [])];
  if (alone && marks.length === 0) return null;
  return <span className={`drill-person drill-${person.state}`}>{!alone && person.name}{marks.length > 0 && <small> {marks.join(' · ')}</small>}</span>;
}
