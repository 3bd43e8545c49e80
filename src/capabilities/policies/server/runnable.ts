import { cnDayTable, compileCalendar, readPolicy, withDailyActs, type CompiledCalendar, type DayTable, type Policy } from '#engine';
import { readDocument, type PolicyDocument } from '#engine/coverage/index.ts';

/** A policy version made ready to run: named, typed, its calendars compiled. Content-addressed, so never stale. */
export interface RunnablePolicy {
  readonly policy: Policy;
  /** The policy as its document has it, without the acts of daily life; for the policy page and its coverage. */
  readonly written: Policy;
  readonly document: PolicyDocument;
  readonly calendars: Readonly<Record<string, CompiledCalendar>>;
}

/** The two files of a policy. */
export interface PolicyText { readonly rules: string; readonly document: string }

/** Years a calendar is compiled for: what any case on the desk can reach back or forward to. */
const YEARS_BACK = 12;
const YEARS_ON = 12;

const compiled = new Map<string, RunnablePolicy>();

/**
 * Reads and compiles a policy version; once per version, corrections of the calendar and year of the policy's clock.
 * @throws Error when the text has errors: such a version can never have been published.
 */
export function runnable(text: PolicyText, version: string, corrections: DayTable['days'], year: number): RunnablePolicy {
  const key = `${version} ${year} ${JSON.stringify(corrections)}`;
  const known = compiled.get(key);
  if (known) return known;
  const { policy: written, problems } = readPolicy({ file: 'policy.yaml', text: text.rules, documentText: text.document });
  if (!written) throw new Error(`policy ${version} cannot be read: ${problems.map((problem) => problem.message.en).join('; ')}`);
  const policy = withDailyActs(written);
  const made = { policy, written, document: readDocument(text.document), calendars: calendarsOf(policy, corrections, year) };
  compiled.set(key, made);
  return made;
}

/** Compiles every calendar of a policy around a year, with the tenant's corrections laid over the table the product brings. */
export function calendarsOf(policy: Policy, corrections: DayTable['days'], year: number): Readonly<Record<string, CompiledCalendar>> {
  const table = cnDayTable();
  const corrected: DayTable = { ...table, days: { ...table.days, ...corrections } };
  const years = { from: year - YEARS_BACK, to: year + YEARS_ON };
  return Object.fromEntries(Object.values(policy.calendars).map((rule) => [rule.name, compileCalendar(rule, policy.zone, corrected, years)]));
}
