import { describe, expect, it } from 'vitest';
import { possibleActs } from '../../src/engine/index.ts';
import { PEOPLE } from '../support/policy.ts';
import { at, changeOf, extract, on, openShop, Table } from './table.ts';

/** General: 24 working hours, taken up Monday 09:00, hence Thursday 09:00. */
const complaint = (): Table => {
  const table = new Table(extract('property-management'), PEOPLE, on('mon 09:00'));
  table.receive('complaint', 'agent', { service_short: true });
  table.act('forward', 'agent', { to: 'engineering' });
  return table;
};

describe('point 5: pause', () => {
  it('makes due and next step unknown, and says so in the event', () => {
    const table = complaint();
    table.at(on('mon 11:00')).act('suspend', 'agent', { reason: 'waiting-for-customer' });
    expect(table.one('resolve')).toMatchObject({ status: 'paused', dueAt: null, next: null, pauses: [{ from: at('mon 11:00'), to: null, reason: 'waiting-for-customer' }] });
    expect(table.last.events[0]?.body['paused']).toEqual(['resolve/2/1']);
    expect(changeOf(table.last.events[0], 'resolve/2/1')).toMatchObject({ was: 'open', became: 'paused', wasDue: at('thu 09:00'), due: null });
  });

  it('keeps the calendar time that was left and goes on with it', () => {
    const table = complaint();
    table.at(on('mon 11:00')).act('suspend', 'agent', { reason: 'waiting-for-customer' });
    // Two of 24 working hours are used. From Wednesday 14:00 on: 3:30 that day, 8 on Thursday, 8 on Friday, the last 2:30 on Monday the 9th.
    table.at(on('wed 14:00')).act('resume', 'agent');
    expect(table.one('resolve')).toMatchObject({ status: 'open', dueAt: Date.parse('2026-03-09T11:00:00+08:00') });
  });

  it('counts each of several pauses', () => {
    const table = openShop({ rules: 'duties:\n  solve: { of: case, after: receive, who: first, do: revisit, due: 4 hours, pause: [waiting], ours: x }' });
    table.receive('case', 'ann', {});
    table.at(on('mon 10:00')).act('suspend', 'ann', { reason: 'waiting' });
    table.at(on('mon 11:00')).act('resume', 'ann');
    table.at(on('mon 12:00')).act('suspend', 'ann', { reason: 'waiting' });
    table.at(on('mon 14:30')).act('resume', 'ann');
    expect(table.one('solve').dueAt).toBe(at('mon 16:30'));
  });

  it('does not let a reminder fall into the pause: shares are measured in the time that counts', () => {
    const table = openShop({ rules: 'duties:\n  solve: { of: case, after: receive, who: first, do: revisit, due: 10 hours, pause: [waiting], ladder: [ { at: 50 %, tell: owner } ], ours: x }' });
    table.receive('case', 'ann', {});
    table.at(on('mon 12:00')).act('suspend', 'ann', { reason: 'waiting' });
    table.at(on('tue 12:00')).act('resume', 'ann');
    expect(table.one('solve')).toMatchObject({ dueAt: at('tue 19:00'), next: { at: at('tue 14:00'), step: '0' } });
  });

  it('opens a duty to look again: at the time that was given, else by the dictionary', () => {
    const table = complaint();
    table.act('suspend', 'agent', { reason: 'waiting-for-customer', until: on('wed 10:00') });
    expect(table.one('complaint.look-again')).toMatchObject({ act: 'resume', bearers: [{ person: 'agent' }], dueAt: at('wed 10:00'), status: 'open' });
    const other = complaint();
    other.act('suspend', 'agent', { reason: 'waiting-for-customer' });
    expect(other.one('complaint.look-again').dueAt).toBe(at('tue 17:30'));
    other.at(on('tue 09:00')).act('resume', 'agent');
    expect(other.one('complaint.look-again').status).toBe('met');
  });

  it('opens it also after a pause by an act of the policy’s own', () => {
    const table = openShop({
      acts: 'hold: { is: pause, may: [clerk], ours: x }\n      go-on: { is: resume, may: [clerk], ours: x }',
      rules: 'duties:\n  solve: { of: case, after: receive, who: first, do: revisit, due: 4 hours, pause: [waiting], ours: x }',
    });
    table.receive('case', 'ann', {});
    table.act('hold', 'ann', { reason: 'waiting' });
    expect([table.one('solve').status, table.one('case.look-again').status]).toEqual(['paused', 'open']);
    table.at(on('mon 10:00')).act('go-on', 'ann');
    expect(table.one('solve')).toMatchObject({ status: 'open', dueAt: at('mon 14:00') });
    expect(table.one('case.look-again').status).toBe('met');
  });

  it('needs a reason that the duty allows', () => {
    const table = complaint();
    expect(table.try('suspend', 'agent', { reason: 'too-busy' })).toMatchObject({ refused: [], wrong: [{ path: 'reason' }] });
    expect(table.try('suspend', 'agent')).toMatchObject({ refused: [], wrong: [{ path: 'reason' }] });
  });

  it('lets the clocks run on that list no reason', () => {
    const table = complaint();
    const due = table.owed('investigate').map((each) => each.dueAt);
    table.act('suspend', 'agent', { reason: 'waiting-for-customer' });
    expect(table.owed('investigate')).toMatchObject([{ status: 'open', dueAt: due[0] }]);
    const nothing = openShop({ rules: 'duties:\n  solve: { of: case, after: receive, who: first, do: revisit, due: 4 hours, ours: x }' });
    nothing.receive('case', 'ann', {});
    expect(nothing.try('suspend', 'ann', { reason: 'waiting' })).toMatchObject({ refused: [], wrong: [{ path: 'reason' }] });
    expect(possibleActs(nothing.world, nothing.matter, nothing.actor('ann')).map(({ act }) => act.id)).not.toContain('suspend');
  });

  it('cannot pause what is overdue already', () => {
    const table = openShop({ rules: 'duties:\n  solve: { of: case, after: receive, who: first, do: revisit, due: 1 hour, pause: [waiting], ours: x }' });
    table.receive('case', 'ann', {});
    table.at(on('mon 10:30'));
    expect(table.try('suspend', 'ann', { reason: 'waiting' })).toMatchObject({ wrong: [{ path: 'reason' }] });
    table.until(on('mon 10:31'));
    expect(table.one('solve')).toMatchObject({ status: 'breached', breachedAt: at('mon 10:00') });
  });

  it('fires nothing while it lasts', () => {
    const table = complaint();
    table.act('investigate', 'engineer', { findings: 'x' });
    table.act('suspend', 'agent', { reason: 'third-party-appraisal', until: '2026-04-01T10:00:00+08:00' });
    const fired = table.until('2026-03-31T10:00:00+08:00');
    expect(fired.filter((step) => step.startsWith('resolve'))).toEqual([]);
  });

  it('ends with the work itself when that is done meanwhile; resuming is then still possible for whoever has to look again', () => {
    const table = openShop({ rules: 'duties:\n  solve: { of: case, after: receive, who: first, do: revisit, due: 4 hours, pause: [waiting], ours: x }' });
    table.receive('case', 'ann', {});
    table.at(on('mon 10:00')).act('suspend', 'ann', { reason: 'waiting' });
    table.at(on('mon 15:00')).act('revisit', 'ann', { outcome: 'good' });
    expect(table.one('solve')).toMatchObject({ status: 'met', metAt: at('mon 15:00'), pauses: [{ to: at('mon 15:00') }] });
    expect(possibleActs(table.world, table.matter, table.actor('ann')).map(({ act }) => act.id)).toContain('resume');
    table.act('resume', 'ann');
    expect(table.one('case.look-again').status).toBe('met');
    expect(table.try('resume', 'ann')).toMatchObject({ refused: [], wrong: [{ path: 'act' }] });
  });
});
