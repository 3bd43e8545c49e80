/** The door of documents: paper as PDF, tables as xlsx. */
export { openPress, type Press, type PressOptions, type Printable, type SetPaper } from './press/press.ts';
export { NotSet } from './press/thread.ts';
export { drawnCharacters } from './glyphs/fonts.ts';
export { qrOf } from './qr.ts';
export { maskedPhone, maskedText, type Cell } from './sheets/cells.ts';
export { beginSheet, type Sheet, type SheetColumn, type SheetFrame } from './sheets/workbook.ts';
