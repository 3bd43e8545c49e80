import { describe, expect, it } from 'vitest';
import type { ObligationJson } from '../../contract.ts';
import { clausesOf, inTurn, owed } from './limits.ts';

const obligation = (id: string, state: ObligationJson['state'], dueAt: string | null): ObligationJson => ({
  id, duty: id, title: id, clause: '', ours: null, act: 'forward', actTitle: '转办', bearer: {}, bearers: [], bearerTitle: '', bearerWords: { zh: '', en: '' }, extendedFrom: null, dueAt, state,
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

describe('the limits of a matter in their turn', () => {
  const now = Date.parse('2026-03-02T09:00:00+08:00');
  it('are now what is overdue or due today, to 24:00, and later what comes after', () => {
    const all = [
      obligation('over', 'breached', '2026-03-01T10:00:00+08:00'), obligation('tonight', 'open', '2026-03-03T00:00:00+08:00'), obligation('tomorrow', 'open', '2026-03-03T00:01:00+08:00'),
      obligation('undated', 'open', null), obligation('done', 'met', null), obligation('gone', 'void', null),
    ];
    const turn = inTurn(all, now, 'Asia/Shanghai');
    expect([turn.now, turn.later, turn.done].map((list) => list.map((one) => one.id))).toEqual([['over', 'tonight'], ['tomorrow', 'undated'], ['done']]);
  });
  it('always have a first one now, however far away it is', () => {
    expect(inTurn([obligation('far', 'open', '2026-04-01T10:00:00+08:00')], now, 'Asia/Shanghai').now.map((one) => one.id)).toEqual(['far']);
  });
});

describe('the clauses of an obligation', () => {
  it('are told apart, and none is none', () => {
    expect(clausesOf({ clause: 'B-4.4.2.2.1-c, B-4.4.2.3' })).toEqual(['B-4.4.2.2.1-c', 'B-4.4.2.3']);
    expect(clausesOf({ clause: '' })).toEqual([]);
  });
});
