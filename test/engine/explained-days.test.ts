import { describe, expect, it } from 'vitest';
import { civilWords, explainObligation, pauseTitle, type Explanation } from '../../src/engine/index.ts';
import { shipped, PEOPLE } from '../support/policy.ts';
import { at, on, openShop, Table } from './table.ts';

const explain = (table: Table, duty: string): Explanation => {
  const told = explainObligation(table.world, table.matter, table.one(duty).key);
  if (!told) throw new Error('no explanation');
  return told;
};

describe('the explanation by day', () => {
  it('of one working day shows that the starting day does not count, and the midday break', () => {
    const table = openShop({ rules: 'duties:\n  it: { of: case, after: receive, who: first, do: revisit, due: 1 working day, ours: x }' });
    table.receive('case', 'ann', {});
    expect(explain(table, 'it').days).toEqual([
      { date: '2026-03-02', windows: [], pauses: [], minutes: 0, starting: true },
      { date: '2026-03-03', windows: [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }], pauses: [], minutes: 480, starting: false },
    ]);
  });

  it('of working hours shows each day with its pause, and sums to the limit', () => {
    const table = new Table(shipped('property-management'), PEOPLE, on('mon 09:12'));
    table.receive('complaint', 'agent', { service_short: true });
    table.act('forward', 'agent', { to: 'engineering' });
    table.at(on('tue 10:00')).act('suspend', 'agent', { reason: 'waiting-for-customer' });
    table.at(on('tue 14:00')).act('resume', 'agent');
    const told = explain(table, 'resolve');
    expect(told.days.reduce((sum, day) => sum + day.minutes, 0)).toBe(24 * 60);
    expect(told.days[1]).toMatchObject({ date: '2026-03-03', windows: [{ from: '08:30', to: '10:00' }, { from: '14:00', to: '17:30' }], pauses: [{ from: '10:00', to: '14:00' }] });
    expect(told.pauses).toMatchObject([{ reason: { zh: '等客户' }, by: { person: 'agent' } }]);
    expect(told.then[0]).toMatchObject({ tell: '当事部门或当事人', to: [{ unit: 'engineering' }] });
  });

  it('says the end of a day as its 24:00, and has a sentence for the customer', () => {
    const table = openShop({ rules: 'duties:\n  it: { of: case, after: receive, who: first, do: revisit, due: 3 days, ours: x }' });
    table.receive('case', 'ann', {});
    const told = explain(table, 'it');
    expect(civilWords(told.to ?? 0, table.policy.zone)).toEqual({ zh: '2026年3月5日 24:00', en: '2026-03-05 24:00' });
    expect(civilWords(at('thu 13:12'), table.policy.zone).zh).toBe('2026年3月5日 13:12');
    expect(told.days.at(-1)).toMatchObject({ date: '2026-03-05', windows: [{ from: '00:00', to: '24:00' }], minutes: 1440 });
    expect(told.customer.zh).toContain('最迟 2026年3月5日 24:00 前');
  });
});

describe('a reason to pause', () => {
  it('is called as the policy calls it, else as we do, else by its own word', () => {
    const table = openShop({ rules: 'reasons:\n  waiting: { title: 等客户回家, ours: x }' });
    expect(pauseTitle(table.policy, 'waiting').zh).toBe('等客户回家');
    expect(pauseTitle(table.policy, 'waiting-for-customer').zh).toBe('等客户');
    expect(pauseTitle(table.policy, 'other').zh).toBe('other');
  });
});
