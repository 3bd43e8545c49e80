import { describe, expect, it } from 'vitest';
import { parseDue, parseDuration } from './index.ts';

const calendars = ['working', 'service', 'night-desk'];
const names = { calendars, words: { 及时: { due: { amount: 1, unit: 'days', calendar: 'working' } } } } as const;
const one = (text: string) => parseDue(text, names)?.firstKnown[0] ?? null;
const span = (amount: number, unit: string, calendar: string | null = null) => ({ amount, unit, calendar });

describe('a limit', () => {
  it('is a number, a unit in singular or plural, and perhaps a calendar of the policy', () => {
    expect(parseDuration('10 minutes', calendars)).toEqual(span(10, 'minutes'));
    expect(parseDuration('1 hour', calendars)).toEqual(span(1, 'hours'));
    expect(parseDuration('2 months', calendars)).toEqual(span(2, 'months'));
    expect(parseDuration('1 year', calendars)).toEqual(span(1, 'years'));
    expect(parseDuration('24 working hours', calendars)).toEqual(span(24, 'hours', 'working'));
    expect(parseDuration(' 3  night-desk days ', calendars)).toEqual(span(3, 'days', 'night-desk'));
  });

  it('is refused with an unknown calendar, with weeks of a calendar, without a number, or with nothing to wait for', () => {
    const refused = ['3 office hours', '2 working weeks', 'some hours', '0 minutes', '-3 days', '1.5 hours', '24', '24 working', ''];
    expect(refused.map((text) => parseDuration(text, calendars))).toEqual(refused.map(() => null));
  });
});

describe('a due time', () => {
  it('is a limit, or a word of the dictionary, which it remembers', () => {
    expect(one('24 hours')).toEqual({ is: 'after', duration: span(24, 'hours'), word: null });
    expect(one('及时')).toEqual({ is: 'after', duration: span(1, 'days', 'working'), word: '及时' });
  });

  it('is the same day, the end of a period with or without more, or for a repetition the bare period', () => {
    expect(one('same day')).toEqual({ is: 'same day' });
    expect(one('end of quarter')).toEqual({ is: 'end of', period: 'quarter', plus: null });
    expect(one('end of quarter + 10 working days')).toEqual({ is: 'end of', period: 'quarter', plus: span(10, 'days', 'working') });
    expect(one('month')).toEqual({ is: 'end of', period: 'month', plus: null });
  });

  it('is the next opening of a calendar, with or without more', () => {
    expect(one('next service opening')).toEqual({ is: 'next opening', calendar: 'service', plus: null });
    expect(one('next service opening + 15 minutes')).toEqual({ is: 'next opening', calendar: 'service', plus: span(15, 'minutes') });
  });

  it('is a time that a fact gives, of the matter or of the act, shifted or not', () => {
    expect(one('at resolve_by')).toEqual({ is: 'at', fact: 'resolve_by', ofIt: false, shift: null });
    expect(one('at it.promise_by')).toEqual({ is: 'at', fact: 'promise_by', ofIt: true, shift: null });
    expect(one('at date - 30 days')).toEqual({ is: 'at', fact: 'date', ofIt: false, shift: { sign: -1, duration: span(30, 'days') } });
    expect(one('at date + 2 working days')).toEqual({ is: 'at', fact: 'date', ofIt: false, shift: { sign: 1, duration: span(2, 'days', 'working') } });
  });

  it('may be a list of alternatives, and keeps its words', () => {
    const rule = parseDue(['at customer_wants_by', '24 working hours'], names);
    expect(rule?.text).toBe('[at customer_wants_by, 24 working hours]');
    expect(rule?.firstKnown.map((due) => due.is)).toEqual(['at', 'after']);
  });

  it('is refused when any part of it cannot be read', () => {
    const refused = ['soon', 'end of decade', 'end of month + soon', 'end of month - 1 day', 'next office opening', 'next service opening + 1 office day', 'at', 'at date - x', 'toString', '立即'];
    expect(refused.filter((text) => parseDue(text, names) !== null)).toEqual([]);
    expect(parseDue(['24 hours', 'soon'], names)).toBeNull();
    expect(parseDue([], names)).toBeNull();
  });
});
