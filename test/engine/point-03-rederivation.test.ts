import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../support/policy.ts';
import { at, changeOf, extract, on, openShop, Table } from './table.ts';

const complaint = (facts: Record<string, boolean> = { service_short: true }): Table => {
  const table = new Table(extract('property-management'), PEOPLE, on('mon 09:00'));
  table.receive('complaint', 'agent', facts);
  return table;
};

describe('point 3: re-derivation after every act', () => {
  it('inserts what is new', () => {
    const table = complaint();
    table.at(on('mon 09:05')).act('classify', 'agent', { severity: 'major' });
    expect(table.one('report-major')).toMatchObject({ status: 'open', startedAt: at('mon 09:05') });
    expect(changeOf(table.last.events[0], 'report-major/2/1')).toMatchObject({ became: 'open', due: at('mon 10:05') });
  });

  it('voids what is gone, with the act as the reason', () => {
    const table = complaint({ our_management: true, loss: true });
    table.at(on('mon 09:05')).act('classify', 'agent', { severity: 'minor' });
    expect(table.one('report-major')).toMatchObject({ status: 'void', next: null });
    expect(table.last.events[0]).toMatchObject({ act: 'classify' });
    expect(changeOf(table.last.events[0], 'report-major/2/1')).toEqual({ key: 'report-major/2/1', was: 'open', became: 'void' });
  });

  it('moves time and bearer in place: next generation, the old value in the event', () => {
    const table = complaint();
    const before = table.one('forward');
    table.at(on('mon 09:05')).act('classify', 'agent', { severity: 'minor' });
    expect(table.one('forward')).toMatchObject({ key: before.key, generation: 2, dueAt: at('mon 09:30') });
    expect(changeOf(table.last.events[0], before.key)).toEqual({ key: before.key, wasDue: at('mon 09:20'), due: at('mon 09:30'), wasClause: ['B-4.4.2.2.2-a'], clause: ['B-4.4.2.2.3-a'] });
    table.act('transfer-work', 'cs-manager', { to: 'specialist', reason: '交班' });
    expect(table.one('forward')).toMatchObject({ generation: 3, bearers: [{ person: 'specialist', unit: 'customer-service' }] });
    expect(changeOf(table.last.events[0], before.key)).toMatchObject({ wasBearers: [{ person: 'agent', unit: 'customer-service' }], bearers: [{ person: 'specialist', unit: 'customer-service' }] });
  });

  it('follows a role that is bound only later', () => {
    const table = complaint();
    expect(table.one('resolve').bearers).toEqual([]);
    table.act('forward', 'agent', { to: 'engineering' });
    expect(table.one('resolve')).toMatchObject({ bearers: [{ unit: 'engineering' }], generation: 2, dueAt: at('thu 09:00') });
    table.act('forward', 'agent', { to: { person: 'engineer' } });
    expect(table.one('resolve')).toMatchObject({ bearers: [{ person: 'engineer', unit: 'engineering' }], generation: 3 });
  });

  it('means nobody by “manager of the handler” while nobody handles it', () => {
    const table = openShop({ rules: 'duties:\n  look: { of: case, after: receive, who: foreman of handler, do: inform, due: 1 hour, ours: x }' });
    table.receive('case', 'ann', {});
    expect(table.one('look').bearers).toEqual([]);
    table.act('forward', 'ann', { to: 'workshop' });
    expect(table.one('look').bearers).toEqual([{ position: 'foreman', unit: 'workshop' }]);
  });

  it('leaves what was met, waived or breached as it is when the matter is classified anew', () => {
    const table = complaint({ our_management: true, loss: true });
    table.at(on('mon 09:05')).act('forward', 'agent', { to: 'engineering' });
    const met = table.one('forward');
    table.until(on('mon 10:01'));
    const breached = table.one('report-major');
    expect(breached).toMatchObject({ status: 'breached', breachedAt: at('mon 10:00') });
    for (const severity of ['general', 'minor', 'major']) table.at(on('mon 10:05')).act('classify', 'agent', { severity });
    expect(table.one('forward')).toEqual(met);
    expect(table.one('report-major')).toEqual(breached);
  });

  it('does not lift a breach that nobody has noticed yet', () => {
    const table = complaint();
    table.at(on('mon 09:40')).act('classify', 'agent', { severity: 'minor' });
    expect(table.one('forward')).toMatchObject({ dueAt: at('mon 09:20'), generation: 1 });
    table.until(on('mon 09:41'));
    expect(table.one('forward')).toMatchObject({ status: 'breached', breachedAt: at('mon 09:20'), noticedAt: at('mon 09:41') });
  });

  it('passes overdue work to whoever holds the role now', () => {
    const table = complaint();
    table.until(on('mon 09:25'));
    table.act('transfer-work', 'cs-manager', { to: 'specialist', reason: '交班' });
    expect(table.one('forward')).toMatchObject({ status: 'breached', bearers: [{ person: 'specialist' }], breachedAt: at('mon 09:20') });
    table.act('forward', 'specialist', { to: 'engineering' });
    expect(table.one('forward')).toMatchObject({ status: 'met-late', metAt: at('mon 09:25') });
  });

  it('keeps a forward that was already made when the matter becomes major afterwards', () => {
    const table = complaint();
    table.at(on('mon 09:15')).act('forward', 'agent', { to: 'engineering' });
    table.at(on('mon 09:25')).act('classify', 'agent', { severity: 'major' });
    expect(table.owed('forward')).toMatchObject([{ status: 'met', metAt: at('mon 09:15') }]);
  });

  it('takes for done what was done before the duty arose', () => {
    const table = complaint();
    table.at(on('mon 09:05')).act('report', 'agent', { to: 'operations-management' });
    table.at(on('mon 09:08')).act('report', 'agent', { to: 'company-leader' });
    table.at(on('mon 09:10')).act('classify', 'agent', { severity: 'major' });
    expect(table.one('report-major')).toMatchObject({ status: 'met', metAt: at('mon 09:08') });
  });

  it('changes nothing, not even the generation, when nothing changes, whatever order the store keeps the fields in', () => {
    const table = complaint();
    table.act('forward', 'agent', { to: { position: 'department-manager', unit: 'engineering' } });
    const before = table.matter.obligations;
    table.matter = reordered(table.matter);
    table.act('note', 'agent', { text: '客户又来电' });
    expect(table.matter.obligations).toEqual(before);
    expect(table.last.events[0]?.body['obligations']).toBeUndefined();
  });

  it('owes nothing at the end of its life that can no longer be done, and does not count up with each note after it', () => {
    const table = openShop({
      acts: 'check: { from: [worked], may: [clerk], ours: x }',
      rules: 'duties:\n  check: { of: case, after: forward, who: first, do: check, due: 1 day, ours: x }\n  tell: { of: case, after: forward, who: first, do: inform, due: 1 day, ours: x }',
    });
    table.receive('case', 'ann', {});
    table.act('forward', 'ann', { to: 'workshop' });
    table.act('close', 'ann');
    expect([table.one('check').status, table.one('tell').status]).toEqual(['void', 'open']);
    table.act('note', 'ann', { text: '归档' });
    table.act('note', 'ann', { text: '归档' });
    expect(table.one('check')).toMatchObject({ status: 'void', generation: 1 });
  });

  it('owes nothing once the matter was entered by mistake', () => {
    const table = complaint();
    table.act('void', 'cs-manager', { reason: '重复登记' });
    expect(new Set(table.matter.obligations.map((each) => each.status))).toEqual(new Set(['void']));
    expect(table.try('forward', 'agent', { to: 'engineering' }).refused?.map((each) => each.kind)).toContain('ended');
  });
});

/** The same matter as a store hands it back that sorts the fields of every record. */
function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)).map(([key, each]) => [key, reordered(each)])) as T;
}
