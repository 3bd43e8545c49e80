import { describe, expect, it } from 'vitest';
import { shippedPolicies } from './shipped.ts';
import { on, people, Table } from './table.ts';
import { forwarded, kindsOf, listed } from './verbs-shop.ts';

const rules = shippedPolicies().find((each) => each.rules.includes('deemed: true'))?.rules ?? '';
const PEOPLE = people(['qin', 'customer-service', 'night-attendant'], ['zhou', 'customer-service', 'cs-staff'], ['he', 'customer-service', 'cs-staff'], ['ma', 'engineering', 'repair-worker']);

/** The morning after a night case nobody took over: what is owed lies with all of the customer service. */
function shared(): Table {
  const table = new Table(rules, PEOPLE, on('mon 22:00'));
  table.receive('complaint', 'qin', { severity: 'general' });
  return table;
}
const owedBy = (table: Table): readonly unknown[] => table.matter.obligations.filter((each) => each.status === 'open' && each.duty === 'take-up').map((each) => each.bearers);

const refused = (table: Table, who: string): boolean => table.try('take-work', who).refused !== null;

describe('我来处理', () => {
  it('makes what several owe together the work of the one who takes it, with the same limit', () => {
    const table = shared();
    const before = table.one('take-up');
    expect(before.bearers).toEqual([{ position: 'cs-staff' }]);
    table.at(on('mon 22:10')).act('take-work', 'zhou');
    expect(table.one('take-up')).toMatchObject({ bearers: [{ position: 'cs-staff', person: 'zhou' }], dueAt: before.dueAt });
  });

  it('stays his through what others do, and is another’s when he takes nothing of his own', () => {
    const table = shared();
    table.at(on('mon 22:10')).act('take-work', 'he');
    table.at(on('mon 22:12')).act('note', 'qin', { text: '已致歉' });
    expect(owedBy(table)).toEqual([[{ position: 'cs-staff', person: 'he' }]]);
  });

  it('is taken back with what it changed, and with no reminder sent twice', () => {
    const table = forwarded();
    const { bearers } = table.one('investigate');
    table.at(on('mon 09:06')).act('take-work', 'engineer');
    expect(table.one('investigate').bearers).not.toEqual(bearers);
    table.until(on('mon 09:14'));
    const { fired } = table.one('investigate');
    table.act('recall', 'engineer');
    expect(table.one('investigate')).toMatchObject({ bearers, status: 'open', fired });
  });

  it('cannot be taken back once what was taken is overdue', () => {
    const table = forwarded();
    table.at(on('mon 09:06')).act('take-work', 'engineer');
    table.until(on('mon 12:00'));
    expect(kindsOf(table.try('recall', 'engineer'))).toEqual(['stage']);
    expect(listed(table, 'engineer')).not.toContain('recall');
  });

  it('is refused to whom nothing shared is owed, and to a second who comes after', () => {
    const table = shared();
    expect(refused(table, 'ma')).toBe(true);
    table.at(on('mon 22:10')).act('take-work', 'zhou');
    expect(refused(table, 'he')).toBe(true);
  });

  it('of an alarm is said in the matter by whoever leads, too: nothing owed becomes his, and whoever reported it hears who it is', () => {
    const table = shared();
    const before = owedBy(table);
    const taken = table.try('take-work', 'ma', { alarm: true });
    expect(taken.refused).toBeNull();
    if (taken.refused) return;
    expect(taken.matter.acts.at(-1)).toMatchObject({ act: 'take-work', actor: { person: 'ma' }, fields: { alarm: true } });
    expect(taken.matter.obligations.filter((each) => each.status === 'open' && each.duty === 'take-up').map((each) => each.bearers)).toEqual(before);
    expect(taken.notices.filter((each) => each.template === 'taken').map((each) => each.to)).toEqual([[expect.objectContaining({ person: 'qin' })]]);
  });
});
