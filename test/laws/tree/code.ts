/** What a stretch of source is made of. */
type Sort = 'code' | 'comment' | 'string' | 'regex';

// Before these a slash divides; after anything else it begins a regular expression.
const VALUE_BEFORE = /[\w$)\]}]$/;
const KEYWORD_BEFORE = /\b(return|typeof|case|in|of|do|else|void|delete|instanceof|new|yield|await)$/;

/** Cuts a source into code, comments, texts and regular expressions; the code inside `${…}` is code again. */
function* stretches(text: string): Generator<{ readonly sort: Sort; readonly text: string }> {
  let [at, from] = [0, 0];
  // What stands before, comments left out; a text or a regular expression counts as a value.
  let tail = '';
  const depths: number[] = [];
  while (at < text.length) {
    const closesHole = text[at] === '}' && depths.at(-1) === 0;
    const other = closesHole ? { sort: 'string' as const, to: endOfTemplate(text, at + 1) } : otherAt(text, at, () => `${tail}${text.slice(Math.max(from, at - 40), at)}`.trimEnd());
    if (other) {
      yield { sort: 'code', text: text.slice(from, at) };
      yield { sort: other.sort, text: text.slice(at, other.to) };
      const opensHole = other.sort === 'string' && text.slice(at, other.to).endsWith('${');
      tail = other.sort === 'comment' ? `${tail}${text.slice(Math.max(from, at - 40), at)}` : opensHole ? '(' : ')';
      if (closesHole) depths.pop();
      if (opensHole) depths.push(0);
      at = from = other.to;
      continue;
    }
    if (depths.length > 0 && (text[at] === '{' || text[at] === '}')) depths.push((depths.pop() ?? 0) + (text[at] === '{' ? 1 : -1));
    at++;
  }
  yield { sort: 'code', text: text.slice(from) };
}

function otherAt(text: string, at: number, before: () => string): { readonly sort: Sort; readonly to: number } | null {
  const sign = text[at];
  if (sign === "'" || sign === '"') return { sort: 'string', to: endOf(text, at + 1, (index) => text[index] === sign || text[index] === '\n') };
  if (sign === '`') return { sort: 'string', to: endOfTemplate(text, at + 1) };
  if (sign !== '/') return null;
  if (text[at + 1] === '/') return { sort: 'comment', to: indexOr(text, '\n', at) };
  if (text[at + 1] === '*') return { sort: 'comment', to: indexOr(text, '*/', at + 2) + 2 };
  const said = before();
  // A tag that ends (`</p>`, `/>`) is no expression either.
  if ((VALUE_BEFORE.test(said) && !KEYWORD_BEFORE.test(said)) || said.endsWith('<') || text[at + 1] === '>') return null;
  return { sort: 'regex', to: endOfRegex(text, at + 1) };
}

const indexOr = (text: string, what: string, from: number): number => {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found;
};

function endOf(text: string, from: number, ends: (index: number) => boolean): number {
  for (let index = from; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (ends(index)) return index + 1;
  }
  return text.length;
}

const endOfTemplate = (text: string, from: number): number => endOf(text, from, (index) => text[index] === '`' || (text[index] === '{' && text[index - 1] === '$'));

function endOfRegex(text: string, from: number): number {
  let inClass = false;
  return endOf(text, from, (index) => {
    if (text[index] === '[') inClass = true;
    if (text[index] === ']') inClass = false;
    return text[index] === '\n' || (text[index] === '/' && !inClass);
  });
}

const blanked = (text: string): string => text.replace(/[^\n]/g, ' ');

/** The source with comments blanked; lines stay where they are. */
export function withoutComments(text: string): string {
  return [...stretches(text)].map((each) => (each.sort === 'comment' ? blanked(each.text) : each.text)).join('');
}

/** The source with everything blanked that is not code: what a word in it means, it means. */
export function codeOnly(text: string): string {
  return [...stretches(text)].map((each) => (each.sort === 'code' ? each.text : blanked(each.text))).join('');
}
