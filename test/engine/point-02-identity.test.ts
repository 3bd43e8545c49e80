import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../support/policy.ts';
import { at, extract, on, openShop, Table } from './table.ts';

function resolved(facts: Record<string, boolean>): Table {
  const table = new Table(extract('property-management'), PEOPLE, on('mon 09:00'));
  table.receive('complaint', 'agent', facts);
  table.act('forward', 'agent', { to: 'engineering' });
  table.act('investigate', 'engineer', { findings: '管道' });
  table.act('judge', 'engineer', { validity: 'valid' });
  table.act('confirm', 'specialist');
  table.act('corrective-measure', 'engineer', { measure: '换管' });
  table.at(on('mon 10:00')).act('resolve', 'engineer', { lawful: true });
  return table;
}
const slots = (table: Table): unknown => table.owed('revisit').map(({ slot, status, generation, bearers }) => [slot, status, generation, bearers[0]?.position]);
const round = (table: Table): number => table.matter.acts.find((act) => act.act === 'resolve')?.seq ?? 0;

describe('point 2: the identity of an obligation', () => {
  it('is matter, duty, round and bearer slot; the round is the sequence of the act that started the clock', () => {
    const table = resolved({ our_management: true, loss: true });
    expect(round(table)).toBe(8);
    expect(table.owed('revisit').map(({ key, duty, round: of, slot }) => [key, duty, of, slot])).toEqual([['revisit/8/1', 'revisit', 8, '1'], ['revisit/8/2', 'revisit', 8, '2']]);
  });

  it('outlives reclassification from major to general to minor and back: rows never make another obligation', () => {
    const table = resolved({ our_management: true, loss: true });
    expect(slots(table)).toEqual([['1', 'open', 1, 'department-manager'], ['2', 'open', 1, 'project-manager']]);
    table.at(on('mon 10:10')).act('classify', 'agent', { severity: 'general' });
    expect(slots(table)).toEqual([['1', 'open', 1, 'department-manager'], ['2', 'void', 1, 'project-manager']]);
    table.at(on('mon 10:20')).act('classify', 'agent', { severity: 'minor' });
    expect(slots(table)).toEqual([['1', 'open', 1, 'department-manager'], ['2', 'void', 1, 'project-manager']]);
    table.at(on('mon 10:30')).act('classify', 'agent', { severity: 'major' });
    expect(slots(table)).toEqual([['1', 'open', 1, 'department-manager'], ['2', 'open', 2, 'project-manager']]);
    expect(table.owed('revisit').map((each) => each.dueAt)).toEqual([at('tue 10:00'), at('tue 10:00')]);
  });

  it('gives each of “all” his own; who is named as present has done it too', () => {
    const table = resolved({ our_management: true, loss: true });
    table.act('revisit', 'manager', { outcome: 'satisfied', how: 'visit' });
    expect(table.owed('revisit').map((each) => each.status)).toEqual(['met', 'open']);
    const both = resolved({ our_management: true, loss: true });
    both.act('revisit', 'manager', { outcome: 'satisfied', how: 'visit', present: ['director'] });
    expect(both.owed('revisit').map((each) => each.status)).toEqual(['met', 'met']);
  });

  it('does not take a telephone call for the visit that a major complaint needs', () => {
    const table = resolved({ our_management: true, loss: true });
    table.act('revisit', 'manager', { outcome: 'satisfied', how: 'phone', present: ['director'] });
    expect(table.owed('revisit').map((each) => each.status)).toEqual(['open', 'open']);
  });

  it('begins a new round with each act that starts the clock', () => {
    const table = resolved({ service_short: true });
    table.act('revisit', 'manager', { outcome: 'unsatisfied', how: 'phone' });
    table.act('corrective-measure', 'engineer', { measure: '再换' });
    table.at(on('mon 15:00')).act('resolve', 'engineer', { lawful: true });
    expect(table.owed('revisit').map(({ status, dueAt }) => [status, dueAt])).toEqual([['met', at('tue 10:00')], ['open', at('tue 15:00')]]);
  });

  it('gives everybody named by “every” his own slot, named after him', () => {
    const table = openShop({ rules: 'duties:\n  told: { of: case, after: receive, who: { every: foreman }, do: inform, due: 1 hour, ours: x }' });
    table.receive('case', 'ann', {});
    expect(table.owed('told').map((each) => each.key)).toEqual(['told/1/wes', 'told/1/cal']);
    table.act('inform', 'wes');
    expect(table.owed('told').map((each) => each.status)).toEqual(['met', 'open']);
  });

  it('lets one act answer every round that waits for it', () => {
    const table = openShop({ rules: 'duties:\n  progress: { of: case, after: forward, who: first, do: inform, due: 1 hour, ours: x }' });
    table.receive('case', 'ann', {});
    table.act('forward', 'ann', { to: 'workshop' });
    table.act('forward', 'ann', { to: 'counter' });
    table.act('inform', 'ann');
    expect(table.owed('progress').map((each) => each.status)).toEqual(['met', 'met']);
  });

  it('keeps promises apart: keeping one does not keep another, and nobody keeps those of somebody else', () => {
    const table = openShop({
      facts: 'promise_by: { title: 承诺期限, type: instant, ours: x }',
      acts: 'promise: { may: [clerk], asks: [promise_by], ours: x }\n      keep: { may: [clerk], ours: x }',
      rules: 'duties:\n  keep: { of: case, after: promise, who: it.actor, do: keep, due: at it.promise_by, ours: x }',
    });
    table.receive('case', 'ann', {});
    table.act('promise', 'ann', { promise_by: on('fri 12:00') });
    table.act('promise', 'ann', { promise_by: on('wed 12:00') });
    table.act('promise', 'ben', { promise_by: on('tue 12:00') });
    const statuses = (): unknown => table.owed('keep').map(({ bearers, dueAt, status }) => [bearers[0]?.person, dueAt, status]);
    table.act('keep', 'ann');
    expect(statuses()).toEqual([['ann', at('fri 12:00'), 'open'], ['ann', at('wed 12:00'), 'met'], ['ben', at('tue 12:00'), 'open']]);
    table.act('keep', 'ann');
    table.act('keep', 'ann');
    expect(statuses()).toEqual([['ann', at('fri 12:00'), 'met'], ['ann', at('wed 12:00'), 'met'], ['ben', at('tue 12:00'), 'met']]);
  });

  it('has a witness: what he must see is not done without him', () => {
    const table = openShop({ rules: 'duties:\n  back: { of: case, after: receive, who: first, do: inform, witness: foreman, due: 1 day, ours: x }' });
    table.receive('case', 'ann', {});
    table.act('inform', 'ann');
    expect(table.one('back').status).toBe('open');
    table.act('inform', 'ann', { present: ['cal'] });
    expect(table.one('back').status).toBe('met');
  });
});
