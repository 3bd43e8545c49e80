import { describe, expect, it } from 'vitest';
import { decideAct, decideMergedFrom, decideUnmergedFrom, fireDue, pauseReasons, type Decision } from '../../src/engine/index.ts';
import { at, on, type Table } from './table.ts';
import { complaint, forwarded, kindsOf } from './verbs-shop.ts';

describe('merge 合并 and take apart 拆开', () => {
  const pair = (): { readonly stays: Table; readonly duplicate: Table } => {
    const [stays, duplicate] = [forwarded(), complaint()];
    stays.matter = { ...stays.matter, id: 'a', number: 'TS-1' };
    duplicate.matter = { ...duplicate.matter, id: 'b', number: 'TS-2' };
    return { stays, duplicate };
  };
  const merge = (table: Table, into: Table['matter'], by = 'agent'): Decision => decideAct(table.world, table.matter, { act: 'merge', actor: table.actor(by), facts: {}, fields: { into: into.number }, occurredAt: table.now, other: into });

  it('ends the duplicate with its work void and counts its call as a chasing of the one that stays', () => {
    const { stays, duplicate } = pair();
    const before = duplicate.matter;
    const gone = duplicate.take(merge(duplicate, stays.matter));
    expect(gone).toMatchObject({ ended: 'merged', mergedInto: { id: 'a', number: 'TS-1' } });
    expect(gone.obligations.map((each) => each.status)).not.toContain('open');
    const kept = stays.take(decideMergedFrom(stays.world, stays.matter, before, { actor: stays.actor('agent'), at: stays.now }));
    expect(kept.merged).toMatchObject([{ id: 'b', number: 'TS-2' }]);
    expect(kept.acts.at(-1)?.act).toBe('chase');
    expect(stays.last.events[0]?.body['merged']).toEqual({ id: 'b', number: 'TS-2' });
    expect(stays.last.notices).toMatchObject([{ template: 'chased' }]);
  });

  it('can be undone: what was owed is due when it was due, and the call counts no more', () => {
    const { stays, duplicate } = pair();
    duplicate.take(merge(duplicate, stays.matter));
    stays.take(decideMergedFrom(stays.world, stays.matter, duplicate.matter, { actor: stays.actor('agent'), at: stays.now }));
    duplicate.at(on('mon 09:10')).act('unmerge', 'agent');
    expect(duplicate.matter).toMatchObject({ ended: null, mergedInto: null });
    expect(duplicate.one('forward')).toMatchObject({ status: 'open', dueAt: at('mon 09:20') });
    const kept = stays.take(decideUnmergedFrom(stays.world, stays.matter, { id: 'b', number: 'TS-2' }, { actor: stays.actor('agent'), at: stays.now }));
    expect(kept.merged).toEqual([]);
    expect(kept.acts.some((each) => each.act === 'chase')).toBe(false);
    expect(kept.recalled).toHaveLength(1);
  });

  it('wins nobody time: what passed while it was merged was missed at its own time, once, and what lies ahead keeps its time', () => {
    const { stays, duplicate } = pair();
    duplicate.at(on('mon 09:05')).act('forward', 'agent', { to: 'engineering' });
    const ahead = duplicate.one('resolve').dueAt;
    duplicate.take(merge(duplicate, stays.matter));
    duplicate.at(on('tue 09:00')).act('unmerge', 'agent');
    expect(duplicate.one('resolve')).toMatchObject({ status: 'open', dueAt: ahead });
    const { decision, fired } = fireDue(duplicate.world, duplicate.matter);
    duplicate.take(decision);
    expect(duplicate.one('investigate')).toMatchObject({ status: 'breached', breachedAt: at('mon 09:15'), noticedAt: at('tue 09:00') });
    expect(fired.filter((each) => each.step === 'breach').map((each) => each.obligation)).toEqual([duplicate.one('investigate').key]);
    expect(fireDue(duplicate.world, duplicate.matter).fired).toEqual([]);
    duplicate.take(merge(duplicate, stays.matter));
    duplicate.at(on('tue 10:00')).act('unmerge', 'agent');
    expect(fireDue(duplicate.world, duplicate.matter).fired).toEqual([]);
  });

  const join = ({ stays, duplicate }: ReturnType<typeof pair>): void => {
    const before = duplicate.matter;
    duplicate.take(merge(duplicate, stays.matter));
    stays.now = duplicate.now;
    stays.take(decideMergedFrom(stays.world, stays.matter, before, { actor: stays.actor('agent'), at: stays.now }));
  };
  const part = ({ stays, duplicate }: ReturnType<typeof pair>): void => {
    const { matter: other } = stays;
    duplicate.take(decideAct(duplicate.world, duplicate.matter, { act: 'unmerge', actor: duplicate.actor('agent'), facts: {}, fields: {}, occurredAt: duplicate.now, other }));
    stays.now = duplicate.now;
    stays.take(decideUnmergedFrom(stays.world, stays.matter, { id: 'b', number: 'TS-2' }, { actor: stays.actor('agent'), at: stays.now }));
  };

  it('takes a 督办 along with its time and its overseer, and gives it back when they are taken apart', () => {
    const both = pair();
    both.duplicate.act('oversee', 'manager', { until: on('tue 12:00') });
    join(both);
    expect(both.duplicate.one('complaint.overseen').status).toBe('void');
    expect(both.stays.one('complaint.overseen')).toMatchObject({ status: 'open', dueAt: at('tue 12:00') });
    expect(both.stays.matter.acts.findLast((each) => each.act === 'oversee')?.actor).toMatchObject({ person: 'manager' });
    both.duplicate.at(on('mon 10:00'));
    part(both);
    expect(both.stays.one('complaint.overseen').status).toBe('void');
    expect(both.duplicate.one('complaint.overseen')).toMatchObject({ status: 'open', dueAt: at('tue 12:00') });
  });

  it('owes no second answer for a 督办 that was answered in the other matter, and an answer anew for one that was overdue', () => {
    const both = pair();
    both.duplicate.act('oversee', 'manager', { until: on('mon 10:00') });
    both.duplicate.until(on('mon 11:00'));
    both.duplicate.act('oversee', 'manager', { until: on('tue 12:00') });
    join(both);
    const [again, other] = both.stays.owed('complaint.overseen');
    expect([again?.status, again?.dueAt !== null && (again?.dueAt ?? 0) > at('mon 11:00'), other?.dueAt]).toEqual(['open', true, at('tue 12:00')]);
    both.stays.at(on('mon 12:00')).act('answer-oversight', 'engineer', { text: '今天修好' });
    both.stays.act('answer-oversight', 'engineer', { text: '今天修好' });
    both.duplicate.at(on('wed 12:00'));
    part(both);
    expect(both.duplicate.owed('complaint.overseen').map((each) => each.status)).toEqual(['met-late', 'met']);
  });

  it('owes one answer for a 督办 whose time passed while merged: taken apart it is missed where it was asked, and owed in the other no more', () => {
    const both = pair();
    both.duplicate.act('oversee', 'manager', { until: on('mon 10:00') });
    join(both);
    both.stays.until(on('mon 10:30'));
    expect(both.stays.one('complaint.overseen').status).toBe('breached');
    both.duplicate.at(on('mon 10:30'));
    part(both);
    expect(both.stays.one('complaint.overseen')).toMatchObject({ status: 'void', next: null, breachedAt: at('mon 10:00') });
    both.duplicate.until(on('mon 10:31'));
    expect(both.duplicate.one('complaint.overseen')).toMatchObject({ status: 'breached', breachedAt: at('mon 10:00') });
    expect(kindsOf(both.stays.try('answer-oversight', 'engineer', { text: '今天修好' }))).toEqual(['stage']);
  });

  it('relieves nobody of a 督办: where the matter that stays has nobody in charge, who had to answer is told and still has to, until somebody is', () => {
    const [duplicate, stays] = [forwarded(), complaint()];
    stays.matter = { ...stays.matter, id: 'a', number: 'TS-1' };
    duplicate.matter = { ...duplicate.matter, id: 'b', number: 'TS-2' };
    duplicate.act('oversee', 'manager', { until: on('tue 12:00') });
    const had = duplicate.one('complaint.overseen').bearers;
    join({ stays, duplicate });
    expect(had).not.toEqual([]);
    expect(stays.one('complaint.overseen').bearers).toEqual(had);
    expect(stays.last.notices).toContainEqual(expect.objectContaining({ template: 'assigned', to: had, of: [stays.one('complaint.overseen').key] }));
    stays.act('forward', 'agent', { to: 'security' });
    expect(stays.one('complaint.overseen').bearers).toEqual([stays.matter.roles['handler']]);
    expect(stays.matter.roles['handler']).not.toEqual(had[0]);
  });

  it('brings back a release like an answer: what whoever oversees has released in the other matter is owed nowhere any more', () => {
    const both = pair();
    both.duplicate.act('oversee', 'manager', { until: on('tue 12:00') });
    join(both);
    both.stays.at(on('mon 10:00')).act('release', 'manager');
    both.duplicate.at(on('mon 10:05'));
    part(both);
    expect(both.duplicate.one('complaint.overseen').status).toBe('void');
    expect(both.duplicate.matter.acts.at(-1)).toMatchObject({ act: 'release', actor: { person: 'manager' } });
    expect(both.duplicate.last.events.find((each) => each.act === 'release')).toMatchObject({ actor: { person: 'agent' }, body: { released: { number: 'TS-1', by: 'manager' } } });
    both.duplicate.until(on('wed 12:00'));
    expect(both.duplicate.one('complaint.overseen').status).toBe('void');
    expect(both.stays.one('complaint.overseen').status).toBe('void');
  });

  it('keeps the miss of what was released only after its time had passed', () => {
    const both = pair();
    both.duplicate.act('oversee', 'manager', { until: on('mon 10:00') });
    join(both);
    both.stays.until(on('mon 10:30'));
    both.stays.act('release', 'manager');
    both.duplicate.at(on('mon 10:30'));
    part(both);
    expect(both.duplicate.one('complaint.overseen')).toMatchObject({ status: 'breached', breachedAt: at('mon 10:00') });
    expect(both.stays.one('complaint.overseen').status).toBe('void');
  });

  it('does not start a clock that stood still when it was merged', () => {
    const { stays, duplicate } = pair();
    duplicate.at(on('mon 09:05')).act('forward', 'agent', { to: 'engineering' });
    duplicate.at(on('mon 09:06')).act('investigate', 'engineer', { findings: 'x' });
    const [reason] = pauseReasons({ matter: duplicate.matter, world: duplicate.world });
    duplicate.act('suspend', 'engineer', { reason });
    const standing = duplicate.matter.obligations.filter((each) => each.status === 'paused').map((each) => each.key);
    expect(standing.length).toBeGreaterThan(0);
    duplicate.take(merge(duplicate, stays.matter));
    duplicate.at(on('wed 09:00')).act('unmerge', 'agent');
    expect(duplicate.matter.obligations.filter((each) => each.status === 'paused').map((each) => each.key)).toEqual(standing);
  });

  it('is for those who have a part in the matter, who take such matters in, and who oversee', () => {
    const { stays, duplicate } = pair();
    expect(kindsOf(merge(duplicate, stays.matter, 'engineer'))).toEqual(['may']);
    for (const who of ['agent', 'manager']) expect(kindsOf(merge(duplicate, stays.matter, who)), who).toEqual([]);
    duplicate.take(merge(duplicate, stays.matter));
    expect(kindsOf(duplicate.try('unmerge', 'engineer'))).toEqual(['may']);
    const his = pair();
    his.duplicate.at(on('mon 09:05')).act('forward', 'agent', { to: 'engineering' });
    expect(kindsOf(merge(his.duplicate, his.stays.matter, 'engineer'))).toEqual([]);
  });

  it('is nobody’s by a note or a chasing: anybody may leave one anywhere', () => {
    const { stays, duplicate } = pair();
    duplicate.act('note', 'engineer', { text: 'x' });
    duplicate.act('chase', 'engineer', { text: 'x' });
    expect(kindsOf(merge(duplicate, stays.matter, 'engineer'))).toEqual(['may']);
  });

  it('goes before voiding: what was merged into a mis-entry is taken apart first, so that nobody’s call is lost with it', () => {
    const both = pair();
    join(both);
    expect(kindsOf(both.stays.try('void', 'manager', { reason: '误登' }))).toEqual(['stage']);
    part(both);
    expect(kindsOf(both.stays.try('void', 'manager', { reason: '误登' }))).toEqual([]);
  });

  it.each<readonly [string, (into: Table['matter'], own: Table['matter']) => Table['matter'] | undefined, RegExp]>([
    ['itself', (_, own) => own, /into itself/], ['nothing', () => undefined, /no such matter/], ['another kind', (into) => ({ ...into, kind: 'repair' }), /same kind/],
    ['a voided one', (into) => ({ ...into, ended: 'void' as const }), /was voided/], ['a merged one', (into) => ({ ...into, ended: 'merged' as const }), /itself merged/], ['a closed one', (into) => ({ ...into, stage: 'closed' }), /come to its end/],
  ])('is refused into %s', (_, other, says) => {
    const { stays, duplicate } = pair();
    const into = other(stays.matter, duplicate.matter);
    const decision = decideAct(duplicate.world, duplicate.matter, { act: 'merge', actor: duplicate.actor('agent'), facts: {}, fields: { into: 'x' }, occurredAt: duplicate.now, ...(into ? { other: into } : {}) });
    expect('wrong' in decision && decision.wrong[0]?.message.en).toMatch(says);
  });
});
