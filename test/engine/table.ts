import { expect } from 'vitest';
import { decideApproval, decideReceive, readGiven, requestApproval, type Actor, type Decision, type Directory, type FactValue, type MatterState, type NewEvent, type ObligationState, type World } from '../../src/engine/index.ts';
import { Bench } from '../support/policy.ts';
import { workedExample } from './small-policy.ts';

/** One working extract of the worked example, by its policy's name. */
export function extract(policy: string): string {
  const found = workedExample.split(/^---$/m).find((text) => text.includes(`\npolicy: ${policy}\n`));
  if (!found) throw new Error(`the worked example has no ${policy}`);
  return found;
}

/** An instant of the first week of March 2026 in Shanghai: `mon 09:00`; Monday is the 2nd. */
export function on(moment: string): string {
  const [day = '', time = ''] = moment.split(' ');
  const date = 2 + ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day);
  return `2026-03-0${date}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}

/** The same as milliseconds. */
export function at(moment: string): number {
  return Date.parse(/^\d/.test(moment) ? moment : on(moment));
}

/** A bench that also asks for approvals, opens matters below and knows qualifications. */
export class Table extends Bench {
  holds: Readonly<Record<string, readonly string[]>> | undefined;

  override get world(): World {
    return { ...super.world, ...(this.holds ? { holds: this.holds } : {}) };
  }

  /** A matter that the system opens: by the calendar, or below this one. */
  opened(kind: string, parent: MatterState | null = null, about: string | null = null): MatterState {
    return this.take(decideReceive(this.world, { id: `${kind}-1`, kind, number: `${kind}-1`, unit: null, about, parent, act: 'open', actor: { is: 'system' }, facts: {}, fields: {}, occurredAt: this.now }));
  }

  received(kind: string, by: string, facts: Record<string, FactValue>, parent: MatterState | null): MatterState {
    return this.take(decideReceive(this.world, { id: `${kind}-1`, kind, number: `${kind}-1`, unit: null, about: null, parent, act: 'receive', actor: this.actor(by), facts, fields: {}, occurredAt: this.now }));
  }

  /** An urgent report: one sentence, nothing else known. */
  urgent(kind: string, by: string): MatterState {
    return this.take(decideReceive(this.world, { id: `${kind}-1`, kind, number: `${kind}-1`, unit: null, about: null, parent: null, act: 'receive', actor: this.actor(by), facts: {}, fields: { urgent: true }, occurredAt: this.now }));
  }

  /** Asks for the approval of an act; a lawful request is kept. */
  ask(act: string, by: string, given: Record<string, unknown> = {}, id = 'ap-1'): Decision {
    const kind = this.policy.kinds[this.matter.kind];
    const rule = kind?.acts[act];
    if (!kind || !rule) throw new Error(`no act ${act}`);
    const read = readGiven(given, { policy: this.policy, directory: this.directory, kind, act: rule, matter: this.matter });
    if (read.wrong.length) return { refused: [], wrong: read.wrong };
    return this.keepLawful(requestApproval(this.world, this.matter, { act, actor: this.actor(by), facts: read.facts, fields: read.fields, occurredAt: this.now }, id));
  }

  /** Decides a step of an approval; a lawful decision is kept. */
  sign(by: string, decision: 'approve' | 'reject' | 'return' = 'approve', id = 'ap-1'): Decision {
    return this.keepLawful(decideApproval(this.world, this.matter, { id, actor: this.actor(by), decision, opinion: null, at: this.now }));
  }

  approval(id = 'ap-1'): MatterState['approvals'][number] {
    const found = this.matter.approvals.find((each) => each.id === id);
    if (!found) throw new Error(`no approval ${id}`);
    return found;
  }

  /** The one obligation of a duty. */
  one(duty: string): ObligationState {
    const owed = this.owed(duty);
    expect(owed.map((each) => each.key)).toHaveLength(1);
    const [only] = owed;
    if (!only) throw new Error(`nobody owes ${duty}`);
    return only;
  }

  /** Keeps a decision that must be lawful. */
  take(decision: Decision): MatterState {
    if (decision.refused) throw new Error(JSON.stringify(decision));
    this.keepLawful(decision);
    return this.matter;
  }

  private keepLawful(decision: Decision): Decision {
    if (!decision.refused) {
      this.last = decision;
      this.matter = decision.matter;
    }
    return decision;
  }
}

/** What an event says of one obligation. */
export function changeOf(event: NewEvent | undefined, key: string): unknown {
  const changes = event?.body['obligations'];
  return Array.isArray(changes) ? changes.find((each: { key: string }) => each.key === key) : undefined;
}

/** People of a small company: who, in which unit, holding what. */
export function people(...rows: readonly (readonly [person: string, unit: string | null, ...positions: readonly string[]])[]): Directory['people'] {
  return rows.map(([person, unit, ...positions]) => ({ person, unit, positions: positions.map((position) => ({ position, unit })) }));
}

export const SYSTEM: Actor = { is: 'system' };

/** A small shop with one kind of matter; every test adds the rules it is about. */
export function shop(parts: { readonly facts?: string; readonly acts?: string; readonly rules?: string; readonly kinds?: string; readonly stages?: string; readonly roles?: string }): string {
  return `
aftercare: 1
policy: shop
title: 小店
zone: Asia/Shanghai
words: { 及时: { due: 1 working day, ours: no number } }
calendars:
  working: { weekly: { mon-fri: ["09:00-12:00", "13:00-18:00"] }, holidays: CN, ours: shop hours }
  night: { weekly: { mon-sun: ["22:00-06:00"] }, ours: night shift }
units:
  counter: { title: 柜台, ours: a unit }
  workshop: { title: 工坊, ours: a unit }
positions:
  clerk: { title: 店员, level: 10, ours: a position }
  fixer: { title: 师傅, level: 10, ours: a position }
  foreman: { title: 组长, in_every_unit: true, level: 30, ours: a position }
  owner: { title: 店主, level: 50, ours: a position }
  adviser: { title: 顾问, ours: a position without a level }
kinds:
  case:
    title: 事项
    roles:
      first: { title: 首问, set_by: receive, is: it.actor, ours: a role }
      handler: { title: 经办, set_by: forward, is: it.to, ours: a role }
      ${parts.roles ?? ''}
    facts:
      grade: { title: 级别, values: { high: { title: 高 }, mid: { title: 中 }, low: { title: 低 } }, ours: a fact }
      amount: { title: 金额, type: number, ours: a fact }
      by: { title: 期限, type: instant, ours: a fact }
      agreed: { title: 同意, type: yes-no, ours: a fact }
      ${parts.facts ?? ''}
    stages: ${parts.stages ?? '[begun, worked, ended]'}
    acts:
      receive: { to: begun, may: [clerk, fixer], asks: [grade, amount, by, agreed], ours: an act }
      classify: { may: [clerk], asks: [grade, amount, by, agreed], ours: an act }
      forward: { from: [begun, worked], to: worked, may: [first], ours: an act }
      inform: { may: [clerk, fixer, foreman], ours: an act }
      revisit: { outcomes: [good, bad, nobody], may: [foreman, owner, clerk], ours: an act }
      close: { from: [begun, worked], to: ended, may: [clerk], ours: an act }
      ${parts.acts ?? ''}
${parts.kinds ?? ''}
${parts.rules ?? ''}
`;
}

export const SHOP_PEOPLE = people(['ann', 'counter', 'clerk'], ['ben', 'counter', 'clerk'], ['fay', 'workshop', 'fixer'], ['fox', 'workshop', 'fixer'], ['wes', 'workshop', 'foreman'], ['cal', 'counter', 'foreman'], ['own', null, 'owner']);

export function openShop(parts: Parameters<typeof shop>[0], now = on('mon 09:00')): Table {
  return new Table(shop(parts), SHOP_PEOPLE, now);
}
