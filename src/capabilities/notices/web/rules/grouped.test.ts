import { describe, expect, it } from 'vitest';
import { grouped } from './grouped.ts';

const notice = (id: string, of: 'alarm' | 'reminder' | 'information', minute: number, { read = false, taken = false } = {}) => ({ id, class: of, read, takenAt: taken ? '2026-03-02T09:30:00+08:00' : null, at: `2026-03-02T09:${String(minute).padStart(2, '0')}:00+08:00` });
const shown = (...lists: readonly (readonly ReturnType<typeof notice>[])[]) => grouped(...lists).map((group) => [group.class, ...group.items.map(({ id }) => id)]);

describe('the list behind the bell', () => {
  it('has alarms, then reminders, then information, and no empty class', () => {
    expect(shown([notice('i', 'information', 5), notice('a', 'alarm', 1)])).toEqual([['alarm', 'a'], ['information', 'i']]);
    expect(shown([])).toEqual([]);
  });

  it('has in each class the unread before the read, and the newest first', () => {
    expect(shown([notice('1', 'reminder', 9, { read: true }), notice('2', 'reminder', 1), notice('3', 'reminder', 4), notice('4', 'reminder', 12, { read: true })])).toEqual([['reminder', '3', '2', '4', '1']]);
  });

  it('keeps an alarm nobody took above all others, read or not', () => {
    expect(shown([notice('taken', 'alarm', 9, { taken: true }), notice('open', 'alarm', 1, { read: true })])).toEqual([['alarm', 'open', 'taken']]);
  });

  it('shows once what comes in two lists, as the later list has it', () => {
    expect(shown([notice('a', 'alarm', 1, { taken: true })], [notice('a', 'alarm', 1), notice('old', 'alarm', 0)])).toEqual([['alarm', 'a', 'old']]);
  });
});
