import { describe, expect, it } from 'vitest';
import { PEOPLE, shipped } from '../support/policy.ts';
import { on, Table } from './table.ts';

const received = (facts: Record<string, boolean>): Table => {
  const table = new Table(shipped('property-management'), PEOPLE, on('mon 09:00'));
  table.receive('complaint', 'agent', facts);
  return table;
};
const alarms = (table: Table): readonly unknown[] => table.last.notices.filter((notice) => notice.template === 'urgent').flatMap((notice) => notice.to);

describe('somebody in danger', () => {
  it('alarms everybody who oversees when it is registered, however light the severity', () => {
    const table = received({ trapped: true });
    expect(table.matter.facts['severity']).toBe('minor');
    expect(alarms(table)).toEqual(expect.arrayContaining([expect.objectContaining({ position: 'project-manager' })]));
    expect(alarms(received({ service_short: true }))).toEqual([]);
  });

  it('alarms them when it turns out later, once', () => {
    const table = received({ service_short: true });
    table.act('correct', 'agent', { reason: '客户补充', trapped: true });
    expect(alarms(table)).not.toEqual([]);
    table.act('note', 'agent', { text: '已通知维保' });
    expect(alarms(table)).toEqual([]);
  });

  it('alarms nobody twice whom the policy itself has told', () => {
    const table = received({ injury: true, our_management: true });
    const told = table.last.notices.filter((notice) => notice.template === 'told').flatMap((notice) => notice.to);
    expect(told.length).toBeGreaterThan(0);
    for (const bearer of alarms(table)) expect(told).not.toContainEqual(bearer);
  });
});
