import { instantOf } from '#ui/rules/index.ts';
import type { EventJson, MatterJson, ObligationJson } from '../../contract.ts';
import { titledLine } from './timeline.ts';

/** An obligation as it stood at an instant. Times are milliseconds since 1970. */
export interface OwedThen { readonly title: string; readonly bearer: string; readonly dueAt: number | null; readonly state: ObligationJson['state'] }
export interface KnewThen { readonly name: string; readonly since: string }

/** A matter as it was known after some of its events: nothing of what came later is in it. */
export interface Then {
  readonly event: EventJson;
  readonly stage: string;
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly owed: readonly OwedThen[];
  readonly knew: readonly KnewThen[];
}

/** Somebody told by a notice, where the notices of a matter can be read. */
export interface Heard { readonly name: string; readonly at: string }

interface Change { readonly key: string; readonly became?: ObligationJson['state']; readonly due?: number | null; readonly bearers?: readonly unknown[] }

/**
 * Replays the first `count` events of a matter: its stage, the facts, who owed what and who knew of it then.
 * @param events - oldest first, none left out
 * @param matter - the matter today: it lends the titles, and nothing else
 * @param heard - who was told and when; what lies after the last replayed event is left out
 * @returns null when there is no event to replay
 */
export function stateAfter(events: readonly EventJson[], count: number, matter: MatterJson, names: (bearer: unknown) => string | null, heard: readonly Heard[] = []): Then | null {
  const past = events.slice(0, count);
  const event = past.at(-1);
  if (!event) return null;
  return { event, stage: stageAfter(events, past, matter), facts: factsAfter(past, matter), owed: owedAfter(events, past, matter, names), knew: knewAfter(past, event, heard) };
}

function stageAfter(events: readonly EventJson[], past: readonly EventJson[], matter: MatterJson): string {
  const moved = past.findLast((event) => 'stage' in event.body);
  const first = events.find((event) => 'stage' in event.body);
  const id = moved ? record(moved.body['stage'])['to'] : first ? record(first.body['stage'])['from'] : matter.stage;
  return matter.stages.find((stage) => stage.id === id)?.title ?? String(id ?? '');
}

/** Facts are told by the events themselves, line by line; titles of facts are known from the matter. */
function factsAfter(past: readonly EventJson[], matter: MatterJson): Then['facts'] {
  const titles = new Set(matter.factTitles.map((fact) => fact.title));
  const known = new Map<string, string>();
  for (const line of past.flatMap((event) => event.lines)) {
    const told = titledLine(line);
    if (told && titles.has(told.title)) known.set(told.title, told.value);
  }
  return [...known].map(([title, value]) => ({ title, value }));
}

/** The place of an obligation in its matter is the order in which the events first name it. */
function owedAfter(events: readonly EventJson[], past: readonly EventJson[], matter: MatterJson, names: (bearer: unknown) => string | null): readonly OwedThen[] {
  const places = new Map<string, number>();
  for (const change of events.flatMap(changesOf)) if (!places.has(change.key)) places.set(change.key, places.size);
  const state = new Map<string, Change>();
  for (const event of past) {
    for (const change of changesOf(event)) state.set(change.key, { ...state.get(change.key), ...change });
    const late = event.type === 'breached' ? event.body['obligation'] : undefined;
    if (typeof late === 'string') state.set(late, { ...(state.get(late) ?? { key: late }), became: 'breached' });
  }
  return [...state.values()].filter(({ became = 'open' }) => became === 'open' || became === 'paused' || became === 'breached')
    .map(({ key, became = 'open', due = null, bearers = [] }) => ({
      title: matter.obligations[places.get(key) ?? -1]?.title ?? key.split('/')[0] ?? key, state: became, dueAt: due,
      bearer: bearers.flatMap((bearer) => names(bearer) ?? []).join('、'),
    }))
    .toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
}

function changesOf(event: EventJson): readonly Change[] {
  const found = event.body['obligations'];
  return Array.isArray(found) ? found.filter((each): each is Change => typeof record(each)['key'] === 'string') : [];
}

function knewAfter(past: readonly EventJson[], last: EventJson, heard: readonly Heard[]): readonly KnewThen[] {
  const until = instantOf(last.occurredAt) ?? 0;
  const known = new Map<string, string>();
  const learn = (name: string, at: string): void => {
    const before = known.get(name);
    if (before === undefined || (instantOf(at) ?? 0) < (instantOf(before) ?? 0)) known.set(name, at);
  };
  for (const event of past) if (event.actor.person !== null) learn(event.actor.name, event.occurredAt);
  for (const { name, at } of heard) if ((instantOf(at) ?? Infinity) <= until) learn(name, at);
  return [...known].map(([name, since]) => ({ name, since })).toSorted((a, b) => (instantOf(a.since) ?? 0) - (instantOf(b.since) ?? 0));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}
