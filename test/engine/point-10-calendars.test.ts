import { describe, expect, it } from 'vitest';
import { cnDayTable, explainObligation, rederiveMatter } from '../../src/engine/index.ts';
import { calendarsOf } from '../../src/engine/world.ts';
import { at, changeOf, on, openShop, type Table } from './table.ts';

const RULES = `duties:
  solve: { of: case, after: receive, who: first, do: revisit, due: 8 working hours, pause: [waiting], ladder: [ { at: 50 %, tell: owner } ], ours: x }
  tell: { of: case, after: receive, who: first, do: inform, due: 1 working day, ours: x }
  watch: { of: case, after: receive, who: first, do: forward, due: 3 night hours, ours: x }
  plain: { of: case, after: receive, who: first, do: close, due: 24 hours, ours: x }`;
const begun = (): Table => {
  const table = openShop({ rules: RULES });
  table.receive('case', 'ann', {});
  return table;
};
/** The same company after one more day was declared a holiday. */
const withHoliday = (table: Table, day = '2026-03-03'): Table['world'] => {
  const table2026 = cnDayTable();
  return { ...table.world, calendars: calendarsOf(table.policy, { ...table2026, days: { ...table2026.days, [day]: 'holiday' } }, { from: 2025, to: 2028 }) };
};

describe('point 10: calendars', () => {
  it('has several in one policy, with several windows a day and shifts over midnight', () => {
    const table = begun();
    expect(['solve', 'tell', 'watch'].map((duty) => table.one(duty).dueAt)).toEqual([at('mon 18:00'), at('tue 18:00'), at('tue 01:00')]);
  });

  it('re-derives what is open when a holiday changes, with the old time in the event', () => {
    const table = begun();
    table.at(on('mon 10:00'));
    const decided = rederiveMatter(withHoliday(table), table.matter, { holiday: '2026-03-03' });
    const tell = decided?.matter.obligations.find((each) => each.duty === 'tell');
    expect(tell).toMatchObject({ dueAt: at('wed 18:00'), generation: 2, status: 'open' });
    expect(decided?.events).toMatchObject([{ type: 'rederived', actor: { is: 'system' }, body: { holiday: '2026-03-03' } }]);
    expect(changeOf(decided?.events[0], 'tell/1/1')).toEqual({ key: 'tell/1/1', wasDue: at('tue 18:00'), due: at('wed 18:00') });
    expect(decided?.matter.version).toBe(table.matter.version);
  });

  it('leaves closed obligations alone, and those that are overdue', () => {
    const table = begun();
    table.at(on('mon 10:00')).act('inform', 'ann');
    table.until(on('mon 18:30'));
    const before = table.matter.obligations.filter((each) => each.status !== 'open');
    expect(before.map((each) => [each.duty, each.status])).toEqual([['solve', 'breached'], ['tell', 'met']]);
    const decided = rederiveMatter(withHoliday(table, '2026-03-02'), table.matter, {});
    const after = (decided?.matter ?? table.matter).obligations.filter((each) => each.status !== 'open');
    expect(after).toEqual(before);
  });

  it('says nothing when nothing changes', () => {
    const table = begun();
    expect(rederiveMatter(withHoliday(table, '2026-09-01'), table.matter, {})).toBeNull();
  });

  it('lets a clock that stood still go on by the calendar of the day', () => {
    const table = begun();
    table.at(on('mon 17:00')).act('suspend', 'ann', { reason: 'waiting' });
    expect(rederiveMatter(withHoliday(table), table.matter, {})?.matter.obligations.find((each) => each.duty === 'solve')).toMatchObject({ status: 'paused', dueAt: null });
    table.at(on('tue 09:30')).act('resume', 'ann');
    expect(table.one('solve').dueAt).toBe(at('tue 10:30'));
  });

  it('explains a time window by window, pauses included, and the counted time is the limit', () => {
    const table = begun();
    table.at(on('mon 14:00')).act('suspend', 'ann', { reason: 'waiting' });
    table.at(on('tue 11:00')).act('resume', 'ann');
    const explained = explainObligation(table.world, table.matter, 'solve/1/1');
    expect(explained).toMatchObject({ calendar: 'working', from: at('mon 09:00'), to: at('tue 16:00'), startedBy: 'receive' });
    expect(explained?.steps.filter((step) => step.is === 'counted').map(({ from, to }) => [from, to])).toEqual([
      [at('mon 09:00'), at('mon 12:00')], [at('mon 13:00'), at('mon 14:00')], [at('tue 11:00'), at('tue 12:00')], [at('tue 13:00'), at('tue 16:00')],
    ]);
    expect(explained?.steps.reduce((sum, step) => sum + step.counted, 0)).toBe(8 * 3_600_000);
    expect(explained?.steps.filter((step) => step.is === 'paused')).toMatchObject([{ from: at('mon 14:00'), to: at('tue 11:00') }]);
    expect(explained?.then.map(({ at: when, step }) => [when, step])).toEqual([[at('tue 11:00'), '0'], [at('tue 16:00') + 1, 'breach']]);
  });
});
