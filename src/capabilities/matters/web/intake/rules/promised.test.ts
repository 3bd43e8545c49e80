import { describe, expect, it } from 'vitest';
import type { ToldOf } from '#capabilities/customers/contract.ts';
import { promisedOf } from './promised.ts';

const now = Date.parse('2026-03-02T09:00:00+08:00');
const told = (over: Partial<ToldOf>): ToldOf => ({ act: '办结', who: '工程部', dueAt: '2026-03-02T17:00:00+08:00', promisedAt: null, startedAt: '2026-03-01T09:00:00+08:00', state: 'open', standsStill: false, runsAgainAt: null, handler: null, chased: 0, chasedAt: null, ...over });

describe('what a caller is promised', () => {
  it('is the next time, and who has it', () => {
    expect(promisedOf(told({}), now)).toEqual({ who: '工程部', at: '2026-03-02T17:00:00+08:00', late: false });
    expect(promisedOf(told({ handler: '沈国梁', promisedAt: '2026-03-02T11:00:00+08:00' }), now)).toMatchObject({ who: '沈国梁', at: '2026-03-02T11:00:00+08:00' });
  });
  it('is never a limit that was missed: an apology, and the next time that can still be kept, else none', () => {
    const missed = { state: 'breached', dueAt: '2026-02-27T09:00:00+08:00' };
    expect(promisedOf(told(missed), now)).toEqual({ who: '工程部', at: null, late: true });
    expect(promisedOf(told({ ...missed, promisedAt: '2026-03-02T12:00:00+08:00' }), now)).toMatchObject({ at: '2026-03-02T12:00:00+08:00', late: true });
    expect(promisedOf(told({ dueAt: '2026-03-02T08:59:00+08:00' }), now).at).toBeNull();
  });
});
