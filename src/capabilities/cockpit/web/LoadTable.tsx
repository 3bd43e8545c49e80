import type { ReactElement } from 'react';
import { instantOf, momentText, useClock, useLanguage, useNow, useWords } from '#ui/index.ts';
import type { LoadJson } from '../contract.ts';
import type { Opened } from './RowsPanel.tsx';
import { cockpitWords } from './words.ts';

const COLUMNS = ['open', 'today', 'overdue'] as const;

/** 人员 × 负荷: every number opens its rows. */
export function LoadTable({ load, open }: { load: readonly LoadJson[]; open: (opened: Opened) => void }): ReactElement {
  const say = useWords(cockpitWords);
  const most = Math.max(1, ...load.map((each) => each.open));
  const show = (row: LoadJson, column: (typeof COLUMNS)[number]): void => {
    open({ figure: null, title: `${row.name} · ${say(column)}`, filter: { bearer: row.person, owed: column } });
    scrollTo({ top: 0 });
  };
  return (
    <section aria-label={say('people')}>
      <h2>{say('people')} <small className="quiet">{say('peopleAbout')}</small></h2>
      {load.length === 0 ? <p className="quiet">{say('nobody')}</p> : (
        <table className="cockpit-load">
          <thead><tr><th scope="col">{say('person')}</th><th scope="col" className="cockpit-unit">{say('unit')}</th>{COLUMNS.map((column) => <th key={column} scope="col" className="right">{say(column)}</th>)}<th scope="col" className="cockpit-bar"><span className="unseen">{say('open')}</span></th></tr></thead>
          <tbody>
            {load.map((row) => (
              <tr key={row.person}>
                <th scope="row">{row.name} <Away row={row} /></th><td className="quiet cockpit-unit">{row.unit}</td>
                {COLUMNS.map((column) => (
                  <td key={column} className="right">{row[column] === 0 ? <span className="quiet">0</span> : <button type="button" className={column === 'overdue' ? 'cockpit-number cockpit-late' : 'cockpit-number'} aria-label={`${row.name} ${say(column)} ${row[column]}`} onClick={() => show(row, column)}>{row[column]}</button>}</td>
                ))}
                <td className="cockpit-bar"><span style={{ width: `${(row.open / most) * 100}%` }} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Away({ row }: { row: LoadJson }): ReactElement | null {
  const say = useWords(cockpitWords);
  const now = useNow();
  const { zone } = useClock();
  const { language } = useLanguage();
  if (row.awayUntil === null) return null;
  const until = instantOf(row.awayUntil);
  return <span className="tag">{until === null ? say('leftForGood') : say('awayUntil', { at: momentText(until, now, zone, language, true) })}{row.standsIn !== null && ` · ${say('standsIn', { who: row.standsIn })}`}</span>;
}
