import { describe, expect, it } from 'vitest';
import { backupsAmong, nameOf, nextBackup } from './nights.ts';

const at = (text: string): number => Date.parse(text);
const next = (now: string, last: string | null): string => new Date(nextBackup(at(now), last === null ? null : at(last), 'Asia/Shanghai')).toISOString();

describe('the next backup', () => {
  it('is at half past two in the night, local time', () => {
    expect(next('2026-03-02T09:00:00+08:00', '2026-03-02T02:31:00+08:00')).toBe('2026-03-02T18:30:00.000Z');
    expect(next('2026-03-02T01:00:00+08:00', '2026-03-01T02:31:00+08:00')).toBe('2026-03-01T18:30:00.000Z');
    expect(next('2026-03-02T02:30:00+08:00', '2026-03-02T02:30:00+08:00')).toBe('2026-03-02T18:30:00.000Z');
  });

  it('is made up for soon when a night was missed, or there was none yet', () => {
    expect(next('2026-03-02T09:00:00+08:00', '2026-02-28T02:31:00+08:00')).toBe('2026-03-02T01:10:00.000Z');
    expect(next('2026-03-02T09:00:00+08:00', null)).toBe('2026-03-02T01:10:00.000Z');
  });
});

describe('the folders of backups', () => {
  it('are named so that their order is that of time', () => {
    const names = ['2026-03-02T09:00:00Z', '2025-12-31T23:59:59Z', '2026-11-01T00:00:00Z'].map((time) => nameOf(at(time)));
    expect(names[0]).toBe('aftercare-20260302T090000Z');
    expect(backupsAmong([...names, 'photos', 'aftercare-20260302T090000Z.partial-1'])).toEqual([names[2], names[0], names[1]]);
  });
});
