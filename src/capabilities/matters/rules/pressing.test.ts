import { describe, expect, it } from 'vitest';
import { PEOPLE, shipped } from '../../../../test/support/policy.ts';
import { Table } from '../../../../test/engine/table.ts';
import { deskRowsOf } from './desk-rows.ts';
import { perilOf, pressingOf, reportedUrgently } from './pressing.ts';

const MONDAY = '2026-03-02T09:00:00+08:00';
const begun = (facts: Record<string, boolean | string>): Table => {
  const table = new Table(shipped('property-management'), PEOPLE, MONDAY);
  table.receive('complaint', 'agent', { content: '电梯停在五楼', severity: 'minor', ...facts });
  return table;
};
const firsts = (table: Table) => deskRowsOf(table.policy, table.matter, null).map((row) => [row.bearer, row.first]);

describe('what stands at the top of a desk', () => {
  it('is a matter with somebody in danger, minor as it may be filed, until somebody takes it up', () => {
    const table = begun({ trapped: true });
    expect(pressingOf(table.policy, table.matter)).toEqual({ urgent: false, dangers: ['电梯困人'] });
    expect(firsts(table)).toEqual([['p:agent', true]]);
    table.act('forward', 'agent', { to: 'engineering' });
    expect(firsts(table)).toEqual([['u:engineering', true], ['p:agent', true]]);
    table.act('note', 'agent', { text: '客户又来电话' });
    expect(pressingOf(table.policy, table.matter)).not.toBeNull();
    table.act('investigate', 'engineer', { findings: '门机卡住，人已救出' });
    expect(pressingOf(table.policy, table.matter)).toBeNull();
    expect(firsts(table).map(([, first]) => first)).not.toContain(true);
  });

  it('stays called a danger after somebody has taken it up: its severity may still say that it is minor', () => {
    const table = begun({ trapped: true });
    table.act('forward', 'agent', { to: 'engineering' });
    table.act('investigate', 'engineer', { findings: '门机卡住，人已救出' });
    const { kind, facts, acts } = table.matter;
    expect(perilOf(table.policy, { kind, facts, urgent: reportedUrgently(acts) })).toEqual({ urgent: false, dangers: ['电梯困人'] });
    expect(perilOf(table.policy, { kind, facts: {}, urgent: false })).toBeNull();
  });

  it('is an urgent report, though nothing else is known of it', () => {
    const table = new Table(shipped('property-management'), PEOPLE, MONDAY);
    table.urgent('complaint', 'agent');
    expect(pressingOf(table.policy, table.matter)).toEqual({ urgent: true, dangers: [] });
  });

  it('is no ordinary matter, heavy as it may be: that is what its times are for', () => {
    const table = begun({ our_management: true, loss: true, severity: 'major' });
    expect([pressingOf(table.policy, table.matter), firsts(table)]).toEqual([null, [['p:agent', false]]]);
  });
});
