import { TEMPLATES } from './customers/sheets.ts';

/** The people of the template: name, account and mobile; positions and units come from the policy. */
export const PEOPLE_SAMPLES = [['张敏', 'zhangmin', '13800000001'], ['李伟', 'liwei', '13800000002'], ['王芳', '1024', '13800000003']] as const;
/** Where those stand in a row of the template. */
const TELLING = [0, 1, 4];

const plain = (cells: readonly string[]): string => cells.map((cell) => cell.trim()).join('\t').trimEnd();
const OF_CUSTOMERS = new Set(Object.values(TEMPLATES).flatMap(({ examples }) => examples.map(plain)));
const OF_PEOPLE = new Set(PEOPLE_SAMPLES.map(plain));

/** Whether a row is one of the examples of our templates, left in as it was: nobody means to import it. */
export const isSample = (cells: readonly string[]): boolean => OF_CUSTOMERS.has(plain(cells)) || OF_PEOPLE.has(plain(TELLING.map((at) => cells[at] ?? '')));

/** Row numbers as people write them: 2–4, 7. */
export function rowsInWords(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}
