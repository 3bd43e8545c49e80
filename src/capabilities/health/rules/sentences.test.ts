import { describe, expect, it } from 'vitest';
import type { Figures } from './figures.ts';
import { sentencesOf } from './sentences.ts';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const well: Figures = {
  now: NOW, zone: 'Asia/Shanghai', version: '1.0.0', startedAt: NOW - 3 * DAY, memory: { used: 300e6, of: 8e9 },
  database: { version: '18.1', bytes: 120e6, milliseconds: 3, clockOff: 12 }, disk: { free: 50e9, perDay: null }, reach: { https: 'ours', until: NOW + 90 * DAY, loopback: false },
  holidaysUntil: Date.parse('2026-12-31T00:00:00Z'), outbox: { waiting: 0, oldest: null }, dueSince: null,
  backup: { folder: '/mnt/backup', last: NOW - 6 * HOUR, failed: null, trial: { at: NOW - DAY, succeeded: true, seconds: 252 } },
  failedSignIns: 2, channels: [{ name: '客服群', answered: { at: NOW - HOUR, ok: true, text: { zh: '已收到', en: 'taken' } } }], mail: true,
};
const signs = (more: Partial<Figures>): Record<string, string> => Object.fromEntries(sentencesOf({ ...well, ...more }).map(({ id, is }) => [id, is]));
const zh = (id: string, more: Partial<Figures> = {}): string => sentencesOf({ ...well, ...more }).find((each) => each.id === id)?.text.zh ?? '';

describe('the health page', () => {
  it('has a tick on every line of a machine that is well, and then nothing to do', () => {
    const all = sentencesOf(well);
    expect(all.filter(({ is }) => is !== 'good')).toEqual([]);
    expect(all.filter(({ remedy }) => remedy !== null)).toEqual([]);
    expect(zh('trial')).toBe('恢复演练成功，4 分 12 秒，2026-03-01。');
  });

  it('says what to do beside everything that is not well, in both languages', () => {
    const ill: Partial<Figures> = {
      database: null, disk: { free: 1e9, perDay: 500e6 }, reach: { https: null, until: null, loopback: false }, holidaysUntil: NOW - DAY, outbox: { waiting: 3, oldest: NOW - HOUR }, dueSince: NOW - 5 * 60_000,
      backup: { folder: null, last: null, failed: null, trial: null }, failedSignIns: 400, channels: [], mail: false, memory: { used: 7e9, of: 8e9 },
    };
    for (const { id, is, text, remedy } of sentencesOf({ ...well, ...ill }).filter((each) => each.id !== 'clock')) {
      expect([id, is]).not.toEqual([id, 'good']);
      expect([text.zh, text.en, remedy?.zh, remedy?.en].every((said) => (said ?? '').length > 3), id).toBe(true);
    }
  });

  it('counts the days a disk lasts only where it is known how it fills', () => {
    expect(zh('disk')).toBe('磁盘还剩 50 GB。');
    expect(zh('disk', { disk: { free: 50e9, perDay: 1e9 } })).toContain('约 50 天');
    expect(signs({ disk: { free: 50e9, perDay: 10e9 } })['disk']).toBe('bad');
  });

  it('warns three weeks before our certificate ends, and not of one a proxy looks after', () => {
    expect(signs({ reach: { https: 'ours', until: NOW + 20 * DAY, loopback: false } })['certificate']).toBe('bad');
    expect(zh('certificate', { reach: { https: 'ours', until: NOW - DAY, loopback: false } })).toContain('已过期');
    expect(signs({ reach: { https: 'proxy', until: null, loopback: true } })['certificate']).toBe('good');
  });

  it('believes the newest backup: one that failed after a good one is bad, an old failure is forgotten', () => {
    expect(signs({ backup: { ...well.backup, failed: { at: NOW - HOUR, why: null } } })['backup']).toBe('bad');
    expect(signs({ backup: { ...well.backup, failed: { at: NOW - 3 * DAY, why: null } } })['backup']).toBe('good');
    expect(signs({ backup: { ...well.backup, last: NOW - 3 * DAY } })['backup']).toBe('bad');
  });

  it('says when two clocks differ', () => {
    expect(zh('clock', { database: { version: '18', bytes: 1, milliseconds: 1, clockOff: -61_000 } })).toContain('61 秒');
  });
});
