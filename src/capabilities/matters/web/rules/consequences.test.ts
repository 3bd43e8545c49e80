import { describe, expect, it } from 'vitest';
import type { ObligationJson } from '../../contract.ts';
import { consequencesOf } from './consequences.ts';

const owed = (id: string, over: Partial<ObligationJson> = {}): ObligationJson => ({
  id, duty: id, title: id, clause: '', ours: null, act: id, actTitle: id, bearer: {}, bearers: [], bearerTitle: '工程部', bearerWords: { zh: '工程部', en: 'Engineering' }, extendedFrom: null,
  dueAt: '2026-03-05T09:00:00+08:00', state: 'open', startedAt: '', metAt: null, breachedAt: null, recordedLate: false, calendar: null, standsStill: false, runsAgainAt: null, round: 1, ...over,
});
const told = (was: ObligationJson[], now: ObligationJson[]) => consequencesOf({ obligations: was }, { obligations: now, ended: null });

describe('what an act would do', () => {
  it('is which limit moves, from when to when', () => {
    expect(told([owed('resolve')], [owed('resolve', { dueAt: '2026-03-06T12:00:00+08:00' })])).toEqual([{ is: 'moved', title: 'resolve', from: '2026-03-05T09:00:00+08:00', to: '2026-03-06T12:00:00+08:00' }]);
  });
  it('is what is met, owed no more, stopped, owed again, or new and for whom', () => {
    const was = [owed('a'), owed('b', { state: 'breached' }), owed('c'), owed('d', { state: 'met' })];
    const now = [owed('a', { state: 'met' }), owed('b', { state: 'void' }), owed('c', { state: 'paused' }), owed('d'), owed('e')];
    expect(told(was, now).map((each) => each.is)).toEqual(['done', 'gone', 'stopped', 'again', 'new']);
  });
  it('says that a breach is annulled where it was done in time and only recorded late', () => {
    expect(told([owed('a', { state: 'breached' })], [owed('a', { state: 'met', recordedLate: true })])).toEqual([{ is: 'annulled', title: 'a' }]);
  });
  it('is that an answer is owed in the matter this one is merged into, not that nobody needs it any more', () => {
    const answer = (state: ObligationJson['state']): ObligationJson => owed('a', { act: 'answer-oversight', state });
    const after = (ended: 'merged' | 'void') => consequencesOf({ obligations: [answer('open'), owed('b')] }, { obligations: [answer('void'), owed('b', { state: 'void' })], ended }).map((each) => each.is);
    expect([after('merged'), after('void')]).toEqual([['carried', 'gone'], ['gone', 'gone']]);
  });
  it('is silent about what stays', () => {
    expect(told([owed('a'), owed('b', { state: 'met' })], [owed('a'), owed('b', { state: 'met' })])).toEqual([]);
  });
});
