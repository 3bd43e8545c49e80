import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { isoText, Moment, useClock, useLanguage, useWords } from '#ui/index.ts';
import type { HandoverJson, SheetJson } from '../contract.ts';
import { handoverRows, type HandoverPart } from '../rules/sheet.ts';
import { shiftWords } from './words.ts';

/** A time as the sheet writes it: it stands on one line. */
const WHEN = /^\d\d-\d\d \d\d:\d\d$/u;

/** A hand-over sheet as it stands on screen and, with Ctrl+P, on paper. */
export function Sheet({ sheet, signed }: { sheet: SheetJson; signed: Pick<HandoverJson, 'giver' | 'taker'> | null }): ReactElement {
  const say = useWords(shiftWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const written = (at: string): string => isoText(Date.parse(at), zone).slice(5, 16).replace('T', ' ');
  const parts = handoverRows(sheet, language, written);
  const span = (shift: SheetJson['shift']): string => (shift === null ? say('noShift') : `${shift.name} ${written(shift.from)} – ${written(shift.until)}`);
  return (
    <article className="sheet">
      <h2 className="sheet-title">{say('sheetTitle', { unit: sheet.unit.name })}</h2>
      <dl className="sheet-head">
        <Fact title={say('drawn')}>{written(sheet.drawnAt)}</Fact><Fact title={say('shift')}>{span(sheet.shift)}</Fact>
        <Fact title={say('nextShift')}>{span(sheet.next)}</Fact><Fact title={say('since2')}>{sheet.last === null ? say('neverYet') : written(sheet.last ?? sheet.since)}</Fact>
      </dl>
      {parts.map((part) => <Part key={part.title} {...part} />)}
      <dl className="sheet-names">
        <Fact title={say('giver')}>{signed?.giver ? <>{signed.giver.name} <span className="quiet"><Moment at={signed.giver.at} /></span></> : say('unsigned')}</Fact>
        <Fact title={say('taker')}>{signed?.taker ? <>{signed.taker.name} <span className="quiet"><Moment at={signed.taker.at} /></span></> : say('unsigned')}</Fact>
      </dl>
    </article>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return <div><dt className="quiet">{title}</dt><dd>{children}</dd></div>;
}

function Part({ title, columns, rows, matters, late }: HandoverPart): ReactElement {
  const say = useWords(shiftWords);
  return (
    <section className="sheet-part" aria-label={title}>
      <h3>{title} <span className={late > 0 ? 'sheet-late' : 'quiet'}>{rows.length}</span></h3>
      {rows.length === 0 ? <p className="quiet">{say('none')}</p> : (
        <table className="sheet-table">
          <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {rows.map((cells, index) => (
              <tr key={`${matters[index]}-${index}`}>
                {cells.map((cell, at) => <td key={columns[at]} data-title={columns[at]} className={WHEN.test(cell) ? 'sheet-when' : ''}>{at === 0 ? <Link to="/matters/$id" params={{ id: matters[index] ?? '' }}>{cell}</Link> : cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
