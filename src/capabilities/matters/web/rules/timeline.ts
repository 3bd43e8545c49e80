import type { EventJson } from '../../contract.ts';

/** What a line of the timeline is about: the customer, a decision, the system's own doing, or work. */
export type EventClass = 'customer' | 'decision' | 'system' | 'work';

const WITH_CUSTOMER: readonly string[] = ['receive', 'reply', 'inform', 'revisit', 'promise', 'chase'];
const DECISIONS: readonly string[] = ['accept', 'classify', 'judge', 'propose', 'promise', 'close', 'reopen', 'return', 'waive', 'extend', 'pause', 'resume', 'void', 'merge', 'unmerge', 'instruct', 'oversee', 'forward', 'record-fact'];
const OF_THE_SYSTEM: readonly string[] = ['reminded', 'breached', 'breach-annulled', 'rederived', 'repinned', 'approval-lapsed'];

/** Places an event. An act that says how somebody was reached is a contact with the customer, whatever it is called. */
export function classOf(event: Pick<EventJson, 'type' | 'is' | 'actor' | 'body'>): EventClass {
  if (event.actor.person === null || OF_THE_SYSTEM.includes(event.type)) return 'system';
  if (event.type.startsWith('approval-') || event.type === 'recorded-against-rule' || event.type === 'recalled') return 'decision';
  if (reachedHow(event) !== null || WITH_CUSTOMER.includes(event.is ?? '')) return 'customer';
  return DECISIONS.includes(event.is ?? '') ? 'decision' : 'work';
}

/** How the customer was reached: phone, visit, message, letter; null where the event does not say. */
export function reachedHow(event: Pick<EventJson, 'body'>): string | null {
  const how = fieldsOf(event)['how'];
  return typeof how === 'string' ? how : null;
}

/** Ids of the files an event brought. */
export function filesOf(event: Pick<EventJson, 'body'>): readonly string[] {
  const files = fieldsOf(event)['files'];
  return Array.isArray(files) ? files.filter((id): id is string => typeof id === 'string') : [];
}

/** One line of an event as it reads now; `was` is what stood there before somebody put it right. */
export interface ToldLine { readonly text: string; readonly was: string | null }
export interface Told { readonly event: EventJson; readonly class: EventClass; readonly lines: readonly ToldLine[]; readonly recalled: boolean }

const TITLED = /^([^：:\n]{1,40})(：|: )([\s\S]*)$/u;

/**
 * The timeline as it is read: oldest first as given. What was corrected later shows the corrected words, the old ones kept beside;
 * what was taken back is marked by the server, and so is every correction with what it replaced.
 */
export function told(events: readonly EventJson[]): readonly Told[] {
  const corrections = events.filter((event) => event.was.length > 0 && !event.recalled);
  return events.map((event) => ({
    event, class: classOf(event), recalled: event.recalled,
    lines: event.lines.map((line) => (event.was.length > 0 ? { text: line, was: null } : corrected(line, corrections.filter((one) => one.seq > event.seq)))),
  }));
}

function corrected(line: string, corrections: readonly EventJson[]): ToldLine {
  const said = titledLine(line);
  const newest = said && corrections.findLast((event) => event.was.some((was) => was.title === said.title))?.lines.find((each) => titledLine(each)?.title === said.title);
  return !newest || newest === line ? { text: line, was: null } : { text: newest, was: line };
}

/** A line “title：value” in its two parts; null when it is a plain sentence. */
export function titledLine(line: string): { readonly title: string; readonly value: string } | null {
  const [, title, , value] = TITLED.exec(line) ?? [];
  return title === undefined || value === undefined ? null : { title, value };
}

function fieldsOf(event: Pick<EventJson, 'body'>): Readonly<Record<string, unknown>> {
  const { fields } = event.body;
  return fields !== null && typeof fields === 'object' && !Array.isArray(fields) ? { ...fields } : {};
}
