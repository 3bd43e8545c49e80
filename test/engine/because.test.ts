import { describe, expect, it } from 'vitest';
import { explainBecause } from '../../src/engine/index.ts';
import { shipped } from '../support/policy.ts';
import { on, Table } from './table.ts';
import { complaint, forwarded } from './verbs-shop.ts';

describe('why it is so, where it is no time', () => {
  it('a severity: the facts that make it so, with the clause of that value', () => {
    const { world, matter } = complaint();
    const told = explainBecause(world, matter, { of: 'class', name: 'severity' });
    expect(told?.looked).toContainEqual({ name: 'service_short', value: true });
    expect([told?.clause.length, told?.ours]).toEqual([1, null]);
    expect(told?.notes).toEqual([]);
  });

  it('a severity that somebody chose against the proposal: who, and what was proposed', () => {
    const table = complaint();
    table.act('classify', 'agent', { severity: 'major', service_short: true });
    const told = explainBecause(table.world, table.matter, { of: 'class', name: 'severity' });
    expect(told?.by).toMatchObject({ act: 'classify', actor: { person: 'agent' } });
    expect(told?.notes[0]?.zh).toContain('制度建议“一般投诉”');
  });

  it('nothing, for a name that only every object has', () => {
    const { world, matter } = complaint();
    for (const name of ['toString', 'constructor', '__proto__', 'valueOf']) {
      expect(explainBecause(world, matter, { of: 'class', name })).toBeNull();
      expect(explainBecause(world, matter, { of: 'role', name })).toBeNull();
    }
  });

  it('a handler: the act that gave it to him, and who did it', () => {
    const { world, matter } = forwarded();
    const told = explainBecause(world, matter, { of: 'role', name: 'handler' });
    expect(told).toMatchObject({ clause: ['B-4.4.2.1'], by: { act: 'forward', actor: { person: 'agent' } }, who: [{ unit: 'engineering' }] });
  });

  it('a route of the policy: its row, its clause and the fact it looked at', () => {
    const table = new Table(shipped('retail'), [{ person: 'shop', unit: 'after-sales', positions: [{ position: 'after-sales-staff', unit: 'after-sales' }] }], on('mon 09:00'));
    table.receive('complaint', 'shop', { about: 'goods' });
    const told = explainBecause(table.world, table.matter, { of: 'role', name: 'managing' });
    expect(told).toMatchObject({ clause: ['C4-9-b'], looked: [{ name: 'about', value: 'goods' }], who: [{ unit: 'quality-management' }] });
  });

  it('an approver: the condition that demands him, and that nobody approves his own', () => {
    const table = forwarded();
    table.ask('extend', 'engineer', { obligation: table.one('resolve').key, until: on('fri 12:00'), reason: '等备件' });
    const told = explainBecause(table.world, table.matter, { of: 'approver', approval: table.matter.approvals[0]?.id ?? '', step: 0 });
    expect(told?.rule.zh).toContain('“延期”须经“延期”批准');
    expect(told?.notes[0]?.zh).toBe('申请人不能批自己的申请');
    expect(told?.ours).not.toBeNull();
  });

  it('whoever owes something: whom the duty names, and how he came to it', () => {
    const { world, matter } = forwarded();
    const key = matter.obligations.find((each) => each.duty === 'resolve')?.key ?? '';
    const told = explainBecause(world, matter, { of: 'bearer', key });
    expect(told?.rule.zh).toMatch(/“处理办结”由当事部门或当事人办/);
    expect(told?.who).toEqual([{ unit: 'engineering' }]);
    expect(explainBecause(world, matter, { of: 'bearer', key: 'nothing' })).toBeNull();
  });
});
