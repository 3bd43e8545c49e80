import { describe, expect, it } from 'vitest';
import { fireDue } from '../../src/engine/index.ts';
import { shippedPolicies } from './shipped.ts';
import { at, on, people, Table } from './table.ts';

const night = shippedPolicies().find(({ rules }) => rules.includes('deemed: true'))?.rules ?? '';
const PEOPLE = people(['qin', 'customer-service', 'night-attendant'], ['zhou', 'customer-service', 'cs-staff'], ['he', 'customer-service', 'cs-staff']);
const FORWARD = 20 * 60_000;

/** An ordinary complaint of the night before, and the morning after. */
function morning(): Table {
  const table = new Table(night, PEOPLE, on('mon 22:00'));
  table.receive('complaint', 'qin', { severity: 'general' });
  expect(table.one('take-up').dueAt).toBe(at('tue 08:15'));
  return table;
}

/** What falls due until then fires, at the time it is noticed. */
function passes(table: Table, until: string): Table {
  table.at(on(until));
  table.take(fireDue(table.world, table.matter).decision);
  return table;
}

describe('the clock of an ordinary night case', () => {
  it('starts when somebody takes it over, and from then on it is his', () => {
    const table = morning();
    table.at(on('tue 08:03')).act('take-up', 'zhou');
    expect(table.one('forward')).toMatchObject({ dueAt: at('tue 08:03') + FORWARD, bearers: [{ person: 'zhou' }] });
    expect(table.one('take-up').status).toBe('met');
  });

  it('starts fifteen minutes after opening where nobody did, whenever that is noticed: nobody gains time by not pressing', () => {
    for (const noticed of ['tue 08:16', 'tue 11:40']) {
      const table = passes(morning(), noticed);
      expect(table.matter.stage).toBe('taken-up');
      expect(table.one('forward')).toMatchObject({ startedAt: at('tue 08:15'), bearers: [{ position: 'cs-staff' }] });
      expect(table.one('forward').dueAt ?? table.one('forward').breachedAt).toBe(at('tue 08:15') + FORWARD);
    }
  });

  it('leaves the taking-over itself as late, never as done in time', () => {
    const table = passes(morning(), 'tue 08:16');
    expect(table.one('take-up')).toMatchObject({ status: 'met-late', breachedAt: at('tue 08:15'), recordedLate: false });
    expect(table.last.events.map((each) => each.type)).toEqual(['breached', 'acted']);
  });

  it('does not start before the fifteenth minute is over', () => {
    expect(passes(morning(), 'tue 08:15').matter.stage).toBe('logged');
  });

  it('can be pressed on at any hour later without another start', () => {
    const table = passes(morning(), 'tue 09:00');
    expect(() => table.act('take-up', 'zhou')).toThrow();
    table.act('forward', 'he', { to: 'engineering' });
    expect(table.one('forward').status).toBe('met-late');
  });
});
