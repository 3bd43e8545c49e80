import { describe, expect, it } from 'vitest';
import type { ExplanationJson } from '../../contract.ts';
import { foldedDays, piecesOf, scaleOf } from './arithmetic.ts';

type CountedDay = ExplanationJson['days'][number];
const day = (date: string, windows: readonly [string, string][], pauses: readonly [string, string][] = []): CountedDay => ({
  date, weekday: '', minutes: 60, starting: false, says: '', windows: windows.map(([from, to]) => ({ from, to })), pauses: pauses.map(([from, to]) => ({ from, to, reason: '等客户', who: '李敏' })),
});
const plain = (n: number): CountedDay[] => Array.from({ length: n }, (_, at) => day(`2026-03-${String(at + 1).padStart(2, '0')}`, [['09:00', '12:00']]));

describe('the arithmetic of a limit, drawn by days', () => {
  it('puts all days on one scale, from the earliest to the latest time of day', () => {
    const days = [day('2026-03-02', [['09:00', '12:00'], ['13:00', '17:00']]), day('2026-03-03', [['10:00', '12:00']], [['09:00', '10:00']])];
    const scale = scaleOf(days);
    expect(scale).toEqual({ left: 540, right: 1020 });
    expect(days.map((each) => piecesOf(each, scale))).toEqual([
      [{ from: 0, to: 3 / 8, is: 'counted' }, { from: 4 / 8, to: 1, is: 'counted' }], [{ from: 0, to: 1 / 8, is: 'paused' }, { from: 1 / 8, to: 3 / 8, is: 'counted' }],
    ]);
  });
  it('takes 24:00 for the end of the day', () => {
    expect(scaleOf([day('2026-03-02', [['22:00', '24:00']])])).toEqual({ left: 720, right: 1440 });
  });
  it('folds the days in the middle, and loses no minute by it', () => {
    const { head, folded, tail } = foldedDays(plain(28), 9);
    expect(head.length + (folded?.days ?? 0) + tail.length).toBe(28);
    expect(folded?.minutes).toBe(20 * 60);
  });
  it('keeps every day on which the clock was stopped in sight', () => {
    const days = [...plain(10), day('2026-03-11', [['10:00', '12:00']], [['09:00', '10:00']]), ...plain(10)];
    const { head } = foldedDays(days, 6);
    expect(head.at(-1)?.pauses).toHaveLength(1);
  });
  it('folds nothing where there is room, or where only one day would be folded', () => {
    expect(foldedDays(plain(6), 6).folded).toBeNull();
    expect(foldedDays([...plain(5), day('2026-03-06', [], [['09:00', '10:00']]), ...plain(2)], 6).folded).toBeNull();
  });
});
