/** A value in a sheet: text, a number, or nothing. Instants are text as they are read, so that no program moves them to its own zone. */
export type Cell = string | number | null;

/** What a spreadsheet would take for a formula, also behind blanks, tabs or in full width. */
const FORMULA = /^[\s\u{200b}\u{feff}]*[=+\-@＝＋－＠\t\r]/u;
/** More than this no cell may hold. */
const LONGEST = 32_767;
// Tab, line feed and carriage return may stand in a sheet; other control characters break the file.
const BROKEN = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\u{fffe}\u{ffff}]/gu;

/**
 * A text that can only be read as text. Cells are written as strings anyway; the apostrophe keeps them harmless when the sheet is saved as CSV
 * and opened again. Telephone numbers such as +86 138… are the price: they, too, get one.
 */
export function harmless(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const clean = cell.replace(BROKEN, '');
  return (FORMULA.test(clean) ? `'${clean}` : clean).slice(0, LONGEST);
}

/** 138****2046: enough to recognise a number one knows, too little to dial. Short numbers keep their last two digits. */
export function maskedPhone(phone: string): string {
  if (phone === '') return '';
  return phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}

/** 王**: the first character of a name; of an address the first four. */
export function maskedText(text: string, kept: number): string {
  const characters = [...text];
  return characters.length === 0 ? '' : `${characters.slice(0, Math.min(kept, characters.length - 1)).join('')}**`;
}
