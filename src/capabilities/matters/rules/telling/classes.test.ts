import { describe, expect, it } from 'vitest';
import type { MatterState, Notice, Policy } from '#engine';
import { classOf, heaviest, occasionOf, type Occasion } from './classes.ts';

const TEMPLATES: readonly Notice['template'][] = ['urgent', 'recorded-against-rule', 'breached', 'approval-wanted', 'returned', 'chased', 'reminded', 'assigned', 'recalled', 'approval-decided', 'told'];
const usual: Occasion = { template: 'told', fresh: false, grave: false, urgent: false, share: null, climbed: false };
const of = (more: Partial<Occasion>) => classOf({ ...usual, ...more });

describe('the class of a notice', () => {
  it('is an alarm for what was reported urgently, for what is on record against a rule, and for what climbed', () => {
    expect([of({ template: 'urgent' }), of({ template: 'recorded-against-rule' }), of({ template: 'told', climbed: true })]).toEqual(['alarm', 'alarm', 'alarm']);
  });

  it('is an alarm when a grave matter becomes known, and information when the same matter goes its way afterwards', () => {
    expect([of({ fresh: true, grave: true }), of({ template: 'assigned', fresh: true, grave: true }), of({ grave: true }), of({ fresh: true })]).toEqual(['alarm', 'alarm', 'information', 'information']);
  });

  it('is a reminder for whatever waits for the reader, also in a grave matter', () => {
    for (const template of ['assigned', 'returned', 'recalled', 'approval-wanted', 'approval-decided', 'chased', 'breached']) expect(of({ template }), template).toBe('reminder');
    expect(of({ template: 'breached', grave: true })).toBe('reminder');
  });

  it('of a step of a ladder is information below 80 % of the time, a reminder from there on and after the due time', () => {
    expect([50, 79, 80, 100, null].map((share) => of({ template: 'reminded', share }))).toEqual(['information', 'information', 'reminder', 'reminder', 'reminder']);
  });

  it('is known for every template, and information for one of tomorrow', () => {
    for (const template of TEMPLATES) expect(['alarm', 'reminder', 'information']).toContain(of({ template }));
    expect(of({ template: 'of tomorrow' })).toBe('information');
  });
});

describe('the occasion of a notice', () => {
  const source = { clause: [], ours: null, line: 1 };
  const value = (id: string, title: string) => ({ id, title, when: null, source });
  const policy = {
    kinds: { complaint: { facts: { severity: { type: { is: 'one', values: [value('major', '重大'), value('minor', '轻微')] }, danger: null }, injury: { id: 'injury', title: '人身伤害', type: { is: 'tick' }, danger: { say: null } }, fire: { id: 'fire', title: '起火', type: { is: 'tick' }, danger: null } }, acts: { log: { is: 'receive' }, 'take-up': { is: 'accept' }, pass: { is: 'forward' }, look: { is: 'investigate' } } } },
    reactions: { 'night-alarm': { after: ['log'] }, 'told-done': { after: ['take-up'] } }, duties: { answer: { ladder: [{ at: { is: 'share', percent: 50 } }, { at: { is: 'due', plus: null } }] } },
  } as unknown as Policy;
  const matter = (facts: object) => ({ kind: 'complaint', facts, acts: [{ seq: 1, act: 'log', fields: {}, facts: {} }, { seq: 2, act: 'take-up', fields: {}, facts: {} }], obligations: [] }) as unknown as MatterState;
  const major = matter({ severity: 'major' });

  it('is the act its reaction follows, though the same decision has done another since', () => {
    expect(classOf(occasionOf('told', policy, major, { rule: 'night-alarm', seq: 2 }, undefined, false))).toBe('alarm');
    expect(classOf(occasionOf('told', policy, major, { rule: 'told-done', seq: 2 }, undefined, false))).toBe('information');
  });

  it('of “new for me” is the whole change: the system may have acted last', () => {
    expect(classOf(occasionOf('assigned', policy, major, { seq: 2, change: 1 }, undefined, false))).toBe('alarm');
    expect(classOf(occasionOf('assigned', policy, major, { seq: 2, change: 2 }, undefined, false))).toBe('reminder');
    expect(classOf(occasionOf('assigned', policy, matter({ severity: 'minor' }), { seq: 2, change: 1 }, undefined, false))).toBe('reminder');
  });

  it('of “new for me” is fresh for whom a matter is passed on to, and whenever a danger is ticked', () => {
    const after = (act: object, facts: object) => ({ ...matter(facts), acts: [{ seq: 3, fields: {}, facts: {}, ...act }] }) as unknown as MatterState;
    const kindOf = (one: MatterState) => classOf(occasionOf('assigned', policy, one, { seq: 3, change: 3 }, undefined, false));
    expect([kindOf(after({ act: 'pass' }, { severity: 'major' })), kindOf(after({ act: 'look' }, { severity: 'major' })), kindOf(after({ act: 'pass' }, {}))]).toEqual(['alarm', 'reminder', 'reminder']);
    expect(kindOf(after({ act: 'look', facts: { injury: true } }, { injury: true }))).toBe('alarm');
  });

  it('is grave by the heaviest severity of the policy, or by a danger that the policy marks; no name of a fact means one', () => {
    expect(occasionOf('told', policy, matter({ severity: 'minor', fire: true }), { rule: 'night-alarm', seq: 1 }, undefined, false).grave).toBe(false);
    expect([heaviest(policy, major), heaviest(policy, matter({ severity: 'minor' })), heaviest(policy, matter({}))]).toEqual(['重大', null, null]);
    expect(occasionOf('told', policy, matter({ severity: 'minor', injury: true }), { rule: 'night-alarm', seq: 1 }, undefined, false).grave).toBe(true);
  });

  it('knows the share of the time from the step of the ladder that fired last', () => {
    const owed = (fired: readonly string[]) => ({ duty: 'answer', fired }) as never;
    expect([['0'], ['0', 'breach', '1'], []].map((fired) => occasionOf('reminded', policy, major, {}, owed(fired), false).share)).toEqual([50, null, null]);
  });
});
