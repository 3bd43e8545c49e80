import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import excel from 'exceljs';
import { harmless, type Cell } from './cells.ts';

export interface SheetColumn { readonly title: string; /** In characters. */ readonly width: number }

export interface SheetFrame {
  readonly name: string;
  /** Stands above the table: who took it, when, and what was asked for. */
  readonly watermark: string;
  readonly columns: readonly SheetColumn[];
}

/** A sheet that is written row by row; only the packed bytes are held. */
export interface Sheet { add(row: readonly Cell[]): void; finish(): Promise<Uint8Array> }

/** Begins a sheet: a line with the watermark, the titles (they stay when scrolling, with filters), then rows. */
export function beginSheet({ name, watermark, columns }: SheetFrame): Sheet {
  const stream = new PassThrough();
  const bytes = buffer(stream);
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  // Names of sheets may not hold these signs, nor more than 31 characters.
  const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 2 }], headerFooter: { oddFooter: '&P / &N' }, pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const first = sheet.addRow([harmless(watermark)]);
  first.font = { italic: true, color: { argb: 'FF666666' } };
  first.commit();
  const titles = sheet.addRow(columns.map(({ title }) => title));
  titles.font = { bold: true };
  titles.commit();
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: Math.max(1, columns.length) } };
  return {
    add(row) {
      sheet.addRow(row.map(harmless)).commit();
    },
    async finish() {
      sheet.commit();
      await book.commit();
      return bytes;
    },
  };
}
