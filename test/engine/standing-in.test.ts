import { describe, expect, it } from 'vitest';
import { decideAct, decideApproval, possibleActs, requestApproval, type Absence, type Decision, type World } from '../../src/engine/index.ts';
import { at, people, shop, Table } from './table.ts';

const PEOPLE = people(['ann', 'counter', 'clerk'], ['bob', 'counter', 'clerk'], ['fay', 'workshop', 'fixer'], ['moe', 'counter', 'foreman'], ['own', null, 'owner']);
const RULES = shop({ rules: `
duties:
  answer: { of: case, after: receive, who: first, do: inform, due: 1 hour, ours: a duty }
  go: { of: case, after: receive, who: first, do: forward, due: 2 hours, ours: a duty }
guards:
  costly: { of: case, act: revisit, approval: consent, ours: a guard }
approvals:
  consent: { title: 同意, of: case, over: [amount], not: [applicant], steps: [ { who: owner, gives: consent } ], ours: an approval }
` });

/** A case that Ann received; she is away from ten to twelve. */
function away(absence: Partial<Absence> = {}, by = 'fay', person = 'ann'): { table: Table; world: (now: string) => World } {
  const table = new Table(RULES, PEOPLE, '2026-03-02T09:00:00+08:00');
  table.receive('case', 'ann', { amount: 5 });
  const entry: Absence = { person, from: at('mon 10:00'), until: at('mon 12:00'), by, only: null, except: [], ...absence };
  return { table, world: (now) => ({ ...table.world, now: at(now), directory: { ...table.directory, absences: [entry] } }) };
}

const doing = ({ table, world }: ReturnType<typeof away>, act: string, by: string, now: string): Decision =>
  decideAct(world(now), table.matter, { act, actor: table.actor(by), facts: {}, fields: act === 'forward' ? { to: { unit: 'workshop' } } : {}, occurredAt: at(now) });
const kinds = (decision: Decision): readonly string[] => (decision.refused ?? []).map((each) => each.kind);

describe('whoever stands in for somebody absent', () => {
  it('may do what she alone may do, and the event names both', () => {
    const decision = doing(away(), 'forward', 'fay', 'mon 10:30');
    if (decision.refused) throw new Error(JSON.stringify(decision.refused));
    expect(decision.events[0]).toMatchObject({ actor: { person: 'fay' }, body: { for: 'ann' } });
    expect(decision.matter.acts.at(-1)).toMatchObject({ actor: { person: 'fay' }, for: 'ann' });
    expect(decision.matter.obligations.find((each) => each.duty === 'go')).toMatchObject({ status: 'met', bearers: [{ person: 'ann' }] });
  });

  it('may not before the leave begins, and from its end on no more', () => {
    expect([kinds(doing(away(), 'forward', 'fay', 'mon 09:59')), kinds(doing(away(), 'forward', 'fay', 'mon 11:59')), kinds(doing(away(), 'forward', 'fay', 'mon 12:00'))]).toEqual([['may'], [], ['may']]);
  });

  it('may only in the matters that are his', () => {
    const id = away().table.matter.id;
    expect(kinds(doing(away({ only: [id] }), 'forward', 'fay', 'mon 10:30'))).toEqual([]);
    expect(kinds(doing(away({ only: ['another'] }), 'forward', 'fay', 'mon 10:30'))).toEqual(['may']);
    expect(kinds(doing(away({ except: [id] }), 'forward', 'fay', 'mon 10:30'))).toEqual(['may']);
  });

  it('is not passed on: who stands in for him does not stand in for her', () => {
    const { table } = away();
    const chained: World = { ...table.world, now: at('mon 10:30'), directory: { ...table.directory, absences: [
      { person: 'ann', from: 0, until: null, by: 'bob', only: null, except: [] }, { person: 'bob', from: 0, until: null, by: 'fay', only: null, except: [] },
    ] } };
    expect(kinds(decideAct(chained, table.matter, { act: 'forward', actor: table.actor('fay'), facts: {}, fields: { to: { unit: 'workshop' } }, occurredAt: at('mon 10:30') }))).toEqual(['may']);
  });

  it('sees the act as his own next one', () => {
    const { table, world } = away();
    const mine = (by: string): readonly string[] => possibleActs(world('mon 10:30'), table.matter, table.actor(by)).filter((each) => each.mine).map((each) => each.act.id);
    expect(mine('fay')).toEqual(expect.arrayContaining(['inform', 'forward']));
    expect(mine('bob')).toEqual([]);
  });

  it('acts for her also where he might act for himself, when it is she who owes it', () => {
    const decision = doing(away(), 'inform', 'fay', 'mon 10:30');
    expect(decision.refused ? null : decision.events[0]?.body['for']).toBe('ann');
  });
});

describe('an approval', () => {
  const asked = (applicant: string, absence: Partial<Absence>, by: string): { table: Table; world: World } => {
    const { table, world } = away(absence, by, 'own');
    const present = world('mon 10:30');
    const request = requestApproval(present, table.matter, { act: 'revisit', actor: table.actor(applicant), facts: {}, fields: { outcome: 'good' }, occurredAt: present.now }, 'ap');
    table.take(request);
    return { table, world: present };
  };
  const decides = ({ table, world }: { table: Table; world: World }, by: string): Decision => decideApproval(world, table.matter, { id: 'ap', actor: table.actor(by), decision: 'approve', opinion: null, at: world.now });

  it('is given by the substitute of whoever would give it, and the event names both', () => {
    const decision = decides(asked('ann', {}, 'moe'), 'moe');
    expect(decision.refused ? decision.refused : decision.events[0]).toMatchObject({ type: 'approval-decided', actor: { person: 'moe' }, body: { for: 'own', status: 'approved' } });
  });

  it('is never given by the applicant, not even in the place of another', () => {
    expect(kinds(decides(asked('ann', {}, 'ann'), 'ann'))).toEqual(['approval']);
  });

  it('for which the absent one applied himself is not given in his place', () => {
    expect(kinds(decides(asked('own', {}, 'moe'), 'moe'))).toEqual(['approval']);
  });
});
