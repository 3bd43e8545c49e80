import { describe, expect, it } from 'vitest';
import { tree } from '../../../test/engine/condition-scope.ts';
import { conditionEnv, nearest, sharedFields, typeCondition, type Vocabulary } from './index.ts';

const vocabulary: Vocabulary = {
  units: { engineering: {} }, positions: { clerk: {} }, calendars: { working: {} }, duties: { forward: {} }, scores: { monthly: {} }, qualifications: new Set(['field-service']),
  kinds: {
    repair: { parent: null, about: 'device', roles: { engineer: {} }, facts: { severity: { type: { is: 'one', values: [value('major'), value('minor')] } } }, acts: { receive: { is: 'receive', asks: ['severity'], outcomes: [] } } },
    order: {
      parent: 'repair', about: null, roles: { requester: {} },
      facts: {
        crew: { type: { is: 'people' } }, charge: { type: { is: 'money' } }, distance: { type: { is: 'number' } }, ok: { type: { is: 'tick' } }, by: { type: { is: 'date' } },
        cause: { type: { is: 'many', values: [value('wear'), value('fault')] } }, papers: { type: { is: 'items', items: [value('card')] } },
        parts: { type: { is: 'lines', columns: { quantity: { is: 'whole' }, old: { is: 'tick' } } } },
      },
      acts: { dispatch: { is: 'dispatch', asks: [], outcomes: [] }, finish: { is: 'finish', asks: ['charge'], outcomes: ['solved', 'open'] } },
    },
  },
};
function value(id: string) {
  return { id, title: id, when: null, danger: null, source: { clause: [], ours: null, line: 1 } };
}

function problems(text: string, acts: readonly string[] = ['finish']): readonly string[] {
  const typed = typeCondition(tree(text), conditionEnv(vocabulary, 'order', sharedFields(vocabulary, 'order', acts)));
  return 'problems' in typed ? typed.problems.map((problem) => problem.en) : [];
}

describe('typeCondition', () => {
  it.each([
    'ok and charge > 0 CNY', 'charge >= 100', 'distance > 3', 'it.outcome is solved', 'it.charge > 3 CNY', 'it.how in [phone, visit]', 'it.actor is requester', 'it.actor is engineering', 'all(crew, holds(it, field-service))', 'size(parts) > 0 and size(cause) is 1',
    'all(parts, it.old or it.quantity > 1)', 'any(papers, it.ticked)', 'papers has card', 'cause has wear', 'all(cause, it in [wear, fault])', 'open(working, it.at)', 'met(forward)', 'score(monthly) < 60', 'since(finish) >= 2 months',
    'parent.severity is major', 'parent.engineer is clerk', 'parent.about.model is "X"', 'last(finish).outcome is solved', 'done(dispatch, it.to is engineering)', 'done(repair.receive, it.severity is major)', 'by is by + 3 days', 'crew has clerk', 'count(finish) > count(dispatch)',
  ])('understands “%s”', (text) => {
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['severity is major', /no name “severity”/], ['chrge > 3', /did you mean “charge”/], ['it.outcome is slved', /“slved” is none of solved, open/], ['charge > 3 days', /money cannot be compared with a duration/],
    ['distance > 3 CNY', /number cannot be compared with a money/], ['ok > ok', /neither greater nor smaller/], ['distance and ok', /a condition is needed here, not a number/], ['cause is wear', /write “has wear”/],
    ['ok has wear', /“has” needs a fact with several values/], ['all(ok, it)', /needs a list/], ['it.to is engineering', /“it” has no “to”/], ['done(finsh)', /no act “finsh”; did you mean “finish”/], ['done(repair.finish)', /no act “repair.finish”/],
    ['last(finish).to is clerk', /has no “to”/], ['holds(charge, field-service)', /a person is needed here, not a money/], ['all(crew, holds(it, driving))', /no qualification .* “driving”/], ['open(office, it.at)', /no calendar “office”/], ['open(working, charge)', /a instant is needed/],
    ['met(reply)', /no duty “reply”/], ['score(yearly) > 1', /no score “yearly”/], ['parent.colour is 3', /there is no “parent.colour”/], ['about.model is 3', /there is no “about.model”/], ['charge.net > 3', /there is no “charge.net”/], ['charge + 3 days > 4', /cannot be added/], ['known(nothing)', /no fact “nothing”/],
  ])('says what is wrong with “%s”', (text, says) => {
    expect(problems(text)).toEqual([expect.stringMatching(says)]);
  });

  it('offers in “it” only what all acts of a rule have', () => {
    expect(problems('it.to is engineering', ['dispatch'])).toEqual([]);
    expect(problems('it.to is engineering', ['dispatch', 'finish'])).toEqual([expect.stringMatching(/“it” has no “to”/)]);
    expect(problems('it.outcome is solved', ['*'])).toEqual([expect.stringMatching(/“it” has no “outcome”/)]);
  });

  it('says that there is nothing for “it” where no act is looked at', () => {
    const typed = typeCondition(tree('it.at is it.at'), conditionEnv(vocabulary, 'order', null));
    expect('problems' in typed && typed.problems[0]?.en).toMatch(/nothing|no act or item here/);
  });

  it('turns words into values, bearers and facts by what stands beside them', () => {
    const typed = typeCondition(tree('it.outcome is solved and it.actor is clerk and ok'), conditionEnv(vocabulary, 'order', sharedFields(vocabulary, 'order', ['finish'])));
    expect('tree' in typed && typed.tree).toMatchObject({
      left: { left: { right: { op: 'literal', value: 'solved' } }, right: { right: { op: 'bearer', name: 'clerk' } } }, right: { op: 'fact', name: 'ok' },
    });
  });
});

describe('nearest', () => {
  it('finds the word with the fewest changed letters, and none when all are far', () => {
    expect(nearest('severty', ['severity', 'seven'])).toBe('severity');
    expect(nearest('onlyif', ['only_if', 'only'])).toBe('only_if');
    expect(nearest('raeson', ['reason', 'person'])).toBe('reason');
    expect(nearest('colour', ['amount', 'title'])).toBeNull();
  });
});
