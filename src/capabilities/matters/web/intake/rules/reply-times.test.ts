import { describe, expect, it } from 'vitest';
import { replyTimes } from './reply-times.ts';

const at = (time: string): readonly string[] => replyTimes(Date.parse(`2026-03-02T${time}:00+08:00`), 'Asia/Shanghai').map((text) => text.slice(5, 16));

describe('the times an answer is promised for', () => {
  it('are in an hour, today before closing, and tomorrow at ten', () => expect(at('09:12')).toEqual(['03-02T10:30', '03-02T17:30', '03-03T10:00']));
  it('leave out what is too near or gone, and say nothing twice', () => {
    expect(at('17:15')).toEqual(['03-02T18:30', '03-03T10:00']);
    expect(at('16:30')).toEqual(['03-02T17:30', '03-03T10:00']);
  });
});
