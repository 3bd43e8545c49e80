import { describe, expect, it } from 'vitest';
import type { ObligationJson } from '../../contract.ts';
import { chosenLimit, earlierTimes, laterTimes } from './later-times.ts';

const ZONE = 'Asia/Shanghai';

describe('the times offered', () => {
  it('for extending lie one and three days after the limit, and at the end of its week', () => {
    expect(laterTimes('2026-03-03T09:00:00+08:00', ZONE)).toEqual(['2026-03-04T09:00:00+08:00', '2026-03-06T09:00:00+08:00', '2026-03-06T17:30:00+08:00']);
    expect(laterTimes('2026-03-06T18:00:00+08:00', ZONE)).toEqual(['2026-03-07T18:00:00+08:00', '2026-03-09T18:00:00+08:00']);
    expect(laterTimes(null, ZONE)).toEqual([]);
  });
  it('for what was done earlier never lie before the matter was received', () => {
    expect(earlierTimes(Date.parse('2026-03-02T10:00:40+08:00'), '2026-03-02T09:20:00+08:00', ZONE)).toEqual(['2026-03-02T09:45:00+08:00', '2026-03-02T09:30:00+08:00']);
  });
});

it('the chosen limit is found by its duty and round', () => {
  const limits = [{ id: 'x-1', duty: 'resolve', round: 5 }, { id: 'x-2', duty: 'resolve', round: 9 }] as ObligationJson[];
  expect([chosenLimit(limits, 'resolve/9/1')?.id, chosenLimit(limits, 'other/9/1'), chosenLimit(limits, undefined)]).toEqual(['x-2', null, null]);
});
