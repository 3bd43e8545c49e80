import { describe, expect, it } from 'vitest';
import type { ObligationJson } from '../../contract.ts';
import { clausesOf, owed } from './limits.ts';

const obligation = (id: string, state: ObligationJson['state'], dueAt: string | null): ObligationJson => ({
  id, duty: id, title: id, clause: '', ours: null, act: 'forward', actTitle: '转办', bearer: {}, bearers: [], bearerTitle: '', dueAt, state,
  startedAt: '2026-03-02T09:00:00+08:00', metAt: null, breachedAt: null, recordedLate: false, calendar: null, standsStill: false, runsAgainAt: null, round: 1,
});

describe('what still has to be done', () => {
  it('stands in due order, what has no date last, what is done not at all', () => {
    const all = [
      obligation('later', 'open', '2026-03-02T10:00:00+08:00'), obligation('undated', 'paused', null), obligation('done', 'met', '2026-03-02T09:05:00+08:00'),
      obligation('over', 'breached', '2026-03-02T08:00:00+08:00'),
    ];
    expect(owed(all).map((one) => one.id)).toEqual(['over', 'later', 'undated']);
  });
  it('compares instants, not their texts', () => {
    const all = [obligation('b', 'open', '2026-03-02T10:00:00+08:00'), obligation('a', 'open', '2026-03-02T01:30:00Z')];
    expect(owed(all).map((one) => one.id)).toEqual(['a', 'b']);
  });
});

describe('the clauses of an obligation', () => {
  it('are told apart, and none is none', () => {
    expect(clausesOf({ clause: 'B-4.4.2.2.1-c, B-4.4.2.3' })).toEqual(['B-4.4.2.2.1-c', 'B-4.4.2.3']);
    expect(clausesOf({ clause: '' })).toEqual([]);
  });
});
