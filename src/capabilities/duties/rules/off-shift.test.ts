import { describe, expect, it } from 'vitest';
import type { CalledPerson, DrillAnswer } from '../contract.ts';
import { offShiftOf } from './off-shift.ts';

const person = (name: string, state: CalledPerson['state'], standsFor: string | null = null): CalledPerson => ({ person: name, name, state, standsFor, rung: true });
const call = (minute: number, ...people: CalledPerson[]): DrillAnswer['calls'][number] => ({ minute, at: '', template: 'told', title: '', clause: [], ours: null, class: 'information', climbed: false, to: [{ title: '维修工', people }] });

describe('who is told off shift in the drill', () => {
  it('is named where nobody of the step is there, and not where somebody on duty hears of it too', () => {
    expect(offShiftOf({ calls: [call(0, person('甲', 'off-duty'), person('乙', 'away'))], owed: [] })).toEqual(['甲', '乙']);
    expect(offShiftOf({ calls: [call(0, person('甲', 'off-duty'), person('丙', 'on-duty'))], owed: [] })).toEqual([]);
    expect(offShiftOf({ calls: [call(0, person('乙', 'away'), person('丙', 'here', '乙'))], owed: [] })).toEqual([]);
  });

  it('is asked of what happens at once and of what is owed then: later steps find other shifts', () => {
    expect(offShiftOf({ calls: [call(60, person('甲', 'off-duty'))], owed: [] })).toEqual([]);
    expect(offShiftOf({ calls: [], owed: [{ title: '', dueAt: null, clause: [], to: [{ title: '', people: [person('甲', 'off-duty')] }] }] })).toEqual(['甲']);
  });
});
