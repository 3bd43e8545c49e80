import { describe, expect, it } from 'vitest';
import { fireDue } from '../../src/engine/index.ts';
import { at, on, openShop, type Table } from './table.ts';

const RULES = `duties:
  solve:
    of: case
    after: receive
    who: first
    do: revisit
    ours: x
    ladder: [ { at: 50 %, tell: first }, { at: 80 %, tell: foreman }, { at: due, tell: foreman }, { at: due + 20 minutes, tell: owner } ]
    rows: [ { when: grade is high, due: 30 minutes, ours: x }, { when: grade is mid, due: 60 minutes, ours: x }, { due: 100 minutes, ours: x } ]`;
const begun = (): Table => {
  const table = openShop({ rules: RULES });
  table.receive('case', 'ann', { grade: 'low' });
  return table;
};
const last = (table: Table): unknown => table.last.notices.map((notice) => [notice.template, notice.to]);

describe('the ladder of a duty', () => {
  it('fires each step once, in order, at its own time', () => {
    const table = begun();
    const fired: (readonly string[])[] = [];
    for (const time of ['09:49', '09:50', '10:20', '10:20', '10:40', '10:41', '11:00', '15:00']) fired.push(table.until(on(`mon ${time}`)));
    expect(fired).toEqual([[], ['solve/1/1 0'], ['solve/1/1 1'], [], [], ['solve/1/1 2', 'solve/1/1 breach'], ['solve/1/1 3'], []]);
    expect(table.one('solve')).toMatchObject({ status: 'breached', next: null, breachedAt: at('mon 10:40') });
  });

  it('keeps the due instant as the breach’s time, and when it was noticed beside it', () => {
    const table = begun();
    table.until(on('wed 08:00'));
    expect(table.one('solve')).toMatchObject({ breachedAt: at('mon 10:40'), noticedAt: at('wed 08:00') });
    expect(table.last.events.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['reminded', at('mon 09:50')], ['reminded', at('mon 10:20')], ['reminded', at('mon 10:40') + 1], ['breached', at('mon 10:40')], ['reminded', at('mon 11:00')],
    ]);
  });

  it('catches up after an outage with one notice for each recipient, the gravest and last', () => {
    const table = begun();
    table.until(on('wed 08:00'));
    expect(last(table)).toEqual([['reminded', [{ position: 'foreman' }]], ['breached', [{ person: 'ann', unit: 'counter' }]], ['reminded', [{ position: 'owner' }]]]);
  });

  it('stops when the work is done', () => {
    const table = begun();
    table.at(on('mon 09:30')).act('revisit', 'ann', { outcome: 'good' });
    expect(table.until(on('tue 09:00'))).toEqual([]);
  });

  it('reminds again of a new time that lies ahead, and does not repeat what lies behind under it too', () => {
    const table = begun();
    expect(table.until(on('mon 10:25'))).toEqual(['solve/1/1 0', 'solve/1/1 1']);
    table.act('classify', 'ann', { grade: 'mid' });
    expect(table.one('solve')).toMatchObject({ dueAt: at('mon 10:40'), generation: 1, fired: ['0', '1'] });
    const longer = openShop({ rules: RULES });
    longer.receive('case', 'ann', { grade: 'mid' });
    expect(longer.until(on('mon 09:55'))).toEqual(['solve/1/1 0', 'solve/1/1 1']);
    longer.act('classify', 'ann', { grade: 'low' });
    expect(longer.one('solve')).toMatchObject({ dueAt: at('mon 10:40'), generation: 2, fired: ['0'], next: { at: at('mon 10:20'), step: '1' } });
  });

  it('goes on after the breach for whoever is told then, whatever class the matter gets', () => {
    const table = begun();
    table.until(on('mon 10:45'));
    table.act('classify', 'ann', { grade: 'high' });
    expect(table.until(on('mon 11:30'))).toEqual(['solve/1/1 3']);
  });

  it('fires nothing twice from the same state, and leaves the state it was given as it was', () => {
    const table = begun();
    const before = structuredClone(table.matter);
    const world = { ...table.world, now: at('mon 11:30') };
    expect(fireDue(world, table.matter)).toEqual(fireDue(world, table.matter));
    expect(table.matter).toEqual(before);
  });

  it('gives every step the obligation, its generation and its name as a key that is its own', () => {
    const table = begun();
    const { fired } = fireDue({ ...table.world, now: at('mon 11:30') }, table.matter);
    expect(new Set(fired.map((each) => `${each.obligation} ${each.generation} ${each.step}`)).size).toBe(fired.length);
  });
});
