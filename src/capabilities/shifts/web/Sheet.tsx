import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { isoText, Moment, useClock, useLanguage, useWords } from '#ui/index.ts';
import type { HandoverJson, SheetJson, SheetRow } from '../contract.ts';
import { handoverRows } from '../rules/sheet.ts';
import { shiftWords } from './words.ts';

const KEYS = ['alarms', 'calls', 'due', 'open'] as const;

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
        <Fact title={say('nextShift')}>{span(sheet.next)}</Fact><Fact title={say('since2')}>{written(sheet.since)}</Fact>
      </dl>
      {parts.map((part, index) => <Part key={part.title} title={part.title} columns={part.columns} rows={sheet[KEYS[index] ?? 'open']} cells={part.rows} late={index === 0} />)}
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

interface PartOf { readonly title: string; readonly columns: readonly string[]; readonly rows: readonly SheetRow[]; readonly cells: readonly (readonly string[])[]; readonly late: boolean }

function Part({ title, columns, rows, cells, late }: PartOf): ReactElement {
  const say = useWords(shiftWords);
  return (
    <section className="sheet-part" aria-label={title}>
      <h3>{title} <span className={late && rows.length > 0 ? 'sheet-late' : 'quiet'}>{rows.length}</span></h3>
      {rows.length === 0 ? <p className="quiet">{say('none')}</p> : (
        <table className="sheet-table">
          <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={`${row.matter}-${index}`}>
                {(cells[index] ?? []).map((cell, at) => <td key={columns[at]} data-title={columns[at]}>{at === 0 ? <Link to="/matters/$id" params={{ id: row.matter }}>{cell}</Link> : cell}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
