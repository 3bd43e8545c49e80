import { describe, expect, it } from 'vitest';
import { later } from './duration.ts';
import { isLoopback } from './loopback.ts';
import { storyTime } from './times.ts';

const times = { now: Date.parse('2026-03-02T08:40:00+08:00'), zone: 'Asia/Shanghai' };
const at = (text: string): number => Date.parse(text);

describe('a time of a story', () => {
  it.each([['-3d 14:05', '2026-02-27T14:05:00+08:00'], ['0d 00:00', '2026-03-02T00:00:00+08:00'], ['+1d 09:30', '2026-03-03T09:30:00+08:00']])('%s counts civil days from the day of now', (text, told) => {
    expect(storyTime(text, times, 0)).toBe(at(told));
  });

  it.each([['+8m', '2026-03-01T10:08:00+08:00'], ['+1h 20m', '2026-03-01T11:20:00+08:00'], ['+1d 3h', '2026-03-02T13:00:00+08:00']])('%s counts from the matter’s receipt', (text, told) => {
    expect(storyTime(text, times, at('2026-03-01T10:00:00+08:00'))).toBe(at(told));
  });

  it.each(['+', '', 'tomorrow', '14:05', '-8m'])('“%s” is none', (text) => expect(() => storyTime(text, times, 0)).toThrow(RangeError));
});

describe('how far a clock moves', () => {
  it.each([['PT10M', '2026-03-02T08:50:00+08:00'], ['P1D', '2026-03-03T08:40:00+08:00'], ['P1M', '2026-04-02T08:40:00+08:00'], ['PT0S', '2026-03-02T08:40:00+08:00']])('%s in the company’s own calendar', (duration, told) => {
    expect(later(times.now, times.zone, duration)).toBe(at(told));
  });

  it('a day is a day, even where the clocks are put forward', () => {
    expect(later(at('2026-03-28T12:00:00+01:00'), 'Europe/Berlin', 'P1D')).toBe(at('2026-03-29T12:00:00+02:00'));
  });

  it.each(['-PT1M', '10', '', 'P999999999999Y', 'PT1M garbage'])('“%s” moves nothing', (duration) => expect(later(times.now, times.zone, duration)).toBeNull());
});

describe('an address of this machine alone', () => {
  it.each(['127.0.0.1', '127.8.9.10', 'localhost', '::1', '[::1]', '::ffff:127.0.0.1'])('%s is one', (host) => expect(isLoopback(host)).toBe(true));
  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.com', '127.evil.example', 'localhost.example.com', ''])('“%s” is none', (host) => expect(isLoopback(host)).toBe(false));
});
