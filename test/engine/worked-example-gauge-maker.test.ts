import { describe, expect, it } from 'vitest';
import type { MatterState } from '../../src/engine/index.ts';
import { clausesOf } from '../support/policy.ts';
import { below, tellAbove } from './family.ts';
import { at, extract, on, people, Table } from './table.ts';

const MAKERS = people(['boss', 'service-group', 'service-manager'], ['eng', 'service-group', 'engineer'], ['eng2', 'service-group', 'engineer'], ['keep', 'warehouse', 'store-keeper'], ['chief', null, 'leader']);

describe('C1, a gauge maker: repair, order, return sheet', () => {
  const dispatched = (facts: Record<string, string | number> = {}): { table: Table; above: MatterState } => {
    const table = new Table(extract('metrology'), MAKERS, on('mon 09:00'));
    table.holds = { eng: ['field-service'] };
    table.receive('repair', 'boss', facts);
    table.act('analyse', 'boss', { way: '上门' });
    table.act('dispatch', 'boss', { to: { person: 'eng' } });
    return { table, above: below(table, 'order') };
  };
  const worked = (table: Table, outcome: string): void => {
    table.act('assign', 'boss', { crew: ['eng'], lead: 'eng' });
    table.act('accept', 'eng');
    table.at(on('mon 15:00')).act('arrive', 'eng');
    table.act('diagnose', 'eng', { heard: '响', seen: '漏', found: '阀' });
    table.act('finish', 'eng', { outcome, replaced: [{ part: 'P1', quantity: 1, reason: '磨损', old_part_back: true }] });
    table.act('sign', 'eng');
    table.act('return-sheet', 'eng');
  };

  it('must be at the customer within 24 hours up to 100 km, within 48 beyond, where the answer is due in 12', () => {
    const near = new Table(extract('metrology'), MAKERS, on('mon 09:00'));
    near.receive('repair', 'boss', {});
    expect([near.one('arrive').dueAt, near.owed('reply')]).toEqual([at('tue 09:00'), []]);
    near.act('correct-facts', 'boss', { distance_km: 130 });
    expect([near.one('arrive').dueAt, near.one('reply').dueAt]).toEqual([at('wed 09:00'), at('mon 21:00')]);
  });

  it('has its duty to arrive met by the order below it, with an event of its own', () => {
    const { table, above } = dispatched();
    table.act('assign', 'boss', { crew: ['eng'] });
    table.act('accept', 'eng');
    table.at(on('mon 15:00')).act('arrive', 'eng');
    tellAbove(table, above);
    expect(table.one('arrive')).toMatchObject({ status: 'met', metAt: at('mon 15:00') });
    expect(table.last.events).toMatchObject([{ type: 'rederived', body: { obligations: [{ key: 'arrive/1/1', became: 'met' }] } }]);
    expect(table.matter.seq).toBe(above.seq + 1);
  });

  it('says nothing above of what concerns nobody there', () => {
    const { table, above } = dispatched();
    tellAbove(table, above);
    expect([table.last.events, table.matter.seq]).toEqual([[], above.seq]);
  });

  it('is marked solved by the returned sheet, is recorded and closed', () => {
    const { table, above } = dispatched();
    worked(table, 'solved');
    expect(table.one('old-parts-back')).toMatchObject({ bearers: [{ person: 'eng' }], dueAt: at('tue 17:00') });
    expect(table.matter.obligations.find((each) => each.duty === 'old-parts-back')?.status).toBe('open');
    tellAbove(table, above);
    expect([table.matter.stage, table.matter.acts.at(-1)?.act]).toEqual(['solved', 'mark-solved']);
    expect(clausesOf(table.try('close', 'boss'))).toEqual(['C1-4-c']);
    table.act('record-solution', 'eng', { solution: '换阀' });
    expect(table.one('record-solution').status).toBe('met');
    table.act('close', 'boss');
    expect(table.matter.stage).toBe('closed');
  });

  it('is escalated when it could not be solved, confirmed anew and visited again', () => {
    const { table, above } = dispatched();
    worked(table, 'not-solved');
    tellAbove(table, above);
    expect(table.matter.stage).toBe('escalated');
    expect(table.one('confirm-fault').dueAt).toBe(at('tue 17:00'));
    table.at(on('tue 10:00')).act('confirm-fault', 'boss', { way: '换表' });
    expect(table.one('visit-again').dueAt).toBe(at('wed 17:00'));
    table.act('dispatch', 'boss', { to: { person: 'eng' } });
    expect(table.one('visit-again').status).toBe('met');
    expect(table.last.effects).toContainEqual(expect.objectContaining({ do: 'open', kind: 'order' }));
  });

  it('sends only the qualified, asks for no signature before the work and no charge without consent', () => {
    const { table } = dispatched();
    expect(clausesOf(table.try('assign', 'boss', { crew: ['eng', 'eng2'], lead: 'eng' }))).toEqual(['C1-2.1-b', 'C1-2.2']);
    table.holds = undefined;
    expect(clausesOf(table.try('assign', 'boss', { crew: ['eng'] }))).toEqual(['C1-2.1-b', 'C1-2.2']);
    table.holds = { eng: ['field-service'], eng2: ['field-service'] };
    expect(clausesOf(table.try('assign', 'boss', { crew: ['eng', 'eng2'] }))).toEqual(['C1-3.4.1.4']);
    table.act('assign', 'boss', { crew: ['eng', 'eng2'], lead: 'eng' });
    table.act('accept', 'eng');
    expect(clausesOf(table.try('sign', 'eng'))).toEqual(expect.arrayContaining(['C1-3.3.2-c']));
    table.act('arrive', 'eng');
    expect(clausesOf(table.try('finish', 'eng', { outcome: 'solved', charge: 80 }))).toEqual(expect.arrayContaining(['C1-3.4.2.b', 'C1-3.3.4-a']));
    table.act('diagnose', 'eng', { heard: '响', seen: '漏', found: '阀' });
    table.ask('finish', 'eng', { outcome: 'solved', charge: 80 });
    table.sign('chief');
    table.act('finish', 'eng', { outcome: 'solved', charge: 80 });
    expect(table.matter.stage).toBe('finished');
  });

  it('counts old parts back only when the keeper takes them', () => {
    const { table } = dispatched();
    worked(table, 'solved');
    table.act('old-parts-back', 'keep', { replaced: [{ part: 'P1', quantity: 1, reason: '磨损', old_part_back: true }] });
    expect(table.one('old-parts-back').status).toBe('met');
    expect(table.last.effects).toMatchObject([{ do: 'other', name: 'move' }]);
  });

  it('has postage signed by the applicant and the leader', () => {
    const table = new Table(extract('metrology'), MAKERS, on('mon 09:00'));
    table.received('mailing', 'eng', { freight: 30 }, null);
    table.ask('write-off', 'keep');
    expect(table.sign('chief').refused).toHaveLength(1);
    table.sign('keep');
    table.sign('chief');
    table.act('write-off', 'keep');
    expect(table.matter.stage).toBe('written-off');
  });

  it('examines nobody before two months, and reassesses every three', () => {
    const table = new Table(extract('metrology'), MAKERS, '2026-01-05T09:00:00+08:00');
    table.received('qualification', 'boss', {}, null);
    table.at('2026-03-05T08:59:00+08:00');
    expect(clausesOf(table.try('examine', 'chief', { outcome: 'passed' }))).toEqual(['C1-2.1-a']);
    table.at('2026-03-05T09:00:00+08:00').act('examine', 'chief', { outcome: 'passed' });
    expect(table.last.effects).toMatchObject([{ do: 'other', name: 'grant' }]);
    expect(table.one('reassess').dueAt).toBe(Date.parse('2026-06-06T00:00:00+08:00'));
    table.at('2026-06-01T09:00:00+08:00').act('reassess', 'chief', { outcome: 'failed' });
    expect(table.one('re-examine').dueAt).toBe(Date.parse('2026-07-02T00:00:00+08:00'));
    expect(table.last.effects).toMatchObject([{ do: 'other', name: 'suspend' }]);
  });
});
