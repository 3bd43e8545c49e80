import { isMap, isPair, isScalar, isSeq, LineCounter, parse, parseAllDocuments, visit, type Document, type Node, type Pair, type Scalar } from 'yaml';
import type { Text } from '../text.ts';
import type { Path } from './problem.ts';

/** One document of a YAML file with the lines of its parts. */
export interface YamlFile {
  /** Plain values; null when the document is broken, empty or has aliases. */
  readonly value: unknown;
  /** Characters of the file this document takes. */
  readonly text: string;
  lineOf(path: Path): number;
  readonly problems: readonly { readonly line: number; readonly message: Text }[];
}

/** Words that YAML 1.1 reads as yes or no when they are keys. */
const SWITCHES = /^(?:y|n|yes|no|on|off)$/i;
/** Plain words that the two versions of YAML could read differently; the others need no second look. */
const SUSPICIOUS = /^(?:[-+.\d]|0|~$|(?:y|n|yes|no|on|off|true|false|null)$)/i;

/**
 * Reads YAML so that it means the same in 1.1 and 1.2: what the two versions would read differently is a problem, as are tabs, aliases,
 * merged and repeated keys.
 */
export function readYaml(text: string): readonly YamlFile[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, version: '1.2', uniqueKeys: true, merge: false });
  const list = Array.isArray(documents) ? documents : [];
  return list.map((document, index) => {
    const from = list.length === 1 ? 0 : document.range[0];
    const to = list.length === 1 ? text.length : (list[index + 1]?.range[0] ?? text.length);
    const problems = document.errors.length > 0 ? broken(document, lines) : twoMeanings(document, lines);
    // An alias is never followed: a file of a few lines could unfold to millions.
    const readable = document.errors.length === 0 && !hasAlias(document);
    return {
      value: readable ? document.toJS() : null,
      text: text.slice(from, to),
      lineOf: (path) => lineOf(document, lines, path),
      problems: [...tabs(text, from, to, lines), ...problems],
    };
  });
}

function hasAlias(document: Document.Parsed): boolean {
  let found = false;
  visit(document, { Alias: () => { found = true; return visit.BREAK; } });
  return found;
}

type Found = { readonly line: number; readonly message: Text };

/** What the reader of YAML says in English, by its code. */
const IN_CHINESE: Readonly<Partial<Record<Document.Parsed['errors'][number]['code'], string>>> = {
  BAD_INDENT: '缩进不对，同一层要对齐', TAB_AS_INDENT: '不能用制表符（Tab）缩进，请用空格', MISSING_CHAR: '少了逗号、冒号、引号、括号或空格', UNEXPECTED_TOKEN: '这里有多余或放错的符号，或前面少了逗号',
  MULTILINE_IMPLICIT_KEY: '键必须写在一行里；多半是上一行少了冒号', BLOCK_AS_IMPLICIT_KEY: '一行里有两个冒号；值里有冒号的，请加引号', BLOCK_IN_FLOW: '花括号或方括号里多半少了逗号，或有冒号的文字没有加引号（也不能换成缩进的写法）', BAD_SCALAR_START: '值不能以这个符号开头，请加引号',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法不对', BAD_ALIAS: '引用（*名称）写法不对', BAD_DIRECTIVE: '百分号开头的一行不对', BAD_COLLECTION_TYPE: '类型标签与内容不符', KEY_OVER_1024_CHARS: '键太长',
  MULTIPLE_DOCS: '文件里不能有多份文档（---）', MULTIPLE_ANCHORS: '锚点（&名称）重复', MULTIPLE_TAGS: '标签（!类型）重复', NON_STRING_KEY: '键必须是文字', TAG_RESOLVE_FAILED: '不认识的标签（!类型），请去掉',
};

function broken(document: Document.Parsed, lines: LineCounter): readonly Found[] {
  return document.errors.map((error) => {
    const line = lines.linePos(error.pos[0]).line;
    const what = error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
    if (error.code === 'DUPLICATE_KEY') return { line, message: { zh: '同一层中键重复，请合并或改名', en: 'the same key stands twice in one map; merge them or rename one' } };
    return { line, message: { zh: `YAML 写法有误：${IN_CHINESE[error.code] ?? '这一行读不懂，请检查缩进、冒号和引号'}`, en: `not valid YAML: ${error.code === 'BLOCK_IN_FLOW' ? 'a comma is missing between the braces, or a text with a colon needs quotes (and indented lists cannot stand there)' : what}` } };
  });
}

function tabs(text: string, from: number, to: number, lines: LineCounter): readonly Found[] {
  const at = text.slice(from, to).indexOf('\t');
  if (at < 0) return [];
  return [{ line: lines.linePos(from + at).line, message: { zh: '不能使用制表符（Tab），请用空格缩进', en: 'a tab stands here; indent with blanks' } }];
}

function twoMeanings(document: Document.Parsed, lines: LineCounter): readonly Found[] {
  const found = document.warnings.map(({ pos }): Found => ({ line: lines.linePos(pos[0]).line, message: { zh: '不支持标签（!类型），请去掉', en: 'tags (!type) are not allowed; take it out' } }));
  const report = (node: unknown, zh: string, en: string): void => {
    found.push({ line: lines.linePos((node as Node).range?.[0] ?? 0).line, message: { zh, en } });
  };
  visit(document, {
    Alias: (_, node) => report(node, '不支持引用（*名称），请写出全文', 'aliases (*name) are not allowed; write it out'),
    Scalar: (key, node) => scalar(node, key === 'key', report),
    Node: (_, node) => {
      if ('anchor' in node && node.anchor) report(node, '不支持锚点（&名称），请写出全文', 'anchors (&name) are not allowed; write it out');
    },
  });
  return found;
}

function scalar(node: Scalar, key: boolean, report: (node: unknown, zh: string, en: string) => void): void {
  const plain = node.type === 'PLAIN' ? (node.source ?? '') : '';
  if (key && plain === '<<') report(node, '不支持合并键“<<”，请写出全文', 'merge keys “<<” are not allowed; write it out');
  else if (key && node.value === '__proto__') report(node, '不能使用键“__proto__”', 'the key “__proto__” is not allowed');
  else if (key && SWITCHES.test(String(node.value))) report(node, `键“${node.value}”在旧版 YAML 中表示是或否，请改名`, `older YAML reads the key “${node.value}” as yes or no; rename it`);
  else if (plain !== '' && SUSPICIOUS.test(plain) && differs(plain)) report(node, `“${plain}”在新旧 YAML 中含义不同，请加引号："${plain}"`, `“${plain}” means different things in YAML 1.1 and 1.2; quote it: "${plain}"`);
}

/** Clock times (8:30 is 510 in 1.1), dates, octal numbers, yes and no. */
function differs(plain: string): boolean {
  const [old, now] = [parse(plain, { version: '1.1', logLevel: 'silent' }) as unknown, parse(plain, { version: '1.2', logLevel: 'silent' }) as unknown];
  return typeof old !== typeof now || String(old) !== String(now);
}

/** Line of the key or list item a path leads to; of the deepest part that exists, when something is missing. */
function lineOf(document: Document.Parsed, lines: LineCounter, path: Path): number {
  let node: unknown = document.contents;
  let at = document.contents?.range?.[0] ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => isPair(item) && (isScalar(item.key) ? String(item.key.value) : '') === String(part));
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) at = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      at = (node as Node | undefined)?.range?.[0] ?? at;
    } else break;
  }
  return lines.linePos(at).line;
}
