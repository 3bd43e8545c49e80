/** Letters that take two places on a terminal: Chinese, Japanese, Korean, full-width forms. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NO_WIDTH = /\p{Mn}|\p{Cf}/u;

/** Places a text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += NO_WIDTH.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

/** Cuts a text to so many places, with … where something is left out. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = '';
  for (const letter of text) {
    if (widthOf(cut + letter) > width - 1) break;
    cut += letter;
  }
  return `${cut}…`;
}

/** Lines in columns, two blanks between; numbers stand at the right. The first line is the header. */
export function inColumns(lines: readonly (readonly (string | number)[])[]): string {
  const widths = lines.reduce<number[]>((most, line) => line.map((cell, index) => Math.max(most[index] ?? 0, widthOf(String(cell)))), []);
  const numbers = widths.map((_, index) => lines.slice(1).every((line) => typeof line[index] === 'number' || line[index] === '' || line[index] === '–'));
  const cellOf = (cell: string | number, index: number): string => {
    const blank = ' '.repeat((widths[index] ?? 0) - widthOf(String(cell)));
    return numbers[index] ? blank + String(cell) : String(cell) + blank;
  };
  return lines.map((line) => line.map(cellOf).join('  ').trimEnd()).join('\n');
}
