import { describe, expect, it } from 'vitest';
import { clausesOf, PEOPLE } from '../support/policy.ts';
import { at, changeOf, extract, on, openShop, Table } from './table.ts';

const complaint = (now = on('mon 09:00')): Table => new Table(extract('property-management'), PEOPLE, now);

describe('point 1: the order inside one act', () => {
  it('asks the guards first: a refused act leaves the matter as it was, to the last field', () => {
    const table = complaint();
    table.receive('complaint', 'agent', { service_short: true });
    table.act('forward', 'agent', { to: 'engineering' });
    table.act('investigate', 'engineer', { findings: '线路' });
    table.act('judge', 'engineer', { validity: 'valid' });
    const before = structuredClone(table.matter);
    expect(clausesOf(table.try('resolve', 'engineer', { lawful: true }))).toEqual(['B-4.4.3.1.1-b']);
    expect(table.matter).toEqual(before);
  });

  it('tells all reasons against an act at once', () => {
    const table = complaint();
    table.receive('complaint', 'agent', { service_short: true });
    const decision = table.try('resolve', 'agent', { lawful: true });
    expect(decision.refused?.map((each) => each.kind)).toEqual(['stage', 'may', 'guard']);
  });

  it('records the event, then the reactions to it, then derives what is owed', () => {
    const table = complaint();
    table.receive('complaint', 'agent', { service_short: true });
    expect(table.last.events.map((event) => [event.seq, event.act, event.actor.is])).toEqual([[1, 'receive', 'person'], [2, 'take-up', 'system']]);
    expect(table.last.events[1]?.body).toMatchObject({ rule: 'take-up-at-once', because: ['B-4.4.1.2-a'], stage: { from: 'logged', to: 'taken-up' } });
    expect(changeOf(table.last.events[1], 'forward/2/1')).toMatchObject({ became: 'open', due: at('mon 09:20') });
  });

  it('lets one reaction follow another until nothing more happens', () => {
    const table = openShop({
      acts: 'one: { may: [system], ours: x }\n      two: { may: [system], ours: x }',
      rules: `reactions:
  a: { of: case, after: receive, then: [ { do: one } ], ours: x }
  b: { of: case, after: one, then: [ { do: two } ], ours: x }
  c: { of: case, after: two, then: [ { tell: owner } ], ours: x }`,
    });
    table.receive('case', 'ann', {});
    expect(table.matter.acts.map((act) => act.act)).toEqual(['receive', 'one', 'two']);
    expect(table.last.notices.map((notice) => [notice.rule, notice.to])).toEqual([['c', [{ position: 'owner' }]]]);
    expect(table.matter.version).toBe(1);
  });

  it('does not let a reaction do what the stage forbids, and says that it was left undone', () => {
    const table = openShop({
      acts: 'again: { from: [begun], to: worked, may: [system], ours: x }',
      rules: 'reactions:\n  late: { of: case, after: inform, then: [ { do: again } ], ours: x }',
    });
    table.receive('case', 'ann', {});
    const before = table.now;
    table.now += 60_000;
    table.act('close', 'ann');
    table.act('inform', 'ann', {}, before);
    expect(table.matter.stage).toBe('ended');
    expect(table.last.events.at(-1)?.body['undone']).toEqual([{ act: 'again', rule: 'late', stage: 'ended' }]);
  });

  it('keeps the role as it is when a reaction would bind it to the system', () => {
    const table = openShop({
      acts: 'one: { may: [system], ours: x }',
      rules: `reactions:
  a: { of: case, after: receive, then: [ { do: one } ], ours: x }
  b: { of: case, after: one, then: [ { assign: { first: it.actor } } ], ours: x }`,
    });
    table.receive('case', 'ann', {});
    expect(table.matter.roles['first']).toEqual({ person: 'ann', unit: 'counter' });
  });

  it('writes what follows from an act into the event of that act, not into the annulment that comes with it', () => {
    const table = complaint();
    table.receive('complaint', 'agent', { service_short: true });
    table.until(on('mon 09:30'));
    table.at(on('mon 09:31')).act('transfer-work', 'cs-manager', { to: 'cs-manager', reason: '交班' });
    table.act('forward', 'cs-manager', { to: 'engineering', reason: '系统断网' }, at('mon 09:15'));
    expect(table.last.events.map((event) => event.type)).toEqual(['acted', 'breach-annulled']);
    expect(changeOf(table.last.events[0], 'forward/2/1')).toMatchObject({ was: 'breached', became: 'met' });
  });
});
