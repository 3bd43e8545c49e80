import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tree } from '../../../test/engine/condition-scope.ts';
import { normalised, parseCondition, spell } from './index.ts';

describe('parseCondition', () => {
  it('binds not before and before or', () => {
    expect(tree('a or b and not c')).toEqual({
      op: 'or', left: { op: 'fact', name: 'a', path: [] }, right: { op: 'and', left: { op: 'fact', name: 'b', path: [] }, right: { op: 'not', of: { op: 'fact', name: 'c', path: [] } } },
    });
  });

  it('takes a hyphen inside a word as part of it and between blanks as minus', () => {
    expect(tree('take-up')).toEqual({ op: 'fact', name: 'take-up', path: [] });
    expect(tree('date - 30 days')).toEqual({ op: '-', left: { op: 'fact', name: 'date', path: [] }, right: { op: 'duration', amount: 30, unit: 'days' } });
  });

  it('reads money, spans of one and of many, words in quotes', () => {
    expect(tree('0 CNY')).toEqual({ op: 'literal', value: 0, money: true });
    expect(tree('1 month')).toEqual(tree('1 months'));
    expect(tree('"a, b"')).toEqual({ op: 'literal', value: 'a, b' });
  });

  it.each([
    'last(order.finish).outcome is solved', 'not open(service, it.at) and severity is major', 'count(revisit, it.outcome is unsatisfied) >= 3', 'holds(it, field-service)', 'topic in [no-gas, volume]',
    'since(receive) >= 2 months', 'it.actor is not last(judge).actor', 'all(papers, it.ticked)', 'remedy has compensate', 'met(revisit) and (done(sign-record) or known(reason))', 'score(monthly) < 60', 'size(crew) >= 2', 'parent.severity is major',
  ])('reads what it would write itself: %s', (text) => {
    expect(normalised(tree(spell(tree(text))))).toBe(normalised(tree(text)));
  });

  it.each([
    ['', /empty/], ['a and', /not finished/], ['(a', /“\)” is expected at the end/], ['a b', /should end before “b”/], ['a == b', /write is \/ is not/], ['a && b', /write and/], ['done（x）', /write \( \)/],
    ['sometimes(a)', /no function “sometimes”/], ['last(a)', /“\.” is expected/], ['a in b', /“\[” is expected at “b”/], ['a is', /not finished/], ['all(a)', /“,” is expected/],
  ])('says what is wrong with “%s”', (text, says) => {
    const read = parseCondition(text);
    expect('problem' in read ? read.problem.en : 'read').toMatch(says);
  });

  it('answers any text with a tree or a problem, and never throws', () => {
    const sign = fc.constantFrom('a', 'is', 'not', 'and', 'or', '(', ')', '[', ']', ',', '.', 'done', 'all', 'last', '3', 'days', '"x"', 'it', '<=', '§', '-');
    fc.assert(fc.property(fc.array(sign, { maxLength: 30 }), (signs) => {
      const read = parseCondition(signs.join(' '));
      expect('tree' in read || read.problem.en.length > 0).toBe(true);
    }));
    expect(parseCondition('('.repeat(100_000))).toHaveProperty('problem');
  });
});

describe('normalised', () => {
  it.each([['a and b', 'b and a'], ['not not a', 'a'], ['a is not x', 'not a is x'], ['a > 3', '3 < a'], ['a in [x, y]', 'a is y or a is x'], ['(a and b) and c', 'a and (c and b)'], ['a in [x]', 'a is x'], ['a and a', 'a']])('“%s” asks the same as “%s”', (left, right) => {
    expect(normalised(tree(left))).toBe(normalised(tree(right)));
  });

  it.each([['a and b', 'a or b'], ['a < 3', 'a <= 3'], ['a is x', 'a is y']])('“%s” asks something else than “%s”', (left, right) => {
    expect(normalised(tree(left))).not.toBe(normalised(tree(right)));
  });
});
