import { describe, expect, it } from 'vitest';
import { explainObligation } from '../../src/engine/index.ts';
import { shipped, PEOPLE } from '../support/policy.ts';
import { at, changeOf, on, Table } from './table.ts';
import { complaint, forwarded, kindsOf, listed } from './verbs-shop.ts';

describe('return 退回', () => {
  it('gives the matter back to who forwarded it: role, stage and work, and what it had begun is no longer owed', () => {
    const table = forwarded();
    table.at(on('mon 09:10')).act('return', 'engineer', { reason: '不归工程部' });
    expect(table.matter).toMatchObject({ stage: 'taken-up', roles: {} });
    expect(table.matter.roles['handler']).toBeUndefined();
    expect(table.one('investigate').status).toBe('void');
    expect(table.one('complaint.returned')).toMatchObject({ act: 'forward', status: 'open', bearers: [{ person: 'agent', unit: 'customer-service' }] });
    expect(table.last.events[0]).toMatchObject({ act: 'return', words: { reason: '不归工程部' }, body: { returned: [{ act: 'forward' }], stage: { from: 'with-handler', to: 'taken-up' } } });
    expect(table.last.notices).toMatchObject([{ template: 'returned', to: [{ person: 'agent' }] }]);
  });

  it('needs a reason, and only the receiver may do it', () => {
    const table = forwarded();
    expect(table.try('return', 'engineer').refused).toEqual([]);
    expect(kindsOf(table.try('return', 'agent', { reason: 'x' }))).toEqual(['may']);
    expect(listed(table, 'engineer')).toContain('return');
    expect(listed(table, 'agent')).not.toContain('return');
  });

  it('is met by forwarding again, and each return is counted', () => {
    const table = forwarded();
    table.at(on('mon 09:10')).act('return', 'engineer', { reason: 'x' });
    table.at(on('mon 09:12')).act('forward', 'agent', { to: 'security' });
    expect(table.one('complaint.returned').status).toBe('met');
    expect(table.owed('investigate').map((each) => each.status)).toEqual(['void', 'open']);
    expect(table.matter.acts.filter((each) => each.act === 'return')).toHaveLength(1);
  });
});

describe('extend 延期', () => {
  const approved = (): Table => {
    const table = forwarded();
    const asked = { obligation: table.one('resolve').key, until: on('fri 12:00'), reason: '等备件' };
    expect(kindsOf(table.try('extend', 'engineer', asked))).toEqual(['approval']);
    table.ask('extend', 'engineer', asked);
    table.sign('manager');
    table.act('extend', 'engineer', asked);
    return table;
  };

  it('moves the same obligation under approval, with the old time in the event', () => {
    const table = approved();
    const owed = table.one('resolve');
    expect(owed).toMatchObject({ status: 'open', dueAt: at('fri 12:00'), generation: 3, extensions: [{ from: at('thu 09:00'), to: at('fri 12:00'), approvedBy: ['manager'] }] });
    expect(changeOf(table.last.events[0], owed.key)).toMatchObject({ wasDue: at('thu 09:00'), due: at('fri 12:00') });
    expect(owed.next?.at).toBeLessThanOrEqual(at('fri 12:00'));
  });

  it('is explained: from when to when', () => {
    const table = approved();
    const told = explainObligation(table.world, table.matter, table.one('resolve').key);
    expect(told?.notes.map((note) => note.zh)).toContain('已延期：由 2026年3月5日 09:00 延到 2026年3月6日 12:00');
    expect(told?.to).toBe(at('fri 12:00'));
  });

  it('covers the very time that was approved, and only a later one than before', () => {
    const table = forwarded();
    const { key } = table.one('resolve');
    table.ask('extend', 'engineer', { obligation: key, until: on('fri 12:00'), reason: 'x' });
    table.sign('manager');
    expect(kindsOf(table.try('extend', 'engineer', { obligation: key, until: on('fri 17:00'), reason: 'x' }))).toEqual(['approval']);
    const early = table.try('extend', 'engineer', { obligation: key, until: on('wed 09:00'), reason: 'x' });
    expect('wrong' in early && early.wrong.map((each) => each.path)).toEqual(['until']);
  });

  it('cannot lift what is overdue', () => {
    const table = complaint();
    table.until(on('mon 09:30'));
    const late = table.try('extend', 'agent', { obligation: table.one('forward').key, until: on('tue 09:00'), reason: 'x' });
    expect('wrong' in late && late.wrong.map((each) => each.path)).toEqual(['obligation']);
  });

  it('ends with a reclassification, but its time may not be passed', () => {
    const table = approved();
    table.at(on('mon 10:00')).act('classify', 'agent', { severity: 'minor', service_short: true });
    expect(table.one('resolve').dueAt).toBeLessThanOrEqual(at('fri 12:00'));
    expect(table.one('resolve').extensions).toEqual([]);
  });
});

describe('recall 撤回', () => {
  it('makes everything as it was: what was met is open with its old time, what was begun is void', () => {
    const table = complaint();
    const before = table.matter;
    const owed = table.one('forward');
    table.at(on('mon 09:05')).act('forward', 'agent', { to: 'engineering' });
    table.at(on('mon 09:06')).act('recall', 'agent');
    expect(table.matter).toMatchObject({ stage: before.stage, roles: before.roles, facts: before.facts });
    expect(table.one('forward')).toMatchObject({ status: 'open', dueAt: owed.dueAt, metAt: null });
    expect(table.one('investigate').status).toBe('void');
    expect(table.matter.acts.map((each) => each.act)).toEqual(['receive', 'take-up', 'recall']);
    expect(table.last.events[0]).toMatchObject({ type: 'recalled', act: 'recall', body: { recalls: [{ act: 'forward' }] } });
    expect(table.matter.recalled).toEqual([before.seq + 1]);
  });

  it('tells those who had been told', () => {
    const table = forwarded();
    table.act('chase', 'agent');
    table.act('recall', 'agent');
    expect(table.last.notices).toMatchObject([{ template: 'recalled', to: expect.arrayContaining([{ unit: 'engineering' }]) }]);
  });

  it('is for whoever did it, until the next person has acted, and never for the registration', () => {
    const table = complaint();
    expect(kindsOf(table.try('recall', 'agent'))).toEqual(['stage']);
    table.act('forward', 'agent', { to: 'engineering' });
    expect(kindsOf(table.try('recall', 'engineer'))).toEqual(['may']);
    table.act('investigate', 'engineer', { findings: 'x' });
    expect(kindsOf(table.try('recall', 'agent'))).toEqual(['may']);
    expect(listed(table, 'engineer')).toContain('recall');
    table.act('recall', 'engineer');
    expect(kindsOf(table.try('recall', 'engineer'))).toEqual(['stage']);
  });

  it('keeps the way open while only time passes, and an old time that has passed is a breach at its own instant', () => {
    const table = complaint();
    table.at(on('mon 09:05')).act('forward', 'agent', { to: 'engineering' });
    table.at(on('mon 09:14')).act('recall', 'agent');
    expect(table.one('forward')).toMatchObject({ status: 'open', dueAt: at('mon 09:20') });
    table.until(on('mon 09:21'));
    expect(table.one('forward')).toMatchObject({ status: 'breached', breachedAt: at('mon 09:20') });
  });

  it('is no way out of an overdue: once a limit that the act began is missed, the act stays', () => {
    const table = complaint();
    table.at(on('mon 09:05')).act('forward', 'agent', { to: 'engineering' });
    table.until(on('mon 09:40'));
    expect(table.one('investigate').status).toBe('breached');
    const [refusal] = table.try('recall', 'agent').refused ?? [];
    expect(refusal).toMatchObject({ kind: 'stage', needs: [{ is: 'act', act: 'correct' }] });
  });

  it('is open to whoever recorded afterwards what was overdue already', () => {
    const table = new Table(shipped('property-management'), PEOPLE, on('mon 09:00'));
    table.receive('complaint', 'cs-manager', { service_short: true });
    table.until(on('mon 12:00'));
    table.act('forward', 'cs-manager', { to: 'engineering', reason: '当时在接电话' }, at('mon 09:05'));
    expect(table.try('recall', 'cs-manager').refused).toBeNull();
  });

  it('takes back a voiding and a given fact', () => {
    const table = forwarded();
    table.act('void', 'manager', { reason: '登错' });
    table.act('recall', 'manager');
    expect(table.matter.ended).toBeNull();
    expect(table.one('resolve').status).toBe('open');
    table.act('correct', 'agent', { reason: 'x', demand: '退钱' });
    expect(table.matter.facts['demand']).toBe('退钱');
    table.act('recall', 'agent');
    expect(table.matter.facts['demand']).toBeUndefined();
  });

  it('is not possible once another matter was opened by it', () => {
    const table = new Table(shipped('property-management'), PEOPLE, on('mon 09:00'));
    table.receive('repair', 'agent', { whose: 'customer' });
    table.act('dispatch', 'agent', { to: 'engineering', trade: 'lift', charge: 'free' });
    table.act('finish', 'engineer', { result: 'x' });
    table.act('revisit', 'agent', { outcome: 'unsatisfied', how: 'phone' });
    expect(table.try('recall', 'agent').refused?.[0]?.text.en).toMatch(/already set other matters going/);
  });
});
