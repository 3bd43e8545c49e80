import type { Text } from '../text.ts';

/** One sign of a condition; `at` counts characters from 0. */
export interface Token { readonly kind: 'number' | 'quoted' | 'word' | 'sign'; readonly text: string; readonly at: number }

/** Thrown while one condition is read; `parseCondition` turns it into its answer, nothing else sees it. */
export class ConditionProblem extends Error {
  readonly problem: Text;
  constructor(problem: Text) {
    super(problem.en);
    this.problem = problem;
  }
}

// A hyphen inside a word belongs to the word (`take-up`); a minus stands between blanks (`date - 30 days`).
const SIGNS = /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|([A-Za-z_]\w*(?:-\w+)*)|(<=|>=|[<>()[\],.+-]))/y;

/** What people write from habit, and what the language says instead. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/^[!=]=*/, 'is / is not'], [/^&/, 'and'], [/^\|/, 'or'], [/^[（）]/, '( )'], [/^，/, ','], [/^[“”'‘’]/, '"…"'], [/^[元￥¥]/, '100 CNY'],
];

/**
 * Cuts a condition into its signs.
 * @throws ConditionProblem at the first character that belongs to no sign.
 */
export function tokens(text: string): readonly Token[] {
  const found: Token[] = [];
  SIGNS.lastIndex = 0;
  while (text.slice(SIGNS.lastIndex).trim() !== '') {
    const from = SIGNS.lastIndex;
    const match = SIGNS.exec(text);
    if (!match) throw unreadable(text, from);
    const [, number, quoted, word, sign] = match;
    const at = SIGNS.lastIndex;
    if (number !== undefined) found.push({ kind: 'number', text: number, at });
    else if (quoted !== undefined) found.push({ kind: 'quoted', text: quoted, at });
    else if (word !== undefined) found.push({ kind: 'word', text: word, at });
    else found.push({ kind: 'sign', text: sign ?? '', at });
  }
  return found;
}

function unreadable(text: string, from: number): ConditionProblem {
  const rest = text.slice(from).trim();
  const instead = HABITS.find(([habit]) => habit.test(rest))?.[1];
  return new ConditionProblem({
    zh: `条件“${text}”中读不懂“${rest}”${instead ? `，请改写为 ${instead}` : ''}`,
    en: `cannot read “${rest}” in the condition “${text}”${instead ? `; write ${instead}` : ''}`,
  });
}
