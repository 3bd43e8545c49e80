import { describe, expect, it } from 'vitest';
import { countsOf } from './numbers.ts';

const count = countsOf(['number TS-20260302-{0000}', 'number complaint-{000000}', 'number {00}/2026', 'number plain', 'sign-in:account:7', 'number TS-{0000}']);

describe('a number read backwards', () => {
  it('names the counter that gave it, and how far that was', () => {
    expect(count('TS-20260302-0017')).toEqual({ counter: 'number TS-20260302-{0000}', count: 17 });
    expect(count('complaint-000003')).toEqual({ counter: 'number complaint-{000000}', count: 3 });
    expect(count('07/2026')).toEqual({ counter: 'number {00}/2026', count: 7 });
    expect(count('plain-12')).toEqual({ counter: 'number plain', count: 12 });
  });

  it('goes on past its digits when the counter did', () => {
    expect(count('TS-20260302-12345')).toEqual({ counter: 'number TS-20260302-{0000}', count: 12_345 });
  });

  it('takes the longest beginning that fits', () => {
    expect(count('TS-0005')).toEqual({ counter: 'number TS-{0000}', count: 5 });
  });

  it.each(['TS-20260303-0001', 'TS-20260302-017', 'TS-20260302-', 'TS-20260302-00x7', 'plain-012', ''])('is nobody’s when no counter writes like that: %s', (number) => {
    expect(count(number)).toBeNull();
  });
});
