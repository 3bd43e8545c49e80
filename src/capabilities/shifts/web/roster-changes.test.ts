import { describe, expect, it } from 'vitest';
import type { RosterJson } from '#capabilities/organisation/contract.ts';
import { changesOf, neighbour } from './roster-changes.ts';

const week: RosterJson = {
  unit: { code: 'u', name: 'U' }, shifts: [], onDuty: [], mayChange: true, people: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }],
  days: [{ day: '2026-03-02', weekday: 1, holiday: false, today: true }, { day: '2026-03-03', weekday: 2, holiday: false, today: false }],
  cells: [{ person: 'a', day: '2026-03-02', shift: 's', from: 'pattern' }, { person: 'a', day: '2026-03-03', shift: null, from: null }],
};

describe('what was changed in a week', () => {
  it('is what differs from what is kept: a swap, a day off, nothing chosen anew', () => {
    expect(changesOf(week, { 'a/2026-03-02': '', 'a/2026-03-03': 't' })).toEqual([{ person: 'a', day: '2026-03-02', shift: null }, { person: 'a', day: '2026-03-03', shift: 't' }]);
    expect(changesOf(week, { 'a/2026-03-02': 's', 'a/2026-03-03': '' })).toEqual([]);
  });
});

describe('an arrow key in the grid', () => {
  it('leads to the next day and stops at the edge; up and down choose the shift', () => {
    expect(neighbour(week, { row: 0, column: 0 }, 'ArrowRight')).toEqual({ row: 0, column: 1 });
    expect([neighbour(week, { row: 0, column: 1 }, 'ArrowRight'), neighbour(week, { row: 0, column: 0 }, 'ArrowLeft'), neighbour(week, { row: 0, column: 0 }, 'ArrowDown')]).toEqual([null, null, null]);
  });
});
