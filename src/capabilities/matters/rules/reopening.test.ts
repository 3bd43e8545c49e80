import { describe, expect, it } from 'vitest';
import type { Kind, MatterState } from '#engine';
import { stagesReached } from './reopening.ts';

const kind = {
  id: 'complaint', stages: ['taken', 'passed', 'judged', 'resolved', 'closed'],
  acts: {
    receive: { id: 'receive', is: 'receive', from: null, to: 'taken' }, forward: { id: 'forward', is: 'forward', from: ['taken'], to: 'passed' }, judge: { id: 'judge', is: 'judge', from: ['passed'], to: 'judged' },
    resolve: { id: 'resolve', is: 'resolve', from: ['judged'], to: 'resolved' }, revisit: { id: 'revisit', is: 'revisit', from: ['resolved'], to: { satisfied: 'closed', dissatisfied: 'judged' } },
    reopen: { id: 'reopen', is: 'reopen', from: ['closed'], to: 'passed' }, note: { id: 'note', is: 'record', from: null, to: null },
  },
} as unknown as Kind;

/** What happened, a minute apart; an outcome stands behind its act. */
const after = (stage: string, ...acts: readonly string[]): ReturnType<typeof stagesReached> => stagesReached(kind, {
  stage, acts: acts.map((each, at) => { const [act = '', outcome] = each.split(' '); return { act, at: at + 1, fields: outcome === undefined ? {} : { outcome } }; }),
} as unknown as MatterState);
const times = (reached: ReturnType<typeof stagesReached>): Record<string, number> => Object.fromEntries(reached.at);

describe('the stages of a matter', () => {
  it('carry the time they were first reached', () => {
    const reached = after('judged', 'receive', 'forward', 'note', 'judge', 'judge');
    expect(times(reached)).toEqual({ taken: 1, passed: 2, judged: 4 });
    expect(reached.reopened).toBeNull();
  });

  it('lose their times behind the stage that a dissatisfied customer led back to, which has the time of the second round', () => {
    const reached = after('judged', 'receive', 'forward', 'judge', 'resolve', 'revisit dissatisfied');
    expect(times(reached)).toEqual({ taken: 1, passed: 2, judged: 5 });
    expect(reached.reopened).toEqual({ round: 2, at: 5 });
  });

  it('have the times of the present round once they are reached again, and rounds are counted', () => {
    const second = after('closed', 'receive', 'forward', 'judge', 'resolve', 'revisit dissatisfied', 'resolve', 'revisit satisfied');
    expect(times(second)).toEqual({ taken: 1, passed: 2, judged: 5, resolved: 6, closed: 7 });
    const third = after('passed', 'receive', 'forward', 'judge', 'resolve', 'revisit dissatisfied', 'resolve', 'revisit satisfied', 'reopen');
    expect(times(third)).toEqual({ taken: 1, passed: 8 });
    expect(third.reopened).toEqual({ round: 3, at: 8 });
  });

  it('that lie after the present one have no time: what was given back is still before it', () => {
    expect(times(after('taken', 'receive', 'forward'))).toEqual({ taken: 1 });
  });
});
