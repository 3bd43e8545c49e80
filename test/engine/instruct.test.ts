import { describe, expect, it } from 'vitest';
import { decideAct, decideMergedFrom, explainObligation } from '../../src/engine/index.ts';
import { at, on } from './table.ts';
import { complaint, forwarded, kindsOf, listed } from './verbs-shop.ts';

describe('批示', () => {
  it('that names a day is answered by it, by whoever handles the matter, and by an act of its own', () => {
    const table = forwarded();
    table.act('instruct', 'manager', { text: '周三前修好并回话', until: on('wed 12:00') });
    expect(table.one('complaint.instructed')).toMatchObject({ act: 'answer-instruction', status: 'open', dueAt: at('wed 12:00'), bearers: [expect.objectContaining({ unit: 'engineering' })] });
    expect(listed(table, 'engineer')).toContain('answer-instruction');
    expect(kindsOf(table.try('answer-oversight', 'engineer'))).toEqual(['stage']);
    const told = explainObligation(table.world, table.matter, table.one('complaint.instructed').key);
    expect(told).toMatchObject({ fixedBy: { act: 'instruct', actor: { person: 'manager' } }, to: at('wed 12:00'), notes: [] });
    expect(explainObligation(table.world, table.matter, table.one('resolve').key)?.fixedBy).toBeNull();
    table.at(on('tue 10:00')).act('answer-instruction', 'engineer', { text: '已修好' });
    expect(table.one('complaint.instructed').status).toBe('met');
    expect(kindsOf(table.try('answer-instruction', 'engineer'))).toEqual(['stage']);
  });

  it('without a day asks for no answer', () => {
    const table = forwarded();
    table.act('instruct', 'manager', { text: '请多关照这位业主' });
    expect(table.owed('complaint.instructed')).toEqual([]);
  });

  it('goes along when the matter is merged: its day stays, and what has passed is owed anew', () => {
    const [stays, duplicate] = [complaint(), complaint()];
    duplicate.matter = { ...duplicate.matter, id: 'b', number: 'TS-2' };
    duplicate.act('instruct', 'manager', { text: '今天回话', until: on('mon 10:00') });
    duplicate.until(on('mon 11:00'));
    duplicate.act('instruct', 'manager', { text: '周三前修好', until: on('wed 12:00') });
    const { matter: other } = stays;
    const before = duplicate.matter;
    duplicate.take(decideAct(duplicate.world, before, { act: 'merge', actor: duplicate.actor('agent'), facts: {}, fields: { into: other.id }, occurredAt: duplicate.now, other }));
    stays.now = duplicate.now;
    stays.take(decideMergedFrom(stays.world, stays.matter, before, { actor: stays.actor('agent'), at: stays.now }));
    expect(duplicate.owed('complaint.instructed').map((each) => each.status)).toEqual(['breached', 'void']);
    expect(stays.owed('complaint.instructed').map((each) => each.dueAt)).toEqual([at('tue 11:00'), at('wed 12:00')]);
  });
});
