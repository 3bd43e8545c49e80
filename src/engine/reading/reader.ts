import { conditionEnv, nearest, own, parseCondition, typeCondition, type Fields, type Vocabulary } from '../conditions/index.ts';
import { parseDue, parseDuration } from '../due/index.ts';
import type { Condition, Due, DueRule, Duration, Source, Who } from '../policy.ts';
import type { Text } from '../text.ts';
import { spellPath, type Path, type Problem } from './problem.ts';
import type { RawPolicy, RawSource } from './schema/document.ts';
import { parseWho, unreadableWho } from './who.ts';
import { AMBIGUOUS } from './shape.ts';
import type { YamlFile } from './yaml.ts';

/** Reads the small sentences of one policy (conditions, who, due) and keeps what is wrong with them, each with its line and clause. */
export class Reader {
  readonly raw: RawPolicy;
  readonly problems: Problem[] = [];
  private readonly yaml: YamlFile;
  private readonly file: string;
  private readonly calendars: readonly string[];
  private readonly words: Readonly<Record<string, { readonly due: Duration }>>;

  constructor(raw: RawPolicy, yaml: YamlFile, file: string) {
    this.raw = raw;
    this.yaml = yaml;
    this.file = file;
    this.calendars = Object.keys(raw.calendars ?? {});
    const limits = Object.entries(raw.words ?? {}).map(([word, { due }]) => [word, parseDuration(due, this.calendars)] as const);
    this.words = Object.fromEntries(limits.flatMap(([word, due]) => (due ? [[word, { due }]] : [])));
  }

  report(path: Path, message: Text): void {
    this.problems.push({ severity: 'error', file: this.file, line: this.yaml.lineOf(path), clause: clauseAt(this.raw, path), where: spellPath(path), message });
  }

  source(raw: RawSource, path: Path): Source {
    return { clause: listOf(raw.clause), ours: raw.ours ?? null, line: this.yaml.lineOf(path) };
  }

  /** Reads a condition of a kind and resolves its names; null when there is none. One that cannot be read stays in the draft as its bare words. */
  condition(raw: string | boolean | undefined, path: Path, vocabulary: Vocabulary, kind: string, it: Fields | null): Condition | null {
    if (raw === undefined) return null;
    const read = parseCondition(String(raw));
    if ('problem' in read) {
      this.report(path, read.problem);
      return { text: String(raw), tree: { op: 'literal', value: String(raw) } };
    }
    if (!own(vocabulary.kinds, kind)) return read.tree;
    const typed = typeCondition(read.tree.tree, conditionEnv(vocabulary, kind, it));
    if ('problems' in typed) {
      for (const problem of typed.problems) this.report(path, { zh: `条件“${read.tree.text}”：${problem.zh}`, en: `condition “${read.tree.text}”: ${problem.en}` });
      return read.tree;
    }
    if (typed.type.is === 'bool' || typed.type.is === 'anything') return { text: read.tree.text, tree: typed.tree };
    this.report(path, { zh: `“${read.tree.text}”不是条件：它没有是或否的结果`, en: `“${read.tree.text}” is no condition: it is neither true nor false` });
    return read.tree;
  }

  who(raw: unknown, path: Path): Who | null {
    if (raw === undefined) return null;
    const who = parseWho(raw);
    if (!who) this.report(path, Array.isArray(raw) ? AMBIGUOUS : unreadableWho(raw, this.raw));
    return who;
  }

  /** Reads each of a list of bearers; those that cannot be read are reported and left out. */
  people(raw: unknown, path: Path): readonly Who[] {
    if (raw === undefined) return [];
    if (!Array.isArray(raw)) return [this.who(raw, path)].filter((who) => who !== null);
    return raw.map((one: unknown, index) => this.who(one, [...path, index])).filter((who) => who !== null);
  }

  due(raw: string | readonly string[] | undefined, path: Path): DueRule | null {
    if (raw === undefined) return null;
    const due = parseDue(raw, { calendars: this.calendars, words: this.words });
    if (!due) this.report(path, this.unreadableTime(String(raw)));
    return due;
  }

  duration(raw: string, path: Path): Duration | null {
    const duration = parseDuration(raw, this.calendars);
    if (!duration) this.report(path, this.unreadableTime(raw));
    return duration;
  }

  /** `every: month` = at the end of each month; `every: 5 working days` = so long after the last time. */
  every(raw: string | undefined, path: Path): Due | null {
    return this.due(raw, path)?.firstKnown[0] ?? null;
  }

  private unreadableTime(text: string): Text {
    const calendar = this.calendars[0] ?? 'working';
    if (/^[\d一二两三四五六七八九十百半]+个?(?:工作|自然)?(?:分钟?|小?时|天|日|周|星期|月)内?$/u.test(text)) return { zh: `“${text}”请用英文单位写明，例：3 days、3 ${calendar} days、24 ${calendar} hours、30 minutes`, en: `write “${text}” with English units, such as 3 days, 3 ${calendar} days, 24 ${calendar} hours, 30 minutes` };
    const vague = /^\p{Script=Han}+$/u.test(text);
    if (vague) return { zh: `“${text}”没有数字：请在 words 中写明，例：${text}: { due: 1 working day, ours: 制度未给出数字 }`, en: `“${text}” has no number: give it one under words, such as ${text}: { due: 1 working day, ours: the text gives no number }` };
    const near = nearest(text, Object.keys(this.words)) ?? this.calendars.find((name) => text.includes(name)) ?? null;
    const hint = near ? { zh: `（已知：${near}）`, en: ` (known: ${near})` } : { zh: '', en: '' };
    return {
      zh: `读不懂时限“${text}”${hint.zh}。例：10 minutes、24 ${this.calendars[0] ?? 'working'} hours、same day、end of month + 3 days、at 事实名，或 words 中的词`,
      en: `cannot read the time “${text}”${hint.en}. Examples: 10 minutes, 24 ${this.calendars[0] ?? 'working'} hours, same day, end of month + 3 days, at <fact>, or a word of “words”`,
    };
  }
}

export function listOf<T>(raw: T | readonly T[] | undefined): readonly T[] {
  return raw === undefined ? [] : Array.isArray(raw) ? raw as readonly T[] : [raw as T];
}

/** First clause named nearest to a place: by itself, else by what it stands in. */
export function clauseAt(raw: unknown, path: Path): string | null {
  let found: string | null = null;
  let node: unknown = raw;
  for (const part of [null, ...path]) {
    if (part !== null) node = typeof node === 'object' && node !== null ? (node as Record<string | number, unknown>)[part] : undefined;
    if (typeof node !== 'object' || node === null || !('clause' in node)) continue;
    const [first] = listOf<unknown>(node.clause);
    if (typeof first === 'string') found = first;
  }
  return found;
}
