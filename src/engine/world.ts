import { compileCalendar, type CompiledCalendar, type DayTable } from './calendar/index.ts';
import { withDailyActs, type World } from './decide/index.ts';
import type { Instant } from './instant.ts';
import type { Directory } from './matter.ts';
import type { FactValue, Policy } from './policy.ts';

/** What a world is made of beside the policy. */
export interface WorldParts {
  readonly now: Instant;
  /** First and last civil year, both included, that the calendars are compiled for; a question beyond them is a RangeError. */
  readonly years: { readonly from: number; readonly to: number };
  /** Public holidays and make-up days. */
  readonly table: DayTable;
  /** Who holds what; nobody when it is left out. */
  readonly directory?: Directory;
  /** Acts are taken as they happened: no guard, no right, no stage refuses. */
  readonly history?: boolean;
  /** Facts taken as known where nothing tells them. */
  readonly assume?: Readonly<Record<string, FactValue>>;
}

const NOBODY: Directory = { units: [], people: [] };

/**
 * The world a policy is run in: the policy with its acts of daily life, and each of its calendars compiled once.
 * @throws RangeError when the table's last day is no date.
 */
export function worldFor(policy: Policy, parts: WorldParts): World {
  return {
    policy: withDailyActs(policy), calendars: calendarsOf(policy, parts.table, parts.years), directory: parts.directory ?? NOBODY, now: parts.now,
    ...(parts.history === undefined ? {} : { history: parts.history }), ...(parts.assume === undefined ? {} : { assume: parts.assume }),
  };
}

/** Compiles every calendar of a policy for some years; a world outlives them by taking new ones. */
export function calendarsOf(policy: Policy, table: DayTable, years: WorldParts['years']): Readonly<Record<string, CompiledCalendar>> {
  return Object.fromEntries(Object.values(policy.calendars).map((rule) => [rule.name, compileCalendar(rule, policy.zone, table, years)]));
}
