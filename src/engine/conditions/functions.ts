import type { Expression } from '../policy.ts';
import type { ConditionReader } from './parse.ts';

type ReadArguments = (reader: ConditionReader) => Expression;

/** The functions of the language. Each reads what stands between its brackets. */
const FUNCTIONS = {
  done: (reader) => ({ op: 'done', act: reader.act(), where: where(reader) }),
  count: (reader) => ({ op: 'count', act: reader.act(), where: where(reader) }),
  last: (reader) => ({ op: 'last', act: reader.act(), field: '' }),
  since: (reader) => ({ op: 'since', act: reader.act() }),
  known: (reader) => ({ op: 'known', fact: reader.word() }),
  size: (reader) => ({ op: 'size', fact: reader.word() }),
  all: (reader) => ({ op: 'all', ...overList(reader) }),
  any: (reader) => ({ op: 'any', ...overList(reader) }),
  holds: (reader) => {
    const who = reader.one();
    reader.need(',');
    return { op: 'holds', who, qualification: reader.word() };
  },
  open: (reader) => {
    const calendar = reader.word();
    reader.need(',');
    return { op: 'open', calendar, at: reader.sum() };
  },
  met: (reader) => ({ op: 'met', duty: reader.word() }),
  score: (reader) => ({ op: 'score', score: reader.word() }),
} satisfies Record<string, ReadArguments>;

export function isFunction(word: string): word is keyof typeof FUNCTIONS {
  return Object.hasOwn(FUNCTIONS, word);
}

/** Reads `(…)` after a function's name; `last(act)` must be followed by the field it asks for. */
export function readFunction(reader: ConditionReader, name: keyof typeof FUNCTIONS): Expression {
  reader.need('(');
  const called = FUNCTIONS[name](reader);
  reader.need(')');
  if (called.op !== 'last') return called;
  reader.need('.');
  return { ...called, field: reader.word() };
}

function where(reader: ConditionReader): Expression | null {
  return reader.take(',') ? reader.or() : null;
}

function overList(reader: ConditionReader): { readonly fact: string; readonly where: Expression } {
  const fact = reader.word();
  reader.need(',');
  return { fact, where: reader.or() };
}
