import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lineOf, smallPolicy, smallPolicyWith, workedExample } from '../../../test/engine/small-policy.ts';
import type { Policy } from '../policy.ts';
import { readPolicies, readPolicy } from '../reading/index.ts';
import { checkPolicy, checks, checkText } from './index.ts';

function policyOf(text: string): Policy {
  const { policy, problems } = readPolicy({ file: 'policy.yaml', text });
  if (!policy) throw new Error(JSON.stringify(problems));
  return policy;
}

interface Mistake { readonly name: string; readonly passage: string; readonly instead: string; readonly at: string; readonly clause: string | null; readonly says: RegExp; readonly severity?: 'warning' }

const MISTAKES: readonly Mistake[] = [
  { name: 'a rule with neither clause nor ours', passage: 'do: revisit, due: 及时, clause: X-4.3', instead: 'do: revisit, due: 及时', at: '  revisit: { of:', clause: null, says: /neither a clause nor ours/ },
  { name: 'an act no one may do', passage: 'to: resolved, may: handler,', instead: 'to: resolved,', at: 'resolve: { from', clause: 'X-3.3', says: /no one may do “resolve”/ },
  { name: 'a stage that cannot be reached', passage: '[received, with-unit, resolved, closed]', instead: '[received, with-unit, resolved, judged, closed]', at: '  complaint:', clause: null, says: /stage “judged” cannot be reached/ },
  { name: 'a stage without a way out', passage: 'resolve: { from: with-unit, to: resolved', instead: 'resolve: { from: received, to: resolved', at: '  complaint:', clause: null, says: /no way out of the stage “with-unit”/ },
  { name: 'a kind that cannot begin', passage: '      receive: { to: received', instead: '      register: { to: received', at: '  complaint:', clause: null, says: /has neither receive nor open/ },
  { name: 'a severity without a limit', passage: '          minor: { title: 轻微, clause: X-2.3-b }', instead: '          minor: { title: 轻微, clause: X-2.3-b }\n          general: { title: 一般, clause: X-2.3-c }', at: '  forward:\n    of', clause: null, says: /no row, and so no limit, where “severity” is “general”/ },
  { name: 'forwarding later than resolving', passage: 'due: 30 minutes', instead: 'due: 2 weeks', at: 'severity is minor, due', clause: 'X-4.1-b', says: /longer than resolving/ },
  { name: 'two rows with the same condition', passage: '{ when: severity is minor, due', instead: '{ when: "severity in [major]", due', at: 'severity in [major]', clause: 'X-4.1-b', says: /never reached: duties.forward.rows#1/ },
  { name: 'a row after one that always holds', passage: '{ when: severity is major, due', instead: '{ due', at: 'severity is minor, due', clause: 'X-4.1-b', says: /never reached/ },
  { name: 'two duties that ask the same', passage: '  revisit: { of: complaint', instead: '  again: { of: complaint, after: [resolve], who: clerk, do: revisit, due: 3 days, ours: test }\n  revisit: { of: complaint', at: '  revisit: { of: complaint', clause: 'X-4.3', says: /duties.again asks the same/ },
  { name: 'a fact set by two reactions', passage: 'then: [ { tell: { every: manager } } ], clause: X-6.1 }', instead: 'then: [ { set: { amount: 3 } } ], clause: X-6.1 }\n  other: { of: complaint, after: receive, then: [ { set: { amount: 4 } } ], ours: test }', at: '  other:', clause: null, says: /“amount” is set after the same act by reactions.alarm/ },
  { name: 'a danger that is neither ticked nor chosen', passage: 'amount: { title: 金额, type: money }', instead: 'amount: { title: 金额, type: money, danger: true }', at: '      amount: {', clause: null, says: /only a tick, a yes-no or a value of a choice can/ },
  { name: 'a danger inside a list', passage: 'amount: { title: 金额, type: money }', instead: 'amount: { title: 金额, type: money }\n      round: { title: 巡查, lines: { found: { values: { fire: { title: 起火, danger: true } } } } }', at: '      round: {', clause: null, says: /“起火” in a list cannot be marked as danger/ },
  { name: 'a danger proposed by a single character', passage: 'injury: { title: 人身伤害, type: tick }', instead: 'injury: { title: 人身伤害, type: tick, danger: true, words: [受伤, 火] }', at: '      injury: {', clause: null, says: /two characters at least: 火/ },
  { name: 'a danger that nobody is asked about', passage: 'amount: { title: 金额, type: money }', instead: 'amount: { title: 金额, type: money }\n      smoke: { title: 冒烟, type: tick, danger: true }', at: '      smoke: {', clause: null, says: /no act asks for the danger “冒烟”/ },
  { name: 'a fact that is used but never asked', passage: 'asks: [content, severity, injury, wants_by, amount]', instead: 'asks: [content, severity, injury, wants_by]', at: '  paid:', clause: 'X-5.2', says: /the fact “amount” is used in a rule, but no act asks it/ },
  { name: 'a time that no act asks for', passage: 'asks: [content, severity, injury, wants_by, amount]', instead: 'asks: [content, severity, injury, amount]', at: '  resolve: { of:', clause: 'X-4.2', says: /the fact “wants_by” is used/ },
  { name: 'somebody who must but may not', passage: 'who: clerk, do: revisit', instead: 'who: handler, do: revisit', at: '  revisit: { of:', clause: 'X-4.3', says: /“handler” must do “revisit” but may not/ },
  { name: 'reactions that start each other', passage: 'then: [ { tell: { every: manager } } ], clause: X-6.1 }', instead: 'then: [ { do: forward } ], clause: X-6.1 }\n  back: { of: complaint, after: forward, then: [ { open: complaint } ], ours: test }', at: '  back:', clause: null, says: /without end: complaint.forward → complaint.receive → complaint.forward/ },
  { name: 'a time at a fact that does not exist', passage: 'at wants_by, 24', instead: 'at wants_it, 24', at: '  resolve: { of:', clause: 'X-4.2', says: /“at wants_it” names no fact/ },
  { name: 'a time at a fact that is no time', passage: 'at wants_by, 24', instead: 'at amount, 24', at: '  resolve: { of:', clause: 'X-4.2', says: /names a fact that is no time/ },
  { name: 'a time at a field of the act that it does not have', passage: 'at wants_by, 24', instead: 'at it.wants_by, 24', at: '  resolve: { of:', clause: 'X-4.2', says: /“at it.wants_by” names no fact/ },
  { name: 'somebody nobody knows', passage: 'tell: manager of service', instead: 'tell: manger of service', at: '  forward:\n    of', clause: null, says: /no position, unit or role “manger”; did you mean “manager”/ },
  { name: 'a position of a unit that not every unit has', passage: 'tell: manager of service', instead: 'tell: clerk of service', at: '  forward:\n    of', clause: null, says: /“clerk” is not in every unit/ },
  { name: 'it.to of an act that is addressed to nobody', passage: 'at: 80 %, tell: clerk', instead: 'at: 80 %, tell: it.to', at: '  forward:\n    of', clause: null, says: /has no “it.to”/ },
  { name: 'the applicant outside of an approval', passage: 'at: 80 %, tell: clerk', instead: 'at: 80 %, tell: applicant', at: '  forward:\n    of', clause: null, says: /only be used in approvals/ },
  { name: 'at least a position without a level', passage: 'in_every_unit: true, level: 30', instead: 'in_every_unit: true', at: '  payment:', clause: 'X-5.2', says: /has no level/ },
  { name: 'a fact that an act asks and nobody declared', passage: 'asks: [papers]', instead: 'asks: [papers, pappers]', at: 'resolve: { from', clause: 'X-3.3', says: /no fact “pappers”; did you mean “papers”/ },
  { name: 'a stage that does not exist', passage: 'from: received, to: with-unit', instead: 'from: recieved, to: with-unit', at: 'forward: { from', clause: 'X-3.2', says: /no stage “recieved”; did you mean “received”/ },
  { name: 'an outcome that does not exist', passage: 'to: { satisfied: closed,', instead: 'to: { happy: closed,', at: 'revisit: { from', clause: 'X-3.4', says: /no outcome “happy”/ },
  { name: 'an approval that does not exist', passage: 'approval: payment', instead: 'approval: paymnt', at: '  paid:', clause: 'X-5.2', says: /no approval “paymnt”; did you mean “payment”/ },
  { name: 'an approval that no guard asks for', passage: 'approval: payment', instead: 'only_if: known(amount)', at: '  payment:', clause: 'X-5.2', says: /no guard asks for this approval/ },
  { name: 'an effect on a kind that does not exist', passage: '{ tell: { every: manager } }', instead: '{ open: repair }', at: '  alarm:', clause: 'X-6.1', says: /no kind “repair”/ },
  { name: 'parts moved between unknown places', passage: '{ tell: { every: manager } }', instead: '{ move: { what: amount, from: store, to: bag } }', at: '  alarm:', clause: 'X-6.1', says: /no place “store”/ },
  { name: 'a measure over a duty that does not exist', passage: 'of: duty forward, good', instead: 'of: duty foward, good', at: '  in-time:', clause: 'X-7.1', says: /no duty “foward”; did you mean “forward”/ },
  { name: 'a measure that asks of an act what it does not have', passage: 'of: duty forward, good: met in time', instead: 'of: act complaint.revisit, good: it.outcome is happy', at: '  in-time:', clause: 'X-7.1', says: /“happy” is none of satisfied, unsatisfied/ },
  { name: 'weights that do not sum to 100', passage: 'guidance:', instead: 'scores:\n  monthly: { of: complaint, items: [ { fact: amount, weight: 90, ours: test } ], clause: X-9 }\n\nguidance:', at: '  monthly:', clause: 'X-9', says: /the weights sum to 90: choose weights_sum_to_90/ },
  { name: 'a reading of weights chosen for another sum', passage: 'guidance:', instead: 'scores:\n  monthly: { of: complaint, items: [ { fact: amount, weight: 80, ours: test } ], weights_sum_to_90: literal, clause: X-9 }\n\nguidance:', at: '  monthly:', clause: 'X-9', says: /the weights sum to 80/ },
  { name: 'a duty that bears the name of approvals', passage: '  revisit: { of: complaint', instead: '  approve: { of: complaint, after: [resolve], who: clerk, do: forward, due: 3 days, ours: test }\n  revisit: { of: complaint', at: '  approve:', clause: null, says: /cannot be called “approve”/ },
  { name: 'a form that prints what nobody declared', passage: 'guidance:', instead: 'forms:\n  sheet: { of: complaint, title: 单, prints: [contents], clause: X-9 }\n\nguidance:', at: '  sheet:', clause: 'X-9', says: /no fact “contents”; did you mean “content”/ },
];

describe('checkPolicy finds what is wrong between the rules and names line and clause', () => {
  it('has nothing to say about the policy the mistakes are planted in', () => {
    expect(checkPolicy(policyOf(smallPolicy), { clauses: null })).toEqual([]);
  });

  it.each(MISTAKES)('$name', ({ passage, instead, at, clause, says }) => {
    const text = smallPolicyWith(passage, instead);
    const { draft } = readPolicy({ file: 'policy.yaml', text });
    const found = draft ? checkPolicy(draft, { clauses: null }) : [];
    const problem = found.find((one) => says.test(one.message.en));
    expect(problem, JSON.stringify(found, null, 1)).toBeDefined();
    expect(problem).toMatchObject({ severity: 'error', line: lineOf(text, at), clause, file: 'policy.yaml' });
    expect(problem?.message.zh).not.toBe('');
  });

  it('tells of a misspelt name where it stands, and nothing that only follows from it', () => {
    const { draft } = readPolicy({ file: 'policy.yaml', text: smallPolicyWith('to: resolved, may: handler,', 'to: resolved, may: handeler,') });
    const found = draft ? checkPolicy(draft, { clauses: null }).filter(({ severity }) => severity === 'error') : [];
    expect(found.map(({ message }) => message.en)).toEqual([expect.stringContaining('“handeler”')]);
  });

  it('finds no error in the seven policies of the worked example', () => {
    const all = readPolicies({ file: 'worked-example.yaml', text: workedExample }).map(({ policy }) => policy);
    expect(all).toHaveLength(7);
    for (const policy of all) expect(policy && checkPolicy(policy, { clauses: null, holders: new Set(Object.keys(policy.positions)), registers: new Set(['qualifications']) })).toEqual([]);
  });

  it('has one file for each check of the registry', () => {
    const files = readdirSync(new URL('./checks/', import.meta.url)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(Object.keys(checks).sort());
  });
});

describe('a stage', () => {
  it('that an act of any stage leads out of is sound', () => {
    expect(checkPolicy(policyOf(smallPolicyWith('resolve: { from: with-unit, to', 'resolve: { to')), { clauses: null })).toEqual([]);
  });

  it('that a matter ends in may stand before the last one', () => {
    const text = smallPolicyWith('      revisit: { from', '      give-up: { is: withdraw, from: received, to: withdrawn, may: clerk, ours: test }\n      revisit: { from').replace('stages: [received,', 'stages: [received, withdrawn,');
    expect(checkPolicy(policyOf(text), { clauses: null })).toEqual([]);
  });
});

describe('what the house, person or device brings', () => {
  it('is refused where no other matter opens the kind: it would never be known', () => {
    const text = smallPolicyWith('    number: TS-{yyyymmdd}-{0000}', '    number: TS-{yyyymmdd}-{0000}\n    about: device').replace('{ when: severity is minor, due', '{ when: about.amount > 3, due');
    const { draft } = readPolicy({ file: 'policy.yaml', text });
    const found = draft ? checkPolicy(draft, { clauses: null }) : [];
    expect(found.map(({ severity, message }) => [severity, message.en])).toContainEqual(['error', '“about.amount” is never known: no other matter opens a “complaint” (it has no parent)']);
  });
});

describe('checkPolicy compares with what stands beside the policy', () => {
  const cited = ['X-1.1', 'X-1.2', 'X-1.3', 'X-2.1', 'X-2.2', 'X-2.3-a', 'X-2.3-b', 'X-2.4', 'X-2.5', 'X-3.1', 'X-3.2', 'X-3.3', 'X-3.4', 'X-4.1-a', 'X-4.1-b', 'X-4.2', 'X-4.3', 'X-5.1', 'X-5.2', 'X-6.1', 'X-7.1', 'X-8.1'];

  it('the clauses of the document: a wrong number is an error, an uncarried clause a warning', () => {
    expect(checkPolicy(policyOf(smallPolicy), { clauses: new Set(cited) })).toEqual([]);
    const found = checkPolicy(policyOf(smallPolicy), { clauses: new Set([...cited.filter((clause) => clause !== 'X-4.2'), 'X-10']) });
    expect(found.map(({ severity, line, message }) => [severity, line, message.en])).toEqual([
      ['warning', 1, 'the clause X-10 is carried by no rule (open)'],
      ['error', lineOf(smallPolicy, '  resolve: { of:'), expect.stringMatching(/^the document has no clause X-4.2; did you mean X-/)],
    ]);
  });

  it('the words of the clauses: a vague word without a number is a warning', () => {
    const texts = new Map(cited.map((clause) => [clause, clause === 'X-4.3' ? '及时、迅速回访' : '内容']));
    expect(checkPolicy(policyOf(smallPolicy), { clauses: texts }).map(({ severity, clause, message }) => [severity, clause, message.en])).toEqual([
      ['warning', 'X-4.3', 'the clause X-4.3 says “迅速”, and “words” gives it no number'],
    ]);
  });

  it('the registers that are joined: asking for qualifications that nobody keeps is a warning', () => {
    const asking = readPolicies({ file: 'worked-example.yaml', text: workedExample }).flatMap(({ policy }) => (policy ? checkPolicy(policy, { clauses: null }) : []));
    expect(asking.filter(({ message }) => message.en.includes('register')).map(({ severity }) => severity)).toEqual(expect.arrayContaining(['warning']));
  });

  it('the positions somebody holds: an empty one is a warning', () => {
    expect(checkPolicy(policyOf(smallPolicy), { clauses: null, holders: new Set(['clerk']) }).map(({ severity, clause, where }) => [severity, clause, where])).toEqual([['warning', 'X-1.3', 'positions.manager']]);
  });
});

describe('checkText', () => {
  it('tells mistakes of reading and between rules at once, by line, and does not take one for the other', () => {
    const text = smallPolicyWith('{ when: severity is minor, due: 30 minutes', '{ when: severity is light, due: soon').replace('approval: payment', 'approval: paymnt');
    const { policy, problems } = checkText({ file: 'policy.yaml', text });
    expect(policy).toBeNull();
    expect(problems.map(({ where }) => where)).toEqual(['duties.forward.rows#2.when', 'duties.forward.rows#2.due', 'guards.paid.approval', 'approvals.payment']);
  });

  it('tells what concerns a clause at the clause, and refuses one id for two clauses', () => {
    const { problems, coverage } = checkText({ file: 'policy.yaml', text: smallPolicy.replaceAll(/X-[1-8][.\d]*(-[ab])?/g, 'X-1'), documentText: '# 制度\n- [X-1] 甲\n- [X-2] 乙\n- [X-1] 丙\n' });
    expect(problems.map(({ file, line, severity, clause }) => [file, line, severity, clause])).toEqual([['document.md', 3, 'warning', 'X-2'], ['document.md', 4, 'error', 'X-1']]);
    expect(coverage?.counts).toMatchObject({ enforced: 2, open: 1, all: 3 });
  });
});
