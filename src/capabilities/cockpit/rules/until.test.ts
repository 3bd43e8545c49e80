import { expect, it } from 'vitest';
import { untilOf, type Chip } from './until.ts';

it.each([
  ['today', '2026-03-02T09:00', '2026-03-02T18:00'], ['today', '2026-03-02T18:00', '2026-03-03T00:00'], ['tomorrow', '2026-03-02T23:00', '2026-03-03T18:00'], ['three-days', '2026-02-27T09:00', '2026-03-02T18:00'],
])('the chip %s at %s means %s', (chip, now, until) => {
  const at = (text: string): number => Date.parse(`${text}:00+08:00`);
  expect(untilOf(chip as Chip, at(now), 'Asia/Shanghai')).toBe(at(until));
});
