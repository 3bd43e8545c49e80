import type { ActRecord } from '../../src/engine/matter.ts';
import type { FactValue } from '../../src/engine/policy.ts';
import { parseCondition } from '../../src/engine/conditions/index.ts';
import type { Scope } from '../../src/engine/conditions/scope.ts';
import type { Expression } from '../../src/engine/policy.ts';

/** 2026-03-02 (a Monday) 09:00 in Shanghai. */
export const NOW = Date.UTC(2026, 2, 2, 1, 0);

/** A scope for tests: facts and acts as given, everything else answered plainly. */
export function scopeWith(facts: Readonly<Record<string, FactValue>>, acts: readonly ActRecord[] = [], more: Partial<Scope> = {}): Scope {
  return {
    zone: 'Asia/Shanghai', now: NOW, it: null,
    fact: (name) => facts[name],
    acts: (name) => acts.filter((record) => record.act === name),
    actField: (record, field) => ({ ...record.facts, ...record.fields, actor: record.actor, at: record.at } as Readonly<Record<string, unknown>>)[field],
    isBearer: (value, name) => (value === 'system' ? name === 'system' : Object.values(value).includes(name)),
    sameBearer: (left, right) => JSON.stringify(left) === JSON.stringify(right),
    met: () => false, open: () => false, holds: () => undefined, score: () => undefined, path: () => undefined,
    ...more,
  };
}

export function actRecord(act: string, fields: ActRecord['fields'] = {}, more: Partial<ActRecord> = {}): ActRecord {
  return { seq: 1, act, actor: { person: 'li' }, at: NOW, recordedAt: NOW, fields, facts: {}, ...more };
}

/** Reads a condition that is known to be sound. */
export function tree(text: string): Expression {
  const read = parseCondition(text);
  if ('problem' in read) throw new Error(read.problem.en);
  return read.tree.tree;
}
