import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilText, clockText, dayOf, instantOf, instantOfCivil, isoText, momentText } from './moments.ts';

const ZONE = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(text);
const NOW = at('2026-03-02T09:00:00+08:00');

describe('moments on the wall clock of the company', () => {
  it('names yesterday, today and tomorrow', () => {
    expect(momentText(at('2026-03-02T15:30:00+08:00'), NOW, ZONE, 'zh')).toBe('今天 15:30');
    expect(momentText(at('2026-03-03T10:00:00+08:00'), NOW, ZONE, 'zh')).toBe('明天 10:00');
    expect(momentText(at('2026-03-01T23:59:00+08:00'), NOW, ZONE, 'zh')).toBe('昨天 23:59');
  });
  it('names the weekday further away, and the year only when it differs', () => {
    expect(momentText(at('2026-03-05T09:12:00+08:00'), NOW, ZONE, 'zh')).toBe('3月5日 周四 09:12');
    expect(momentText(at('2027-01-01T00:00:00+08:00'), NOW, ZONE, 'en')).toBe('Fri 1 Jan 2027 00:00');
    expect(dayOf(at('2026-03-05T09:12:00+08:00'), NOW, ZONE, 'en')).toBe('Thu 5 Mar');
  });
  it('names the midnight that ends a limit as 24:00 of the day that ends', () => {
    expect(momentText(at('2026-03-03T00:00:00+08:00'), NOW, ZONE, 'zh', true)).toBe('今天 24:00');
    expect(momentText(at('2026-03-03T00:00:00+08:00'), NOW, ZONE, 'zh')).toBe('明天 00:00');
    expect(clockText(at('2026-03-03T00:00:00+08:00'), ZONE, true)).toBe('24:00');
    expect(clockText(at('2026-03-02T15:30:00+08:00'), ZONE, true)).toBe('15:30');
  });
  it('counts the day by the zone of the company, not by UTC', () => {
    expect(momentText(at('2026-03-01T17:00:00Z'), NOW, ZONE, 'zh')).toBe('今天 01:00');
  });
  it('finds the instant of a wall clock time again', () => {
    const instants = fc.integer({ min: at('2000-01-01T00:00:00Z') / 1000, max: at('2040-01-01T00:00:00Z') / 1000 });
    fc.assert(fc.property(instants, (seconds) => {
      expect(instantOfCivil(civilText(seconds * 1000, ZONE), ZONE)).toBe(seconds * 1000);
    }));
  });
  it('writes the offset that holds on that day', () => {
    expect(isoText(at('2026-07-01T12:00:00Z'), 'Europe/Berlin')).toBe('2026-07-01T14:00:00+02:00');
    expect(isoText(at('2026-01-01T12:00:00Z'), 'America/St_Johns')).toBe('2026-01-01T08:30:00-03:30');
  });
  it('answers null for what is no time', () => {
    expect(instantOf(null)).toBeNull();
    expect(instantOf('tomorrow')).toBeNull();
    expect(instantOfCivil('soon', ZONE)).toBeNull();
  });
});
