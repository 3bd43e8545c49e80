import { describe, expect, it } from 'vitest';
import { shownClauses, underHeadings, type Clause } from './shown.ts';

const clause = (id: string, over: Partial<Clause> = {}): Clause => ({ id, text: '', heading: '投诉', carried: 'enforced', by: [], ...over });

describe('the clauses shown on the policy page', () => {
  const clauses = [clause('B-4.4.2.2', { text: '二十分钟内转呈' }), clause('B-4.4.3', { carried: 'open' }), clause('B-2.1', { heading: '报修' })];

  it('are found by number, heading or words', () => {
    expect(shownClauses(clauses, null, 'b-4.4').map((one) => one.id)).toEqual(['B-4.4.2.2', 'B-4.4.3']);
    expect(shownClauses(clauses, null, '转呈')).toHaveLength(1);
    expect(shownClauses(clauses, null, '报修')).toHaveLength(1);
  });
  it('can be narrowed to what is not covered', () => {
    expect(shownClauses(clauses, 'open', '').map((one) => one.id)).toEqual(['B-4.4.3']);
  });
  it('stay in the order of the document under their headings', () => {
    expect(underHeadings(clauses).map((group) => [group.heading, group.clauses.length])).toEqual([['投诉', 2], ['报修', 1]]);
  });
});
