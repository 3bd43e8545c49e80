import { describe, expect, it } from 'vitest';
import { lineOf, smallPolicy, smallPolicyWith } from '../../../test/engine/small-policy.ts';
import { readPolicy, type Problem } from './index.ts';

/** Problems of the small policy after one planted mistake. */
function after(passage: string, instead: string): { readonly problems: readonly Problem[]; readonly text: string } {
  const text = smallPolicyWith(passage, instead);
  const read = readPolicy({ file: 'policy.yaml', text });
  expect(read.policy).toBeNull();
  return { problems: read.problems, text };
}

interface Mistake { readonly name: string; readonly passage: string; readonly instead: string; readonly at: string; readonly clause: string | null; readonly says: RegExp }

const MISTAKES: readonly Mistake[] = [
  { name: 'an unknown key, with the nearest known one', passage: 'only_if: "all(papers, it.ticked)"', instead: 'onlyif: "all(papers, it.ticked)"', at: 'papers-first', clause: 'X-5.1', says: /unknown key “onlyif”; did you mean “only_if”/ },
  { name: 'an unquoted condition cut in two by its comma', passage: '"all(papers, it.ticked)"', instead: 'all(papers, it.ticked)', at: 'papers-first', clause: 'X-5.1', says: /unknown key .*put the whole condition in quotes/ },
  { name: 'an unknown section', passage: 'guards:', instead: 'guard:', at: 'guard:', clause: null, says: /unknown key “guard”; did you mean “guards”/ },
  { name: 'a value that the list does not have', passage: 'when: severity is minor', instead: 'when: severity is light', at: 'severity is light', clause: 'X-4.1-b', says: /“light” is none of major, minor/ },
  { name: 'an unknown fact, with the nearest known one', passage: 'when: severity is minor', instead: 'when: severty is minor', at: 'severty', clause: 'X-4.1-b', says: /no name “severty”; did you mean “severity”/ },
  { name: 'a duty without a time', passage: 'due: 及时, clause: X-4.3', instead: 'clause: X-4.3', at: 'revisit: { of:', clause: 'X-4.3', says: /no time is given/ },
  { name: 'a time that cannot be read', passage: 'due: 30 minutes', instead: 'due: half an hour', at: 'half an hour', clause: 'X-4.1-b', says: /cannot read the time “half an hour”/ },
  { name: 'a length in Chinese', passage: 'due: 30 minutes', instead: 'due: 三十分钟', at: '三十分钟', clause: 'X-4.1-b', says: /write “三十分钟” with English units, such as 3 days/ },
  { name: 'a calendar nobody declared', passage: '24 working hours', instead: '24 office hours', at: '24 office hours', clause: 'X-4.2', says: /cannot read the time/ },
  { name: 'a title where a code is wanted, with the code', passage: 'who: clerk, do: revisit', instead: 'who: 客服专员, do: revisit', at: 'revisit: { of:', clause: 'X-4.3', says: /cannot read who is meant: .*did you mean “clerk”/ },
  { name: 'a colon of the Chinese keyboard', passage: 'title: 责任部门', instead: 'title：责任部门', at: 'handler: {', clause: 'X-2.1', says: /the colon in “title：责任部门” is a Chinese one/ },
  { name: 'an amount with its sign', passage: 'amount > 100 CNY', instead: 'amount > 100元', at: 'paid:', clause: 'X-5.2', says: /cannot read “元”.*write 100 CNY/ },
  { name: 'a title where a kind is wanted', passage: 'alarm: { of: complaint', instead: 'alarm: { of: 投诉', at: 'alarm:', clause: 'X-6.1', says: /a code in Latin letters is wanted/ },
  { name: 'a bare list as bearer', passage: 'who: clerk, do: revisit', instead: 'who: [clerk, manager], do: revisit', at: 'revisit: { of:', clause: 'X-4.3', says: /bare list is ambiguous/ },
  { name: 'a base act that does not exist', passage: 'from: received, to: with-unit, may: clerk', instead: 'is: forwrd, from: received, to: with-unit, may: clerk', at: 'is: forwrd', clause: 'X-3.2', says: /“forwrd” is none of .*did you mean “forward”/ },
  { name: 'a word that is not an answer', passage: 'when: amount > 100 CNY', instead: 'when: amount', at: 'paid:', clause: 'X-5.2', says: /is no condition/ },
  { name: 'money compared with a time', passage: 'amount > 100 CNY', instead: 'amount > 100 days', at: 'paid:', clause: 'X-5.2', says: /money cannot be compared with a duration/ },
  { name: 'an act the kind does not have', passage: 'act: resolve, only_if', instead: 'act: resolved, only_if', at: 'papers-first', clause: 'X-5.1', says: /no act “resolved”/ },
  { name: 'a kind that does not exist', passage: 'alarm: { of: complaint', instead: 'alarm: { of: complain', at: 'alarm:', clause: 'X-6.1', says: /no kind “complain”/ },
  { name: 'a field the act does not have', passage: 'set_by: forward, is: it.to', instead: 'set_by: receive, is: it.to', at: 'handler: {', clause: 'X-2.1', says: /the act “receive” has no “to”/ },
  { name: 'a missing required key', passage: 'title: 责任部门, ', instead: '', at: 'handler: {', clause: 'X-2.1', says: /the key “title” is missing/ },
  { name: 'a fact without a type', passage: 'type: money', instead: 'unit: CNY', at: 'amount: {', clause: null, says: /exactly one of type, values, items, lines/ },
  { name: 'a reminder that cannot be read', passage: 'at: due + 20 minutes', instead: 'at: later', at: 'at: later', clause: null, says: /reminder time “later”/ },
  { name: 'an unknown day of the week', passage: 'mon-sun:', instead: 'mon-son:', at: 'mon-son', clause: null, says: /cannot read the days “mon-son”/ },
  { name: 'a time after midnight', passage: '13:00-17:30', instead: '13:00-25:30', at: 'working:', clause: null, says: /between 00:00 and 24:00/ },
  { name: 'an unknown time zone', passage: 'zone: Asia/Shanghai', instead: 'zone: Asia/Changhai', at: 'zone:', clause: null, says: /no time zone/ },
  { name: 'a guard that restricts nothing', passage: ', only_if: "all(papers, it.ticked)"', instead: '', at: 'papers-first', clause: 'X-5.1', says: /restricts nothing/ },
  { name: 'an unknown effect', passage: '{ tell: { every: manager } }', instead: '{ tel: { every: manager } }', at: 'alarm:', clause: 'X-6.1', says: /unknown key “tel”; did you mean “tell”/ },
  { name: 'a measure that counts two ways', passage: 'share: true,', instead: 'share: true, count: true,', at: 'in-time:', clause: 'X-7.1', says: /exactly one of share, count/ },
];

describe('readPolicy finds mistakes and names line and clause', () => {
  it('has nothing to say about the policy the mistakes are planted in', () => {
    expect(readPolicy({ file: 'policy.yaml', text: smallPolicy }).problems).toEqual([]);
  });

  it.each(MISTAKES)('$name', ({ passage, instead, at, clause, says }) => {
    const { problems, text } = after(passage, instead);
    const found = problems.find((problem) => says.test(problem.message.en));
    expect(found, JSON.stringify(problems, null, 1)).toBeDefined();
    expect(found).toMatchObject({ file: 'policy.yaml', severity: 'error', line: lineOf(text, at), clause });
    expect(found?.message.zh).not.toBe('');
    expect(problems).toHaveLength(problems.filter((problem) => problem.line === found?.line).length);
  });

  it('tells the others beside an unknown key, and none that only follows from it', () => {
    const text = smallPolicyWith('due: 30 minutes', 'due: soon').replace('\nunits:', '\nunitz:').replace('set_by: forward, is: it.to', 'set_by: forward, colour: red, is: it.to');
    const { policy, draft, problems } = readPolicy({ file: 'policy.yaml', text });
    expect(policy).toBeNull();
    expect(Object.keys(draft?.units ?? {})).not.toEqual([]);
    expect(problems.map(({ message }) => message.en.slice(0, 40))).toEqual([expect.stringContaining('unknown key “unitz”'), expect.stringContaining('unknown key “colour”'), expect.stringContaining('cannot read the time “soon”')]);
  });

  it('tells all mistakes at once, in the order of the lines', () => {
    const text = smallPolicyWith('due: 30 minutes', 'due: soon').replace('amount > 100 CNY', 'amont > 100 CNY');
    expect(readPolicy({ file: 'policy.yaml', text }).problems.map((problem) => problem.where)).toEqual(['duties.forward.rows#2.due', 'guards.paid.when']);
  });
});
