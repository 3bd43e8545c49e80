import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { Answer, clockText, dayOf, Nothing, useClock, useLanguage, useMinute, useWords } from '#ui/index.ts';
import { useWithinProject } from '#capabilities/customers/web/index.ts';
import { holds, useMe } from '#capabilities/identity/web/index.ts';
import type { CockpitAnswer, ClimbingJson } from '../contract.ts';
import { cockpitQuery } from './calls.ts';
import { Change } from './Figures.tsx';
import { nameOf } from './RowsPanel.tsx';
import { cockpitWords } from './words.ts';
import './wall.css';

const PEOPLE = 8;
/** What names no customer. */
const NAMELESS: readonly ClimbingJson['is'][] = ['building', 'severity', 'word'];

/** 大屏: 1920×1080 over the whole window, read from across the room. It reads itself again when a matter changes. `children`: the sound of alarms, which is others’ business. */
export function WallPage({ children }: { children?: ReactNode }): ReactElement {
  const say = useWords(cockpitWords);
  const me = useMe();
  const oversees = holds(me, 'oversee');
  const within = useWithinProject();
  const cockpit = useQuery({ ...cockpitQuery(within), enabled: oversees });
  if (!oversees) return <Nothing text={say('onlyManagers')} />;
  return (
    <div className="wall">
      <header><h1>{me.tenant.name}</h1><span className="grow" />{children}<Clock /><Link to="/manager" className="wall-leave">{say('leaveWall')}</Link></header>
      <Answer of={cockpit}>{(found) => <Figures found={found} />}</Answer>
    </div>
  );
}
export default WallPage;

function Clock(): ReactElement {
  const now = useMinute();
  const { zone } = useClock();
  const { language } = useLanguage();
  return <span className="wall-clock">{dayOf(now, now, zone, language)} {clockText(now, zone)}</span>;
}

function Figures({ found }: { found: CockpitAnswer }): ReactElement {
  const say = useWords(cockpitWords);
  const climbing = found.climbing.filter((each) => NAMELESS.includes(each.is));
  return (
    <>
      <section className="wall-figures" aria-label={say('figures')}>
        {found.figures.map((figure) => (
          <div key={figure.name} className={figure.name === 'overdue' && figure.now > 0 ? 'wall-figure wall-late' : 'wall-figure'}><span>{say(figure.name)}</span><b style={{ '--signs': `${figure.now}`.length + (figure.more ? 1 : 0) } as CSSProperties}>{figure.now}{figure.more && '+'}</b><Change figure={figure} /></div>
        ))}
      </section>
      <div className="wall-rest">
        <section aria-label={say('people')}>
          <h2>{say('people')}</h2>
          <table>
            <thead><tr><th scope="col">{say('person')}</th><th scope="col">{say('open')}</th><th scope="col">{say('today')}</th><th scope="col">{say('overdue')}</th></tr></thead>
            <tbody>{found.load.slice(0, PEOPLE).map((row) => <tr key={row.person ?? `u:${row.unit}`}><th scope="row">{nameOf(row, say)}{row.awayUntil !== null && <small> {say('away')}</small>}</th><td>{row.open}</td><td>{row.today}</td><td className={row.overdue > 0 ? 'wall-over' : ''}>{row.overdue}</td></tr>)}</tbody>
          </table>
        </section>
        <section aria-label={say('climbing')}>
          <h2>{say('climbing')}</h2>
          {climbing.length === 0 ? <p>{say('noClimbing')}</p> : <ul>{climbing.map((each) => <li key={`${each.is}${each.title}`}><span>{say(each.is)} {each.title}</span><b>{each.recent}</b></li>)}</ul>}
        </section>
      </div>
    </>
  );
}
