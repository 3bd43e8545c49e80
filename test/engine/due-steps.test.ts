import { describe, expect, it } from 'vitest';
import { stepThrough } from '../../src/capabilities/matters/rules/due-steps.ts';
import { fireDue } from '../../src/engine/index.ts';
import { shippedPolicies } from './shipped.ts';
import { at, on, people, Table } from './table.ts';

const night = shippedPolicies().find(({ rules }) => rules.includes('deemed: true'))?.rules ?? '';
const PEOPLE = people(['qin', 'customer-service', 'night-attendant'], ['zhou', 'customer-service', 'cs-staff'], ['he', 'customer-service', 'cs-staff']);
const table = (): Table => {
  const one = new Table(night, PEOPLE, on('mon 22:00'));
  one.receive('complaint', 'qin', { severity: 'general' });
  return one;
};

describe('a clock that is stepped over many deadlines', () => {
  it('comes to the same end as one that stops at each of them', () => {
    const until = at('wed 12:00');
    const slow = table();
    let steps = 0;
    for (;;) {
      const next = Math.min(...slow.matter.obligations.flatMap((each) => (each.next ? [each.next.at] : [])));
      if (next > until) break;
      const { decision, fired } = fireDue({ ...slow.world, now: next }, slow.matter);
      steps += fired.length;
      slow.take(decision);
    }
    const quick = table();
    const { decision, fired, reached } = stepThrough(quick.world, quick.matter, until);
    expect(steps).toBeGreaterThan(4);
    expect(fired).toHaveLength(steps);
    expect(decision.matter).toEqual(slow.matter);
    expect(reached).toBeLessThanOrEqual(until);
  });

  it('says of each notice with which event its own change began, and does nothing before the first deadline', () => {
    const one = table();
    const { decision } = stepThrough(one.world, one.matter, at('wed 12:00'));
    expect(new Set(decision.notices.map((each) => each.change)).size).toBeGreaterThan(1);
    for (const notice of decision.notices) expect(notice.change).toBeLessThanOrEqual(notice.seq);
    expect(stepThrough(one.world, one.matter, at('mon 22:00'))).toMatchObject({ fired: [], reached: null });
  });
});
