import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useLanguage, useWords } from '#ui/index.ts';
import type { RosterCell, RosterJson } from '#capabilities/organisation/contract.ts';
import { neighbour, type Changes } from './roster-changes.ts';
import { shiftWords } from './words.ts';

interface Props { readonly week: RosterJson; readonly changes: Changes; readonly change: (changes: Changes) => void }

/** People by days. Up and down choose the shift, left and right go to the next day, Tab walks through; grey comes from the weekly pattern. */
export function RosterGrid({ week, changes, change }: Props): ReactElement {
  const say = useWords(shiftWords);
  const { language } = useLanguage();
  const grid = useRef<HTMLTableElement>(null);
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' });
  const walk = (event: KeyboardEvent, row: number, column: number): void => {
    const to = neighbour(week, { row, column }, event.key);
    if (!to) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLSelectElement>(`[data-place="${to.row}/${to.column}"]`)?.focus();
  };
  return (
    <div className="roster-scroll">
      <table className="roster" ref={grid}>
        <thead>
          <tr>
            <th scope="col">{say('person')}</th>
            {week.days.map((each) => (
              <th key={each.day} scope="col" className={each.today ? 'today' : undefined}>
                {weekday.format(new Date(`${each.day}T00:00:00Z`))} {each.day.slice(5)}{each.holiday && <span className="roster-holiday">{say('holiday')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.people.map((person, row) => (
            <tr key={person.id}>
              <th scope="row">{person.name}</th>
              {week.days.map((each, column) => (
                <Cell key={each.day} place={`${row}/${column}`} label={say('cell', { person: person.name, day: each.day })} week={week} changed={changes[`${person.id}/${each.day}`]}
                  kept={week.cells.find((cell) => cell.person === person.id && cell.day === each.day)} walk={(event) => walk(event, row, column)}
                  choose={(shift) => change({ ...changes, [`${person.id}/${each.day}`]: shift })} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellOf {
  readonly place: string; readonly label: string; readonly week: RosterJson; readonly kept: RosterCell | undefined; readonly changed: string | undefined;
  readonly walk: (event: KeyboardEvent) => void; readonly choose: (shift: string) => void;
}

function Cell({ place, label, week, kept, changed, walk, choose }: CellOf): ReactElement {
  const say = useWords(shiftWords);
  const shift = changed ?? kept?.shift ?? '';
  const differs = changed !== undefined && changed !== (kept?.shift ?? '');
  return (
    <td className={differs ? 'changed' : undefined}>
      <select data-place={place} aria-label={label} disabled={!week.mayChange} value={shift} className={!differs && kept?.from !== 'day' ? 'pattern' : undefined} onKeyDown={walk} onChange={(event) => choose(event.target.value)}>
        <option value="">{say('rest')}</option>
        {week.shifts.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
      </select>
    </td>
  );
}
