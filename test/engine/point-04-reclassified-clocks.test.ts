import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../support/policy.ts';
import { at, extract, on, openShop, Table } from './table.ts';

const complaint = (facts: Record<string, boolean>): Table => {
  const table = new Table(extract('property-management'), PEOPLE, on('mon 09:00'));
  table.receive('complaint', 'agent', facts);
  return table;
};
const MAJOR = { our_management: true, loss: true };
const GENERAL = { service_short: true };
const forward = (table: Table): number | null => table.one('forward').dueAt;

describe('point 4: reclassified clocks', () => {
  it('starts a newly arising duty at the change', () => {
    const table = complaint(GENERAL);
    table.at(on('mon 14:00')).act('classify', 'agent', { severity: 'major' });
    expect(table.one('report-major')).toMatchObject({ startedAt: at('mon 14:00'), dueAt: at('mon 15:00') });
  });

  it('counts a longer limit from the original start', () => {
    const table = complaint(MAJOR);
    expect(forward(table)).toBe(at('mon 09:10'));
    table.at(on('mon 09:07')).act('classify', 'agent', { severity: 'general' });
    expect(forward(table)).toBe(at('mon 09:20'));
    table.at(on('mon 09:12')).act('classify', 'agent', { severity: 'minor' });
    expect(forward(table)).toBe(at('mon 09:30'));
  });

  it('ends a shorter limit at the change and the new limit, while that lies before the old time', () => {
    const table = complaint({});
    expect(forward(table)).toBe(at('mon 09:30'));
    table.at(on('mon 09:05')).act('classify', 'agent', { severity: 'major' });
    expect(forward(table)).toBe(at('mon 09:15'));
  });

  it('never ends a shorter limit after the old time', () => {
    const table = complaint(GENERAL);
    table.at(on('mon 09:15')).act('classify', 'agent', { severity: 'major' });
    expect(forward(table)).toBe(at('mon 09:20'));
  });

  it('leaves nobody an impossible deadline: a case that becomes major late is not overdue at once', () => {
    const table = complaint({});
    table.at(on('mon 09:25')).act('classify', 'agent', { severity: 'major' });
    expect(forward(table)).toBe(at('mon 09:30'));
    expect(table.until(on('mon 09:28'))).toEqual([]);
    expect(table.until(on('mon 09:29'))).toEqual(['forward/2/1 0']);
    expect(table.one('forward').status).toBe('open');
  });

  it('lets nobody gain time by going to and fro', () => {
    const table = complaint(GENERAL);
    for (const [time, severity] of [['09:05', 'major'], ['09:07', 'minor'], ['09:09', 'major'], ['09:12', 'general'], ['09:14', 'major']] as const) table.at(on(`mon ${time}`)).act('classify', 'agent', { severity });
    expect(forward(table)).toBe(at('mon 09:20'));
    expect(table.one('forward').startedAt).toBe(at('mon 09:00'));
  });

  it('returns to the old time when a duty that was dropped is owed again before that time', () => {
    const table = complaint(MAJOR);
    table.at(on('mon 09:10')).act('classify', 'agent', { severity: 'minor' });
    expect(table.one('report-major').status).toBe('void');
    table.at(on('mon 09:20')).act('classify', 'agent', { severity: 'major' });
    expect(table.one('report-major')).toMatchObject({ status: 'open', generation: 2, dueAt: at('mon 10:00') });
  });

  it('takes it as newly arising when the old time has gone by meanwhile', () => {
    const table = complaint(MAJOR);
    table.at(on('mon 09:10')).act('classify', 'agent', { severity: 'minor' });
    table.at(on('mon 11:00')).act('classify', 'agent', { severity: 'major' });
    expect(table.one('report-major')).toMatchObject({ status: 'open', dueAt: at('mon 12:00') });
  });

  it('counts a longer limit from the original start in working hours too', () => {
    const table = openShop({ rules: `duties:
  solve: { of: case, after: receive, who: first, do: revisit, pause: [waiting], rows: [ { when: grade is high, due: 4 working hours, ours: x }, { due: 16 working hours, ours: x } ] }` });
    table.receive('case', 'ann', { grade: 'high' });
    expect(table.one('solve').dueAt).toBe(at('mon 14:00'));
    table.at(on('mon 11:00')).act('classify', 'ann', { grade: 'low' });
    expect(table.one('solve').dueAt).toBe(at('tue 18:00'));
  });

  it('does not count a pause twice when a shorter limit begins after it', () => {
    const table = openShop({ rules: `duties:
  solve: { of: case, after: receive, who: first, do: revisit, pause: [waiting], rows: [ { when: grade is high, due: 4 working hours, ours: x }, { due: 16 working hours, ours: x } ] }` });
    table.receive('case', 'ann', { grade: 'low' });
    table.at(on('mon 10:00')).act('suspend', 'ann', { reason: 'waiting' });
    table.at(on('tue 10:00')).act('resume', 'ann');
    expect(table.one('solve').dueAt).toBe(at('wed 18:00'));
    table.at(on('tue 11:00')).act('classify', 'ann', { grade: 'high' });
    expect(table.one('solve')).toMatchObject({ countsFrom: at('tue 11:00'), dueAt: at('tue 16:00') });
    table.at(on('tue 12:00')).act('classify', 'ann', { grade: 'low' });
    expect(table.one('solve')).toMatchObject({ countsFrom: at('mon 09:00'), dueAt: at('wed 18:00') });
  });

  it('shortens a clock that stands still: what is left is the smaller of the old rest and the new limit', () => {
    const table = openShop({ rules: `duties:
  solve: { of: case, after: receive, who: first, do: revisit, pause: [waiting], rows: [ { when: grade is high, due: 4 working hours, ours: x }, { due: 16 working hours, ours: x } ] }` });
    table.receive('case', 'ann', { grade: 'low' });
    table.at(on('mon 10:00')).act('suspend', 'ann', { reason: 'waiting' });
    table.at(on('tue 10:00')).act('classify', 'ann', { grade: 'high' });
    expect(table.one('solve')).toMatchObject({ status: 'paused', dueAt: null, next: null });
    table.at(on('wed 09:00')).act('resume', 'ann');
    expect(table.one('solve').dueAt).toBe(at('wed 14:00'));
  });

  it('keeps an overdue clock as it is', () => {
    const table = complaint(GENERAL);
    table.until(on('mon 09:21'));
    table.act('classify', 'agent', { severity: 'minor' });
    expect(table.one('forward')).toMatchObject({ status: 'breached', breachedAt: at('mon 09:20'), row: 1, clause: ['B-4.4.2.2.2-a'] });
  });

  it('moves a date that is a fact with the fact', () => {
    const table = openShop({ rules: 'duties:\n  by: { of: case, after: receive, who: first, do: revisit, due: at by, ours: x }' });
    table.receive('case', 'ann', {});
    expect(table.one('by')).toMatchObject({ dueAt: null, next: null });
    table.act('classify', 'ann', { by: on('wed 12:00') });
    expect(table.one('by').dueAt).toBe(at('wed 12:00'));
    table.act('classify', 'ann', { by: on('thu 12:00') });
    expect(table.one('by')).toMatchObject({ dueAt: at('thu 12:00'), generation: 3 });
  });
});
