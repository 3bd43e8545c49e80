/**
 * One cell of a history as its file tells it. `wall` is a time without zone (a spreadsheet's date), in milliseconds as if it were UTC;
 * null = empty.
 */
export type Cell = string | number | boolean | { readonly wall: number } | null;

/** The words of a cell in one spelling: full-width letters, digits and spaces made ordinary, white space at the ends and signs that turn the line round removed. */
export function wordsOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return new Date(cell.wall).toISOString().slice(0, 19).replace('T', ' ');
  return String(cell).normalize('NFKC').replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\s\u200b\ufeff]+/gu, ' ').trim();
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && !/[^\s\u200b\ufeff]/u.test(cell));
}
