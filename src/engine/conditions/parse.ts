import type { Condition, Expression } from '../policy.ts';
import type { Text } from '../text.ts';
import { isFunction, readFunction } from './functions.ts';
import { ConditionProblem, tokens, type Token } from './tokens.ts';

/** Deeper nesting than any clause needs; it keeps the reader from running out of stack on hostile text. */
const DEEPEST = 60;
const LONGEST = 1000;

const SPANS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
type Span = (typeof SPANS)[number];

/**
 * Reads a condition such as `severity is major and not done(forward)`. Names stay names: what they mean (fact, bearer, value) is found by `typeCondition`.
 * @returns the condition with its words, or one problem that says what could not be read.
 */
export function parseCondition(text: string): { readonly tree: Condition } | { readonly problem: Text } {
  try {
    const reader = new ConditionReader(text);
    const tree = reader.whole();
    return { tree: { text, tree } };
  } catch (problem) {
    if (problem instanceof ConditionProblem) return { problem: problem.problem };
    throw problem;
  }
}

/** Recursive descent: or → and → not → comparison → sum → one thing. */
export class ConditionReader {
  readonly text: string;
  private readonly list: readonly Token[];
  private next = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
    this.list = tokens(text);
  }

  whole(): Expression {
    if (this.list.length === 0) throw this.problem('条件是空的', 'the condition is empty');
    if (this.list.length > LONGEST) throw this.problem('条件过长，请分成几条规则', 'the condition is too long; make several rules of it');
    const tree = this.or();
    const rest = this.list[this.next];
    if (rest) throw this.problem(`读到“${rest.text}”处条件应已结束`, `the condition should end before “${rest.text}”`);
    return tree;
  }

  or(): Expression {
    this.deeper();
    let left = this.and();
    while (this.take('or')) left = { op: 'or', left, right: this.and() };
    this.depth--;
    return left;
  }

  private deeper(): void {
    if (++this.depth > DEEPEST) throw this.problem('嵌套过深', 'too many conditions inside each other');
  }

  private and(): Expression {
    let left = this.not();
    while (this.take('and')) left = { op: 'and', left, right: this.not() };
    return left;
  }

  private not(): Expression {
    if (!this.take('not')) return this.comparison();
    this.deeper();
    const of = this.not();
    this.depth--;
    return { op: 'not', of };
  }

  private comparison(): Expression {
    const left = this.sum();
    if (this.take('is')) return { op: this.take('not') ? 'is not' : 'is', left, right: this.sum() };
    if (this.take('in')) return { op: 'in', left, options: this.options() };
    if (this.take('has')) return { op: 'has', set: left, member: this.sum() };
    for (const op of ['<=', '>=', '<', '>'] as const) if (this.take(op)) return { op, left, right: this.sum() };
    return left;
  }

  private options(): readonly Expression[] {
    this.need('[');
    const options = [this.sum()];
    while (this.take(',')) options.push(this.sum());
    this.need(']');
    return options;
  }

  sum(): Expression {
    let left = this.one();
    for (;;) {
      if (this.take('+')) left = { op: '+', left, right: this.one() };
      else if (this.take('-')) left = { op: '-', left, right: this.one() };
      else return left;
    }
  }

  one(): Expression {
    const token = this.list[this.next];
    if (!token) throw this.problem('条件没有写完', 'the condition is not finished');
    if (token.kind === 'number') return this.amount(Number(token.text));
    if (token.kind === 'quoted') { this.next++; return { op: 'literal', value: token.text }; }
    if (this.take('(')) {
      const inner = this.or();
      this.need(')');
      return inner;
    }
    const word = this.word();
    if (word === 'true' || word === 'false') return { op: 'literal', value: word === 'true' };
    if (this.peek('(')) {
      if (!isFunction(word)) throw this.problem(`没有名为“${word}”的函数`, `there is no function “${word}”`);
      return readFunction(this, word);
    }
    const path = this.path();
    return word === 'it' ? { op: 'it', path } : { op: 'fact', name: word, path };
  }

  private amount(value: number): Expression {
    this.next++;
    const unit = this.list[this.next];
    const span = unit?.kind === 'word' ? spanOf(unit.text) : null;
    if (span) { this.next++; return { op: 'duration', amount: value, unit: span }; }
    return this.take('CNY') ? { op: 'literal', value, money: true } : { op: 'literal', value };
  }

  private path(): readonly string[] {
    const path: string[] = [];
    while (this.take('.')) path.push(this.word());
    return path;
  }

  /** `forward`, or `order.finish` for an act of a matter above or below. */
  act(): string {
    return [this.word(), ...this.path()].join('.');
  }

  word(): string {
    const token = this.list[this.next];
    if (token?.kind === 'word') { this.next++; return token.text; }
    throw token ? this.problem(`“${token.text}”处应是一个名称`, `a name is expected at “${token.text}”`) : this.problem('条件没有写完', 'the condition is not finished');
  }

  peek(text: string): boolean {
    const token = this.list[this.next];
    return token !== undefined && token.kind !== 'quoted' && token.text === text;
  }

  take(text: string): boolean {
    if (!this.peek(text)) return false;
    this.next++;
    return true;
  }

  need(text: string): void {
    if (this.take(text)) return;
    const found = this.list[this.next]?.text;
    throw this.problem(`${found ? `“${found}”处` : '末尾'}应是“${text}”`, `“${text}” is expected ${found ? `at “${found}”` : 'at the end'}`);
  }

  problem(zh: string, en: string): ConditionProblem {
    return new ConditionProblem({ zh: `条件“${this.text}”：${zh}`, en: `condition “${this.text}”: ${en}` });
  }
}

function spanOf(word: string): Span | null {
  const plural = word.endsWith('s') ? word : `${word}s`;
  return SPANS.find((span) => span === plural) ?? null;
}
