import { describe, expect, it } from 'vitest';
import { lineOf, smallPolicy, smallPolicyWith, workedExample } from '../../../test/engine/small-policy.ts';
import type { Policy } from '../policy.ts';
import { parseWho, policySchema, readPolicies, readPolicy, versionOf } from './index.ts';

function read(text: string = smallPolicy): Policy {
  const { policy, problems } = readPolicy({ file: 'policy.yaml', text });
  if (!policy) throw new Error(JSON.stringify(problems));
  return policy;
}

describe('readPolicy', () => {
  it('reads the seven policies of the worked example without a problem', () => {
    const all = readPolicies({ file: 'worked-example.yaml', text: workedExample });
    expect(all.map((one) => one.policy?.id)).toEqual(['property-management', 'real-estate', 'metrology', 'general-company', 'instruments', 'bank-collection', 'gas']);
    expect(all.flatMap((one) => one.problems)).toEqual([]);
    expect(new Set(all.map((one) => one.policy?.version)).size).toBe(7);
  });

  it('remembers the line and the clauses of every rule and row', () => {
    const { duties } = read();
    expect(duties.forward?.source).toEqual({ clause: [], ours: null, line: lineOf(smallPolicy, '\n  forward:\n') + 1 });
    expect(duties.forward?.rows.map((row) => row.source)).toEqual([
      { clause: ['X-4.1-a'], ours: null, line: lineOf(smallPolicy, 'severity is major, due') }, { clause: ['X-4.1-b'], ours: null, line: lineOf(smallPolicy, 'severity is minor, due') },
    ]);
  });

  it('gives the keys of a rule to each of its rows, where the row does not say otherwise', () => {
    const { duties } = read(smallPolicyWith('{ when: severity is minor, due: 30 minutes', '{ when: severity is minor, who: { all: [clerk, manager of handler] }, due: 30 minutes'));
    expect(duties.forward?.rows.map((row) => [row.do, row.who])).toEqual([
      ['forward', { is: 'name', name: 'clerk', of: null, atLeast: false }],
      ['forward', { is: 'all', of: [{ is: 'name', name: 'clerk', of: null, atLeast: false }, { is: 'name', name: 'manager', of: 'handler', atLeast: false }] }],
    ]);
  });

  it('keeps the condition of a rule without rows with the rule, not with its only row', () => {
    const { guards } = read();
    expect(guards.paid?.when?.text).toBe('amount > 100 CNY');
    expect(guards.paid?.rows).toMatchObject([{ when: null, onlyIf: null, approval: 'payment' }]);
  });

  it('resolves names in conditions: facts, values of a list, the items of a check list', () => {
    const { duties, guards } = read();
    expect(duties.forward?.rows[0]?.when?.tree).toEqual({ op: 'is', left: { op: 'fact', name: 'severity', path: [] }, right: { op: 'literal', value: 'major' } });
    expect(guards['papers-first']?.rows[0]?.onlyIf?.tree).toMatchObject({ op: 'all', fact: 'papers', items: ['card', 'bill'] });
  });

  it('reads calendars to minutes of each weekday and lets a night shift pass midnight', () => {
    const { calendars } = read(smallPolicyWith('mon-fri: ["08:30-12:00", "13:00-17:30"]', '"mon,wed-thu": "08:30-12:00", sun: ["09:00-24:00"]'));
    expect(calendars.working?.weekly).toEqual({ 1: [{ from: 510, to: 720 }], 3: [{ from: 510, to: 720 }], 4: [{ from: 510, to: 720 }], 7: [{ from: 540, to: 1440 }] });
    expect(calendars.night?.weekly[7]).toEqual([{ from: 1200, to: 1920 }]);
    expect(calendars.night?.holidays).toBeNull();
  });

  it('calls a duty after its own title, else the title of its act, else our word for the act', () => {
    expect(read().duties.forward?.title).toBe('转办');
    expect(read(smallPolicyWith('from: received, to: with-unit, may: clerk', 'title: 转责任部门, from: received, to: with-unit, may: clerk')).duties.forward?.title).toBe('转责任部门');
    expect(read(smallPolicyWith('  resolve: { of: complaint', '  resolve: { title: 办结投诉, of: complaint')).duties.resolve?.title).toBe('办结投诉');
  });

  it('makes several role assignments of one effect', () => {
    const { reactions } = read(smallPolicyWith('{ tell: { every: manager } }', '{ assign: { handler: service } }, { do: forward, to: service }, { open: complaint, once: week }'));
    expect(reactions.alarm?.rows[0]?.then).toEqual([
      { do: 'assign', role: 'handler', who: { is: 'name', name: 'service', of: null, atLeast: false } },
      { do: 'act', act: 'forward', to: { is: 'name', name: 'service', of: null, atLeast: false } }, { do: 'open', kind: 'complaint', once: 'week' },
    ]);
  });

  it('takes titles of stages, acts and approvals, and guidance', () => {
    const policy = read(smallPolicyWith('    stages: [received, with-unit, resolved, closed]', '    stages: [received, with-unit, resolved, closed]\n    stage_titles: { received: 已登记 }'));
    expect(policy.kinds.complaint?.stageTitles).toEqual({ received: '已登记' });
    expect(policy.approvals.payment?.title).toBe('办结审批');
    expect(policy.guidance.polite).toMatchObject({ text: '接听须在三声之内', acts: ['receive'], source: { clause: ['X-8.1'] } });
  });

  it('names a version by the content of both files', () => {
    const [plain, withText] = [readPolicy({ file: 'p', text: smallPolicy }), readPolicy({ file: 'p', text: smallPolicy, documentText: '# 制度' })];
    expect(plain.policy?.version).toMatch(/^[0-9a-f]{64}$/);
    expect(withText.policy?.version).not.toBe(plain.policy?.version);
    expect(withText.policy?.version).toBe(versionOf(smallPolicy, '# 制度'));
  });
});

describe('the sentences of the language', () => {
  it.each([
    ['cs-manager', { is: 'name', name: 'cs-manager', of: null, atLeast: false }],
    ['department-manager of handler', { is: 'name', name: 'department-manager', of: 'handler', atLeast: false }],
    ['at least department-manager', { is: 'name', name: 'department-manager', of: null, atLeast: true }],
    ['applicant', { is: 'special', name: 'applicant' }], ['it.actor', { is: 'it', field: 'actor' }],
    [{ every: 'manager' }, { is: 'every', of: { is: 'name', name: 'manager', of: null, atLeast: false } }],
    [['a', 'b'], null], ['a or b', null], [{ all: [] }, null], [{ all: ['a'], any: ['b'] }, null], [null, null],
  ])('parseWho(%j)', (raw, expected) => {
    expect(parseWho(raw)).toEqual(expected);
  });

  it('gives editors a schema with the same keys the reader accepts', () => {
    const schema = policySchema() as { $schema: string; additionalProperties: boolean; properties: Record<string, unknown> };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.additionalProperties).toBe(false);
    expect(Object.keys(schema.properties)).toContain('guidance');
    expect(JSON.stringify(schema)).toContain('weights_sum_to_');
  });
});
