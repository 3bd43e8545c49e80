import { describe, expect, it } from 'vitest';
import { fireDue } from '../../src/engine/index.ts';
import { PEOPLE, shipped } from '../support/policy.ts';
import { at, on, Table } from './table.ts';
import { forwarded, kindsOf, listed } from './verbs-shop.ts';

const agreed = (): Table => {
  const table = forwarded();
  table.at(on('mon 10:00')).act('note', 'agent', { text: '约 15:00 再打', how: 'phone', until: on('mon 15:00') });
  return table;
};

describe('约再打', () => {
  it('is owed by whoever agreed it, at the time agreed, and he is told five minutes before', () => {
    const table = agreed();
    expect(table.one('complaint.call-again')).toMatchObject({ act: 'call-again', status: 'open', dueAt: at('mon 15:00'), bearers: [{ person: 'agent' }] });
    const { decision } = fireDue({ ...table.world, now: at('mon 14:55') }, table.matter);
    expect(decision.notices).toContainEqual(expect.objectContaining({ template: 'reminded', rule: 'complaint.call-again', to: [expect.objectContaining({ person: 'agent' })] }));
  });

  it('is owed as well after a revisit that agreed a time, by whoever called', () => {
    const table = new Table(shipped('property-management'), PEOPLE, on('mon 09:00'));
    table.receive('repair', 'agent', { whose: 'customer' });
    table.act('dispatch', 'agent', { to: 'engineering', trade: 'lift', charge: 'free' });
    table.act('finish', 'engineer', { result: 'x' });
    table.act('revisit', 'agent', { outcome: 'unsatisfied', how: 'phone', text: '明天上午换导轨', until: on('tue 10:00') });
    expect(table.one('repair.call-again')).toMatchObject({ status: 'open', dueAt: at('tue 10:00'), bearers: [{ person: 'agent' }] });
  });

  it('is kept by speaking with the customer, not by a note among colleagues', () => {
    const table = agreed();
    table.at(on('mon 11:00')).act('note', 'agent', { text: '问了工程部' });
    expect(table.one('complaint.call-again').status).toBe('open');
    expect(listed(table, 'agent')).toContain('call-again');
    table.at(on('mon 14:58')).act('note', 'agent', { text: '打通了', how: 'phone' });
    expect(table.one('complaint.call-again').status).toBe('met');
    expect(listed(table, 'agent')).not.toContain('call-again');
  });

  it('is kept by its own act as well', () => {
    const table = agreed();
    table.at(on('mon 14:59')).act('call-again', 'agent', { text: '没有接' });
    expect(table.one('complaint.call-again').status).toBe('met');
  });

  it('is no act of its own where no call was agreed, nor once it was made', () => {
    const table = forwarded();
    expect(kindsOf(table.try('call-again', 'agent'))).toEqual(['stage']);
    expect(kindsOf(table.try('answer-oversight', 'agent'))).toEqual(['stage']);
    const called = agreed();
    called.act('call-again', 'agent', { text: '打通了' });
    expect(kindsOf(called.try('call-again', 'agent'))).toEqual(['stage']);
  });

  it.each(['void', 'merged'] as const)('is refused where nobody would be reminded of it, and a plain note is not: %s', (ended) => {
    const table = forwarded();
    table.matter = { ...table.matter, ended, mergedInto: ended === 'merged' ? { id: 'a', number: 'TS-9' } : null };
    const tried = table.try('note', 'agent', { text: '明天再打', until: on('tue 10:00') });
    expect('wrong' in tried && tried.wrong).toMatchObject([{ path: 'until', message: { zh: expect.stringMatching(ended === 'void' ? /作废/u : /TS-9/u) } }]);
    expect(table.try('note', 'agent', { text: '客户又来电' }).refused).toBeNull();
  });

  it('is owed after the end of a matter as well, and kept there', () => {
    const table = forwarded();
    table.matter = { ...table.matter, stage: 'closed' };
    table.act('note', 'agent', { text: '过两天再问问', until: on('wed 10:00') });
    expect(table.one('complaint.call-again')).toMatchObject({ status: 'open', dueAt: at('wed 10:00') });
    table.at(on('wed 09:58')).act('call-again', 'agent', { text: '满意' });
    expect(table.one('complaint.call-again').status).toBe('met');
  });

  it('goes on to the next time where another is agreed', () => {
    const table = agreed();
    table.at(on('mon 14:58')).act('note', 'agent', { text: '在开会，约 17:00', how: 'phone', until: on('mon 17:00') });
    expect(table.owed('complaint.call-again').map((each) => each.status)).toEqual(['met', 'open']);
  });

  it('is agreed for later: a time before the call is refused where it stands, one that has passed since may be recorded afterwards', () => {
    const table = forwarded();
    table.at(on('mon 10:00'));
    expect(table.try('note', 'agent', { text: 'x', how: 'phone', until: on('mon 09:59') })).toMatchObject({ wrong: [{ path: 'until' }] });
    expect(table.try('oversee', 'manager', { text: 'x', until: on('mon 10:00') })).toMatchObject({ wrong: [{ path: 'until' }] });
    expect(table.try('note', 'agent', { text: 'x', how: 'phone', until: on('mon 10:01') }).refused).toBeNull();
  });

  it('is not owed after a note that agrees nothing', () => {
    const table = forwarded();
    table.at(on('mon 10:00')).act('note', 'agent', { text: '客户在等', how: 'phone' });
    expect(table.owed('complaint.call-again')).toEqual([]);
  });
});
