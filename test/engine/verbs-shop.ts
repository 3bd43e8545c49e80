import { possibleActs, type Decision } from '../../src/engine/index.ts';
import { shipped, PEOPLE } from '../support/policy.ts';
import { on, Table } from './table.ts';

/** A general complaint of the property manager, just received. */
export const complaint = (): Table => {
  const table = new Table(shipped('property-management'), PEOPLE, on('mon 09:00'));
  table.receive('complaint', 'agent', { service_short: true });
  return table;
};
/** The same, with engineering. */
export const forwarded = (): Table => {
  const table = complaint();
  table.at(on('mon 09:05')).act('forward', 'agent', { to: 'engineering' });
  return table;
};
/** Why an act was refused, by the kind of each reason. */
export const kindsOf = (decision: Decision): readonly string[] => decision.refused?.map((each) => each.kind) ?? [];
/** Acts that nothing stands against. */
export const listed = (table: Table, who: string): readonly string[] => possibleActs(table.world, table.matter, table.actor(who)).filter((each) => each.refusals.length === 0).map((each) => each.act.id);
