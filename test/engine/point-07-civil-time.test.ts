import { describe, expect, it } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import { at, on, openShop } from './table.ts';

/** When a duty with this limit, begun then, falls due. */
function due(limit: string, from: string): number | null {
  const table = openShop({ rules: `duties:\n  it: { of: case, after: receive, who: first, do: revisit, due: ${limit}, ours: x }` }, from);
  table.receive('case', 'ann', {});
  return table.one('it').dueAt;
}
const shanghai = (wall: string): number => Temporal.ZonedDateTime.from(`${wall}[Asia/Shanghai]`).epochMilliseconds;

describe('point 7: civil time', () => {
  it.each([
    ['10 minutes', on('mon 09:00'), '2026-03-02T09:10'],
    ['24 hours', on('fri 17:00'), '2026-03-07T17:00'],
    ['90 minutes', on('mon 23:30'), '2026-03-03T01:00'],
  ])('runs %s from the instant', (limit, from, wall) => expect(due(limit, from)).toBe(shanghai(wall)));

  it.each([
    ['1 day', on('mon 00:00'), '2026-03-04T00:00'],
    ['7 days', on('mon 23:59'), '2026-03-10T00:00'],
    ['2 weeks', on('mon 12:00'), '2026-03-17T00:00'],
    ['1 month', '2026-01-31T12:00:00+08:00', '2026-03-01T00:00'],
    ['2 months', '2026-03-02T12:00:00+08:00', '2026-05-03T00:00'],
  ])('ends %s at 24:00 of the last day, the starting day not counted', (limit, from, wall) => expect(due(limit, from)).toBe(shanghai(wall)));

  it.each([
    ['1 working day', on('mon 08:00'), '2026-03-03T18:00'],
    ['1 working day', on('fri 17:59'), '2026-03-09T18:00'],
    ['3 working days', '2026-04-30T10:00:00+08:00', '2026-05-08T18:00'],
    ['1 working day', '2026-05-08T10:00:00+08:00', '2026-05-09T18:00'],
  ])('ends %s at closing of the last working day, holidays and make-up days included', (limit, from, wall) => expect(due(limit, from)).toBe(shanghai(wall)));

  it.each([
    ['4 working hours', on('mon 11:00'), '2026-03-02T16:00'],
    ['24 working hours', on('mon 09:00'), '2026-03-04T18:00'],
    ['1 working hours', on('fri 17:30'), '2026-03-09T09:30'],
    ['2 night hours', on('mon 12:00'), '2026-03-03T00:00'],
    ['9 night hours', on('mon 22:00'), '2026-03-03T23:00'],
  ])('runs %s in the windows of the calendar', (limit, from, wall) => expect(due(limit, from)).toBe(shanghai(wall)));

  it('ends “same day” at 24:00', () => {
    expect(due('same day', on('mon 00:00'))).toBe(shanghai('2026-03-03T00:00'));
    expect(due('same day', on('mon 23:59:59'))).toBe(shanghai('2026-03-03T00:00'));
  });

  it('waits for the next opening', () => {
    expect(due('next working opening + 15 minutes', on('sat 22:00'))).toBe(shanghai('2026-03-09T09:15'));
  });

  it('takes the first that is known', () => {
    const table = openShop({ rules: 'duties:\n  it: { of: case, after: receive, who: first, do: revisit, due: [ at by, 24 working hours ], ours: x }' });
    table.receive('case', 'ann', {});
    expect(table.one('it').dueAt).toBe(at('wed 18:00'));
    table.act('classify', 'ann', { by: on('tue 12:00') });
    expect(table.one('it').dueAt).toBe(at('tue 12:00'));
  });

  it('takes a limit that is reached exactly for in time', () => {
    const table = openShop({ rules: 'duties:\n  it: { of: case, after: receive, who: first, do: revisit, due: 1 hour, ours: x }' });
    table.receive('case', 'ann', {});
    expect(table.until(on('mon 10:00'))).toEqual([]);
    table.act('revisit', 'ann', { outcome: 'good' });
    expect(table.one('it')).toMatchObject({ status: 'met', metAt: at('mon 10:00'), breachedAt: null });
  });

  it('is overdue one millisecond later', () => {
    const table = openShop({ rules: 'duties:\n  it: { of: case, after: receive, who: first, do: revisit, due: 1 hour, ours: x }' });
    table.receive('case', 'ann', {});
    table.now = at('mon 10:00') + 1;
    expect(table.until(new Date(table.now).toISOString())).toEqual(['it/1/1 breach']);
    table.act('revisit', 'ann', { outcome: 'good' });
    expect(table.one('it')).toMatchObject({ status: 'met-late', breachedAt: at('mon 10:00') });
  });

  it('repeats at the end of a period from the time that was due, once in each period, however early it was done', () => {
    const table = openShop({ rules: 'duties:\n  report: { of: case, after: receive, who: first, do: inform, due: end of month, every: end of month, ours: x }' });
    table.receive('case', 'ann', {});
    table.at(on('wed 10:00')).act('inform', 'ann');
    table.at(on('thu 10:00')).act('note', 'ann');
    expect(table.owed('report').map(({ status, dueAt }) => [status, dueAt])).toEqual([['met', shanghai('2026-04-01T00:00')], ['open', shanghai('2026-05-01T00:00')]]);
  });

  it('repeats a length of time from when it was last done, until the act that ends it', () => {
    const table = openShop({ rules: 'duties:\n  tell: { of: case, after: receive, who: first, do: inform, due: 1 hour, every: 1 working day, until: close, ours: x }' });
    table.receive('case', 'ann', {});
    table.at(on('mon 09:30')).act('inform', 'ann');
    table.at(on('tue 16:00')).act('inform', 'ann');
    expect(table.owed('tell').map(({ status, dueAt }) => [status, dueAt])).toEqual([['met', at('mon 10:00')], ['met', at('tue 18:00')], ['open', at('wed 18:00')]]);
    table.act('close', 'ann');
    expect(table.owed('tell').map(({ status }) => status)).toEqual(['met', 'met', 'void']);
  });

  it('begins the next repetition also after one was waived', () => {
    const table = openShop({ rules: 'duties:\n  tell: { of: case, after: receive, who: first, do: inform, due: end of month, every: end of month, ours: x }' });
    table.receive('case', 'ann', {});
    table.ask('waive', 'cal', { obligation: 'tell/1/1', reason: '停业' });
    table.sign('own');
    table.act('waive', 'cal', { obligation: 'tell/1/1', reason: '停业' });
    expect(table.owed('tell').map(({ status, dueAt }) => [status, dueAt])).toEqual([['waived', shanghai('2026-04-01T00:00')], ['open', shanghai('2026-05-01T00:00')]]);
  });
});
