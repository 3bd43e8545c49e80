import { describe, expect, it } from 'vitest';
import { alarmsByMatter } from './by-matter.ts';

const alarm = (id: string, at: string, matter: string | null) => ({ id, at: `2026-03-02T${at}:00+08:00`, matter: matter === null ? null : { id: matter, number: `TS-${matter}` } });

describe('the bands of alarms', () => {
  it('are one for each matter, however many alarms it made, with the newest in front', () => {
    const groups = alarmsByMatter([alarm('a', '09:00', '1'), alarm('b', '09:05', '2'), alarm('c', '09:10', '1')]);
    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['c', 'a'], ['b']]);
  });

  it('leave alarms that are about no matter alone', () => {
    expect(alarmsByMatter([alarm('a', '09:00', null), alarm('b', '09:05', null)])).toHaveLength(2);
  });
});
