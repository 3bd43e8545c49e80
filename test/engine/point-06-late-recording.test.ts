import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../support/policy.ts';
import { at, extract, on, Table } from './table.ts';

const complaint = (facts: Record<string, boolean> = { service_short: true }, by = 'cs-manager'): Table => {
  const table = new Table(extract('property-management').replace('receive:            { to: logged, may: [cs-staff', 'receive:            { to: logged, may: [cs-staff, cs-manager'), PEOPLE, on('mon 09:00'));
  table.receive('complaint', by, facts);
  return table;
};
const LATE = { to: 'engineering', reason: '系统断网' };

describe('point 6: late recording', () => {
  it('takes for met what was done in time and recorded after the breach; the breach stays and is annulled by an event', () => {
    const table = complaint();
    table.until(on('mon 09:45'));
    expect(table.one('forward')).toMatchObject({ status: 'breached', breachedAt: at('mon 09:20'), noticedAt: at('mon 09:45') });
    table.at(on('mon 10:00')).act('forward', 'cs-manager', LATE, at('mon 09:18'));
    expect(table.one('forward')).toMatchObject({ status: 'met', recordedLate: true, metAt: at('mon 09:18'), breachedAt: at('mon 09:20'), noticedAt: at('mon 09:45') });
    expect(table.last.events.at(-1)).toMatchObject({ type: 'breach-annulled', actor: { is: 'system' }, body: { obligation: 'forward/2/1', clause: ['B-4.4.2.2.2-a'] } });
    expect(table.matter.acts.at(-1)).toMatchObject({ act: 'forward', at: at('mon 09:18'), recordedAt: at('mon 10:00') });
  });

  it('leaves late what was done late', () => {
    const table = complaint();
    table.until(on('mon 09:45'));
    table.at(on('mon 10:00')).act('forward', 'cs-manager', LATE, at('mon 09:21'));
    expect(table.one('forward')).toMatchObject({ status: 'met-late', recordedLate: false, metAt: at('mon 09:21') });
    expect(table.last.events.map((event) => event.type)).toEqual(['acted']);
  });

  it('writes the breach down with the act, when nobody had noticed it before', () => {
    const table = complaint();
    table.at(on('mon 09:25')).act('forward', 'cs-manager', { to: 'engineering' });
    expect(table.one('forward')).toMatchObject({ status: 'met-late', breachedAt: at('mon 09:20'), noticedAt: at('mon 09:25') });
    expect(table.last.events.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([['acted', at('mon 09:25')], ['breached', at('mon 09:20')]]);
  });

  it('needs neither right nor reason up to exactly 10 minutes back', () => {
    const table = complaint({ service_short: true }, 'agent');
    table.at(on('mon 09:15'));
    expect(table.try('forward', 'agent', { to: 'engineering' }, at('mon 09:05')).refused).toBeNull();
  });

  it('needs a right and a reason beyond 10 minutes', () => {
    const table = complaint({ service_short: true }, 'agent');
    table.at(on('mon 09:15'));
    const one = at('mon 09:05') - 1;
    expect(table.try('forward', 'agent', { to: 'engineering' }, one).refused?.map(({ kind, needs }) => [kind, needs])).toEqual([['late', [{ is: 'right', right: 'record-late' }, { is: 'reason' }]]]);
    expect(table.try('forward', 'agent', LATE, one).refused?.[0]?.needs).toEqual([{ is: 'right', right: 'record-late' }]);
    const chief = complaint();
    chief.at(on('mon 09:15'));
    expect(chief.try('forward', 'cs-manager', { to: 'engineering' }, one).refused?.[0]?.needs).toEqual([{ is: 'reason' }]);
    expect(chief.try('forward', 'cs-manager', LATE, one).refused).toBeNull();
  });

  it('accepts neither the future nor a time before the matter was received', () => {
    const table = complaint();
    expect(table.try('forward', 'cs-manager', LATE, at('mon 09:01'))).toMatchObject({ wrong: [{ path: 'occurredAt' }] });
    expect(table.try('forward', 'cs-manager', LATE, at('mon 08:59'))).toMatchObject({ wrong: [{ path: 'occurredAt' }] });
  });

  it('is met by the last of several acts as they happened, in whatever order they were written down', () => {
    const table = complaint({ our_management: true, loss: true });
    table.until(on('mon 10:05'));
    table.act('report', 'cs-manager', { to: 'company-leader' });
    table.at(on('mon 10:30')).act('report', 'cs-manager', { to: 'operations-management', reason: '补记' }, at('mon 09:20'));
    expect(table.one('report-major')).toMatchObject({ status: 'met-late', metAt: at('mon 10:05'), recordedLate: false });
  });

  it('breaches at the due time of a clock whose start was recorded late', () => {
    const table = complaint();
    table.at(on('mon 09:10')).act('forward', 'cs-manager', { to: 'engineering' });
    table.at(on('mon 11:00')).act('forward', 'cs-manager', { to: 'customer-service', reason: '补记' }, at('mon 10:00'));
    table.until(on('mon 11:01'));
    expect(table.owed('investigate').map(({ status, breachedAt, noticedAt }) => [status, breachedAt, noticedAt])).toEqual([['breached', at('mon 09:20'), at('mon 11:01')], ['breached', at('mon 10:10'), at('mon 11:01')]]);
  });
});
