import { describe, expect, it } from 'vitest';
import { rederiveMatter } from '../../src/engine/index.ts';
import { PEOPLE, shipped } from '../support/policy.ts';
import { Table } from './table.ts';

const MONDAY = '2026-03-02T09:00:00+08:00';
const table = (people = PEOPLE): Table => new Table(shipped('property-management'), people, MONDAY);
const assigned = (one: Table) => one.last.notices.filter((each) => each.template === 'assigned').map(({ to, of }) => [to, of]);
const major = { content: '电梯困人', our_management: true, injury: true, severity: 'major' };

describe('“new for me”', () => {
  it('is not said to whoever receives a complaint and has to forward it himself, nor to his colleagues', () => {
    const one = table();
    one.receive('complaint', 'agent', major);
    expect(assigned(one)).toEqual([]);
  });

  it('is said once to the department that a complaint is forwarded to, though three duties arise there', () => {
    const one = table();
    one.receive('complaint', 'agent', major);
    one.act('forward', 'agent', { to: 'engineering' });
    expect(assigned(one)).toEqual([[[{ unit: 'engineering' }], [expect.stringMatching(/^resolve\//), expect.stringMatching(/^investigate\//), expect.stringMatching(/^set-target\//)]]]);
    expect(one.last.notices).toHaveLength(1);
  });

  it('is said to whoever takes over what is owed, and to nobody when only a time moves', () => {
    const one = table();
    one.receive('complaint', 'agent', { ...major, severity: 'general' });
    one.act('classify', 'agent', { severity: 'minor' });
    expect(assigned(one)).toEqual([]);
    one.act('transfer-work', 'cs-manager', { to: 'specialist', reason: '周晓岚外出' });
    expect(assigned(one).map(([to]) => to)).toEqual([[{ person: 'specialist', unit: 'customer-service' }]]);
  });

  it('is said to whoever else owes what the act begins, and not to the doer who owes his part of it', () => {
    const one = table();
    one.receive('complaint', 'agent', major);
    one.act('forward', 'agent', { to: 'engineering' });
    one.act('investigate', 'manager', { findings: '钢丝绳磨损' });
    one.act('judge', 'manager', { validity: 'valid' });
    expect(assigned(one).map(([to]) => to)).toEqual([[{ position: 'cs-staff' }]]);
  });

  it('takes the system’s forwarding for what it is: new for the department, known to whoever received it', () => {
    const shop = new Table(shipped('retail'), [
      { person: 'ann', unit: 'after-sales', positions: [{ position: 'after-sales-staff', unit: 'after-sales' }] },
      { person: 'hr', unit: 'human-resources', positions: [{ position: 'hr-officer', unit: 'human-resources' }] },
      { person: 'boss', unit: 'food', positions: [{ position: 'department-manager', unit: 'food' }] },
    ], MONDAY);
    shop.receive('complaint', 'ann', { content: '态度不好', about: 'service' });
    expect(assigned(shop).map(([to]) => to)).toEqual([[{ unit: 'human-resources' }]]);
  });

  it('is taken back with the act that said it', () => {
    const one = table();
    one.receive('complaint', 'agent', major);
    one.act('forward', 'agent', { to: 'engineering' });
    one.act('recall', 'agent', { reason: '转错了' });
    expect(one.last.notices.map(({ template, to }) => [template, to])).toEqual([['recalled', [{ unit: 'engineering' }]]]);
  });

  it('is said by nobody in a replay of what happened', () => {
    const one = table();
    one.receive('complaint', 'agent', major);
    const forwarded = rederiveMatter({ ...one.world, history: true }, one.matter, { because: 'test' });
    expect(forwarded?.notices ?? []).toEqual([]);
  });
});
