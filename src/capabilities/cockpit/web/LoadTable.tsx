import type { ReactElement } from 'react';
import { instantOf, momentText, useClock, useLanguage, useMinute, useWords } from '#ui/index.ts';
import type { CockpitAnswer, LoadJson } from '../contract.ts';
import { nameOf, type Opened } from './RowsPanel.tsx';
import { cockpitWords } from './words.ts';

const COLUMNS = ['open', 'today', 'overdue'] as const;
type Column = (typeof COLUMNS)[number];

/** 人员 × 负荷: what is somebody's own, and what a unit bears together; every number opens its rows. */
export function LoadTable({ load, total, figures, open }: { load: readonly LoadJson[]; total: CockpitAnswer['total']; figures: CockpitAnswer['figures']; open: (opened: Opened) => void }): ReactElement {
  const say = useWords(cockpitWords);
  const most = Math.max(1, ...load.map((each) => each.open));
  const show = (row: LoadJson, column: Column): void => {
    open({ figure: null, title: `${nameOf(row, say)} · ${say(column)}`, filter: { ...row.filter, owed: column } });
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
              <tr key={row.person ?? `u:${row.unit}`} className={row.person === null ? 'cockpit-shared' : ''}>
                <th scope="row">{nameOf(row, say)} <Away row={row} /></th><td className="quiet cockpit-unit">{row.unit}</td>
                {COLUMNS.map((column) => <td key={column} className="right"><Count row={row} column={column} press={() => show(row, column)} /></td>)}
                <td className="cockpit-bar"><span style={{ width: `${(row.open / most) * 100}%` }} /></td>
              </tr>
            ))}
          </tbody>
          <tfoot><tr><th scope="row">{say('total')}<br /><small className="quiet">{say('totalAbout')}</small></th><td className="cockpit-unit" />{COLUMNS.map((column) => <td key={column} className="right">{total[column]}</td>)}<td className="cockpit-bar" /></tr></tfoot>
        </table>
      )}
      <Unlike total={total} figures={figures} />
    </section>
  );
}

function Count({ row, column, press }: { row: LoadJson; column: Column; press: () => void }): ReactElement {
  const say = useWords(cockpitWords);
  if (row[column] === 0) return <span className="quiet">0</span>;
  return <button type="button" className={column === 'overdue' ? 'cockpit-number cockpit-late' : 'cockpit-number'} aria-label={`${nameOf(row, say)} ${say(column)} ${row[column]}`} onClick={press}>{row[column]}</button>;
}

function Away({ row }: { row: LoadJson }): ReactElement | null {
  const say = useWords(cockpitWords);
  const now = useMinute();
  const { zone } = useClock();
  const { language } = useLanguage();
  if (row.awayUntil === null) return null;
  const until = instantOf(row.awayUntil);
  return <span className="tag">{until === null ? say('leftForGood') : say('awayUntil', { at: momentText(until, now, zone, language, true) })}{row.standsIn !== null && ` · ${say('standsIn', { who: row.standsIn })}`}</span>;
}

/** Why the table's totals are others than the figures above it, where they are: said, so that nobody has to guess which one is right. */
function Unlike({ total, figures }: { total: CockpitAnswer['total']; figures: CockpitAnswer['figures'] }): ReactElement | null {
  const say = useWords(cockpitWords);
  const now = (name: Column): number => figures.find((figure) => figure.name === name && !figure.more)?.now ?? total[name];
  const told = [
    ...(now('open') === total.open ? [] : [say('openUnlike', { n: now('open'), there: total.open })]),
    ...(now('today') === total.today ? [] : [say('todayUnlike', { n: now('today'), there: total.today })]),
    ...(now('overdue') === total.overdue ? [] : [say('overdueUnlike', { n: now('overdue'), there: total.overdue })]),
  ];
  return told.length === 0 ? null : <p className="quiet">{told.join(say('unlikeStop'))}</p>;
}
