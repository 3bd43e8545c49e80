import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actRecord, NOW, scopeWith, tree } from '../../../test/engine/condition-scope.ts';
import type { Expression } from '../policy.ts';
import { evaluate, explainCondition } from './index.ts';

const DAY = 86_400_000;
const value = (text: string): Expression => ({ op: 'literal', value: text });
const is = (name: string, wanted: string): Expression => ({ op: 'is', left: { op: 'fact', name, path: [] }, right: value(wanted) });

describe('evaluate in three values', () => {
  const three = [true, false, undefined];
  it.each(three.flatMap((a) => three.map((b) => [a, b] as const)))('and, or, not follow Kleene for %s and %s', (a, b) => {
    const scope = scopeWith({ ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) });
    expect(evaluate(tree('a and b'), scope)).toBe(a === false || b === false ? false : a === undefined || b === undefined ? undefined : true);
    expect(evaluate(tree('a or b'), scope)).toBe(a === true || b === true ? true : a === undefined || b === undefined ? undefined : false);
    expect(evaluate(tree('not a'), scope)).toBe(a === undefined ? undefined : !a);
  });

  it('obeys De Morgan whatever is known', () => {
    const three = fc.constantFrom(true, false, undefined);
    fc.assert(fc.property(three, three, (a, b) => {
      const scope = scopeWith({ ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) });
      expect(evaluate(tree('not (a and b)'), scope)).toBe(evaluate(tree('not a or not b'), scope));
    }));
  });

  it('does not know how something unknown compares', () => {
    const scope = scopeWith({});
    for (const text of ['a is 3', 'a is not 3', 'a < 3', 'a in [1, 2]', 'a has x', 'size(a) > 1', 'any(a, it is x)', 'last(b).outcome is x', 'since(b) >= 1 day', 'score(s) < 60', 'open(c, a)', 'parent.x is 3']) {
      expect(evaluate(tree(text), scope), text).toBeUndefined();
    }
  });

  it('always knows whether something is known, done, counted or met', () => {
    const scope = scopeWith({ blank: ' ', none: [], some: ['x'], no: false });
    expect(evaluate(tree('known(missing) or known(blank) or known(none) or done(b) or count(b) > 0 or met(c)'), scope)).toBe(false);
    expect(evaluate(tree('known(some) and known(no)'), scope)).toBe(true);
  });
});

describe('evaluate compares', () => {
  it('numbers and money', () => {
    expect(evaluate(tree('charge > 0 CNY and distance <= 100'), scopeWith({ charge: 0.01, distance: 100 }))).toBe(true);
    expect(evaluate(tree('work + 5 >= 65'), scopeWith({ work: 60 }))).toBe(true);
  });

  it('instants by the moment they mean, whatever their offset', () => {
    const scope = scopeWith({ here: '2026-03-02T09:00:00+08:00', there: '2026-03-02T01:00:00Z', later: '2026-03-02T09:00:01+08:00' });
    expect(evaluate(tree('here is there and here < later and not later < here'), scope)).toBe(true);
  });

  it('dates shifted by the calendar of the zone', () => {
    const scope = scopeWith({ date: '2026-03-31', early: '2026-03-01', month: '2026-02-28' });
    expect(evaluate(tree('early is date - 30 days'), scope)).toBe(true);
    expect(evaluate(tree('month is date - 1 month'), scope)).toBe(true);
  });

  it('the time since an act against civil months, a limit reached exactly included', () => {
    const after = (at: number) => evaluate(tree('since(receive) >= 2 months'), scopeWith({}, [actRecord('receive', {}, { at })]));
    expect(after(Date.UTC(2026, 0, 2, 1, 0))).toBe(true);
    expect(after(Date.UTC(2026, 0, 2, 1, 0) + 1)).toBe(false);
    expect(evaluate(tree('since(receive) < 2 months'), scopeWith({}, [actRecord('receive', {}, { at: NOW - 40 * DAY })]))).toBe(true);
  });

  it('the latest act, when there are several', () => {
    const acts = [actRecord('revisit', { outcome: 'unsatisfied' }), actRecord('revisit', { outcome: 'satisfied' })];
    const latest: Expression = { op: 'is', left: { op: 'last', act: 'revisit', field: 'outcome' }, right: value('satisfied') };
    expect(evaluate(latest, scopeWith({}, acts))).toBe(true);
    expect(evaluate({ op: 'count', act: 'revisit', where: null }, scopeWith({}, acts))).toBeUndefined();
    expect(evaluate(tree('count(revisit) is 2'), scopeWith({}, acts))).toBe(true);
  });

  it('takes what a recorded act does not say as not so', () => {
    const reached: Expression = { op: 'done', act: 'report', where: { op: 'is', left: { op: 'it', path: ['to'] }, right: { op: 'bearer', name: 'leader' } } };
    expect(evaluate(reached, scopeWith({}, [actRecord('report')]))).toBe(false);
    expect(evaluate(reached, scopeWith({}, [actRecord('report'), actRecord('report', { to: { position: 'leader' } })]))).toBe(true);
  });

  it('bearers: a person with a person, a value with a name of the policy, a role with a name', () => {
    const notOwn: Expression = { op: 'is not', left: { op: 'it', path: ['actor'] }, right: { op: 'last', act: 'judge', field: 'actor' } };
    const judged = [actRecord('judge', {}, { actor: { person: 'wang' } })];
    expect(evaluate(notOwn, scopeWith({}, judged, { it: { actor: { person: 'wang' } } }))).toBe(false);
    expect(evaluate(notOwn, scopeWith({}, judged, { it: actRecord('confirm') }))).toBe(true);
    const handled: Expression = { op: 'is', left: { op: 'bearer', name: 'handler' }, right: { op: 'bearer', name: 'engineering' } };
    const roles = { path: (root: string) => (root === 'handler' ? { unit: 'engineering' } : undefined) };
    expect(evaluate(handled, scopeWith({}, [], roles))).toBe(true);
    expect(evaluate({ ...handled, left: handled.right, right: handled.left }, scopeWith({}, [], { ...roles, isBearer: (found, name) => name === 'engineering' && typeof found === 'object' && found.unit === name }))).toBe(true);
    expect(evaluate(handled, scopeWith({}))).toBeUndefined();
  });

  it('lists: every member, some member, none of an empty list', () => {
    const all = (remedy: readonly string[]) => evaluate({ op: 'all', fact: 'remedy', where: { op: 'is', left: { op: 'it', path: [] }, right: value('explain') } }, scopeWith({ remedy }));
    expect([all(['explain']), all(['explain', 'repair']), all([])]).toEqual([true, false, true]);
    expect(evaluate({ op: 'has', set: { op: 'fact', name: 'remedy', path: [] }, member: value('repair') }, scopeWith({ remedy: ['repair'] }))).toBe(true);
    expect(evaluate(tree('any(lines, it.quantity > 2)'), scopeWith({ lines: [{ quantity: 1 }, { quantity: 3 }] }))).toBe(true);
  });

  it('counts an item of a check list that nobody ticked as not ticked', () => {
    const complete: Expression = { op: 'all', fact: 'papers', where: { op: 'it', path: ['ticked'] }, items: ['card', 'bill'] };
    const ticked = (papers: Record<string, boolean>) => evaluate(complete, scopeWith({ papers }));
    expect([ticked({ card: true, bill: true }), ticked({ card: true }), ticked({})]).toEqual([true, false, false]);
    expect(evaluate(complete, scopeWith({}))).toBe(false);
    expect(evaluate(tree('size(papers) is 1'), scopeWith({ papers: { card: true, bill: false } }))).toBe(true);
  });

  it('asks the scope for calendars, qualifications and scores', () => {
    const scope = scopeWith({ crew: ['li', 'wang'] }, [], { it: { at: NOW }, open: (calendar, at) => calendar === 'service' && at === NOW, holds: (person, name) => (person === 'li' ? name === 'field' : undefined), score: () => 59 });
    expect(evaluate(tree('open(service, it.at) and score(monthly) < 60'), scope)).toBe(true);
    expect(evaluate(tree('all(crew, holds(it, field))'), scope)).toBeUndefined();
    expect(evaluate(tree('any(crew, holds(it, field))'), scope)).toBe(true);
  });
});

describe('explainCondition', () => {
  it('tells what was looked at and what was found, in the order of the words, each once', () => {
    const condition: Expression = { op: 'and', left: { op: 'or', left: is('severity', 'major'), right: is('severity', 'minor') }, right: tree('not done(forward) and amount > 3 and known(papers) and since(receive) > 1 day') };
    expect(explainCondition(condition, scopeWith({ severity: 'major' }, [actRecord('receive')]))).toEqual([
      { name: 'severity', value: 'major' }, { name: 'done(forward)', value: false }, { name: 'amount', value: undefined }, { name: 'known(papers)', value: false }, { name: 'since(receive)', value: NOW },
    ]);
  });
});
