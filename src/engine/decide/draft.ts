import type { ActRecord, Actor, ApprovalState, Bearer, MatterState, ObligationState } from '../matter.ts';
import type { Act, FactValue, Kind } from '../policy.ts';
import type { Instant } from '../instant.ts';
import type { EventType, NewEvent, Notice, SideEffect, World } from './types.ts';

/**
 * One decision while it is being made: the matter as it will be, and what is to be told of it.
 * It lives inside a single call; what comes out is plain, frozen-by-type data.
 */
export interface Draft {
  readonly world: World;
  readonly kind: Kind;
  matter: MatterState;
  /** What was owed before this decision. */
  readonly before: readonly ObligationState[];
  /** Sequence of the first event of this decision: what is older was known before. */
  readonly firstSeq: number;
  readonly events: DraftEvent[];
  readonly notices: Notice[];
  readonly effects: SideEffect[];
  /** Who did what made it happen, where that is not in its events: acts of a matter below. */
  readonly doers?: readonly string[];
}

interface DraftEvent extends Omit<NewEvent, 'body'> { readonly body: Record<string, unknown> }

export function draftOf(world: World, kind: Kind, matter: MatterState, doers: readonly string[] = []): Draft {
  return { doers, world, kind, matter, before: matter.obligations, firstSeq: matter.seq + 1, events: [], notices: [], effects: [] };
}

/** Appends an event and moves the matter's sequence on. */
export function say(draft: Draft, event: { type: EventType; act?: string; actor: Actor; occurredAt: Instant; body?: Record<string, unknown>; words?: Record<string, string> }): number {
  const seq = draft.matter.seq + 1;
  draft.matter = { ...draft.matter, seq };
  draft.events.push({ seq, type: event.type, act: event.act ?? null, actor: event.actor, occurredAt: event.occurredAt, body: event.body ?? {}, words: event.words ?? {} });
  return seq;
}

const CAUSES: readonly EventType[] = ['acted', 'recalled', 'recorded-against-rule', 'rederived', 'repinned', 'approval-requested', 'approval-decided'];

/** Adds to what the event says that caused it: the last act, decision or change from outside, not the breaches and lapses that followed. */
export function addToEvent(draft: Draft, key: string, value: readonly unknown[]): void {
  const cause = draft.events.findLast((event) => CAUSES.includes(event.type)) ?? draft.events.at(-1);
  if (!cause) return;
  const known = cause.body[key];
  cause.body[key] = Array.isArray(known) ? [...known, ...value] : value;
}

/** Puts one thing into an event of this decision, in place of what it said of it. */
export function putIntoEvent(draft: Draft, seq: number, key: string, value: unknown): void {
  const event = draft.events.find((each) => each.seq === seq);
  if (event) event.body[key] = value;
}

/** Records an act: facts, roles, stage, version, and the event that says so. Consequences come afterwards. */
export function record(draft: Draft, act: Act, done: Omit<ActRecord, 'seq' | 'act'>, actor: Actor, extra: Record<string, unknown> = {}): ActRecord {
  const before = draft.matter;
  const { words, body } = split(draft.kind, done);
  const stage = stageAfter(act, done.fields.outcome, before.stage);
  const seq = say(draft, {
    type: act.is === 'recall' && act.daily ? 'recalled' : 'acted', act: act.id, actor, occurredAt: done.at, words,
    body: { ...body, ...(stage === before.stage ? {} : { stage: { from: before.stage, to: stage } }), ...(act.source.clause.length ? { clause: act.source.clause } : {}), ...extra },
  });
  const entry: ActRecord = { seq, act: act.id, ...done };
  draft.matter = {
    ...draft.matter, stage,
    facts: { ...before.facts, ...done.facts },
    roles: { ...before.roles, ...boundBy(draft.kind, act.id, entry) },
    acts: [...before.acts, withoutWords(draft.kind, entry)],
    version: before.version + (actor.is === 'person' ? 1 : 0),
  };
  return entry;
}

/** The stage an act leads to from another. */
export function stageAfter(act: Act, outcome: string | undefined, stage: string): string {
  if (act.to === null) return stage;
  if (typeof act.to === 'string') return act.to;
  return (outcome !== undefined ? act.to[outcome] : undefined) ?? stage;
}

function boundBy(kind: Kind, act: string, entry: ActRecord): Record<string, Bearer> {
  const bound: Record<string, Bearer> = {};
  for (const role of Object.values(kind.roles)) {
    if (role.setBy !== act) continue;
    const value = role.from === 'to' ? entry.fields.to : entry.actor;
    if (value && value !== 'system') bound[role.id] = value;
  }
  return bound;
}

/** Free text is committed to by hash and can be erased; everything else stands in the event itself. */
export function split(kind: Kind, done: Omit<ActRecord, 'seq' | 'act'>): { words: Record<string, string>; body: Record<string, unknown> } {
  const words: Record<string, string> = {};
  const facts: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(done.facts)) {
    if (kind.facts[name]?.type.is === 'text' && typeof value === 'string') words[name] = value;
    else facts[name] = value;
  }
  const { text, reason, ...fields } = done.fields;
  if (text) words['text'] = text;
  if (reason) words['reason'] = reason;
  return { words, body: { ...(Object.keys(fields).length ? { fields } : {}), ...(Object.keys(facts).length ? { facts } : {}) } };
}

/** The list of acts a matter carries keeps no long words: conditions never read them, and each act rewrites the list. */
function withoutWords(kind: Kind, entry: ActRecord): ActRecord {
  const facts = Object.fromEntries(Object.entries(entry.facts).map(([name, value]) => [name, kind.facts[name]?.type.is === 'text' ? true : value]));
  const { text: _text, reason: _reason, ...fields } = entry.fields;
  return { ...entry, fields, facts };
}

export function replaceObligation(draft: Draft, index: number, next: ObligationState): void {
  draft.matter = { ...draft.matter, obligations: draft.matter.obligations.map((each, i) => (i === index ? next : each)) };
}

export function replaceApproval(draft: Draft, next: ApprovalState): void {
  draft.matter = { ...draft.matter, approvals: draft.matter.approvals.map((each) => (each.id === next.id ? next : each)) };
}
