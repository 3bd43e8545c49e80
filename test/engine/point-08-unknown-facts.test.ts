import { describe, expect, it } from 'vitest';
import { explainObligation, explainUnknown, possibleActs } from '../../src/engine/index.ts';
import { on, openShop, type Table } from './table.ts';

const RULES = `duties:
  costly: { of: case, after: receive, when: amount > 500, who: first, do: inform, due: 1 hour, ours: x }
  graded: { of: case, after: receive, who: first, do: revisit, ours: x, rows: [ { when: amount > 500, due: 1 hour, ours: x }, { due: 2 hours, ours: x } ] }
guards:
  agreed-first: { of: case, act: close, only_if: agreed, ours: x }
  costly-close: { of: case, act: forward, when: amount > 500, only_if: "false", ours: x }
reactions:
  costly: { of: case, after: receive, when: amount > 500, then: [ { tell: owner } ], ours: x }`;
const begun = (facts: Record<string, number | boolean> = {}): Table => {
  const table = openShop({ rules: RULES });
  table.receive('case', 'ann', facts);
  return table;
};

describe('point 8: unknown facts', () => {
  it('does not apply a duty, a row, a reaction or a guard whose “when” is unknown', () => {
    const table = begun();
    expect(table.owed('costly')).toEqual([]);
    expect(table.one('graded').row).toBe(1);
    expect(table.last.notices.filter((notice) => notice.template === 'told')).toEqual([]);
    expect(table.try('forward', 'ann', { to: 'workshop' }).refused).toBeNull();
  });

  it('applies them as soon as the fact is known', () => {
    const table = begun({ amount: 600 });
    expect(table.one('costly').status).toBe('open');
    expect(table.one('graded').row).toBe(0);
    expect(table.last.notices.filter((notice) => notice.template === 'told')).toHaveLength(1);
    expect(table.try('forward', 'ann', { to: 'workshop' }).refused?.map((each) => each.rule)).toEqual(['costly-close']);
  });

  it('says in the explanation what is not known', () => {
    const table = begun();
    expect(explainUnknown(table.world, table.matter)).toEqual([{ duty: 'costly', clause: [], looked: [{ name: 'amount', value: undefined }] }]);
    expect(explainUnknown(table.world, begun({ amount: 1 }).matter)).toEqual([]);
    const explained = explainObligation(table.world, table.matter, 'graded/1/1');
    expect(explained?.looked).toContainEqual({ name: 'amount', value: undefined });
    expect(explained?.notes.map((note) => note.en)).toContain('Another row does not apply because this is not known: 金额');
  });

  it('refuses where an “only_if” is unknown, and names what is missing', () => {
    const table = begun();
    expect(table.try('close', 'ann').refused).toMatchObject([{ rule: 'agreed-first', needs: [{ is: 'fact', fact: 'agreed' }] }]);
    table.act('classify', 'ann', { agreed: false });
    expect(table.try('close', 'ann').refused).toHaveLength(1);
    table.act('classify', 'ann', { agreed: true });
    expect(table.try('close', 'ann').refused).toBeNull();
  });

  it('takes a tick that nobody set for “no”, and a yes-no answer that nobody gave for unknown', () => {
    const table = openShop({
      facts: 'ticked: { title: 勾, type: tick, ours: x }',
      acts: 'one: { may: [clerk], ours: x }\n      two: { may: [clerk], ours: x }',
      rules: 'guards:\n  a: { of: case, act: one, only_if: not ticked, ours: x }\n  b: { of: case, act: two, only_if: not agreed, ours: x }',
    });
    table.receive('case', 'ann', {});
    expect(table.try('one', 'ann').refused).toBeNull();
    expect(table.try('two', 'ann').refused).toHaveLength(1);
  });

  it('holds what is assumed until it is known', () => {
    const table = openShop({ facts: 'km: { title: 公里, type: number, assume: 0, ours: x }', acts: 'measure: { may: [clerk], asks: [km], ours: x }', rules: `duties:
  come: { of: case, after: receive, who: first, do: inform, ours: x, rows: [ { when: km <= 100, due: 24 hours, ours: x }, { due: 48 hours, ours: x } ] }` });
    table.receive('case', 'ann', {});
    expect(table.one('come').row).toBe(0);
    table.act('measure', 'ann', { km: 120 });
    expect(table.one('come').row).toBe(1);
  });

  it('does not hold against an act, while merely listing, what its form still asks', () => {
    const table = openShop({
      acts: `settle: { may: [clerk], asks: [agreed, amount], outcomes: [paid, free], ours: x }
      hand: { is: forward, may: [clerk], ours: x }
      limit: { may: [clerk], asks: [grade], ours: x }`,
      rules: `guards:
  small: { of: case, act: settle, only_if: agreed and amount <= 500, ours: x }
  to-workshop: { of: case, act: hand, only_if: it.to is workshop, ours: x }
  told: { of: case, act: limit, only_if: "done(inform) and known(grade)", ours: x }
  free: { of: case, act: settle, when: it.outcome is free, only_if: "false", ours: x }`,
    });
    table.receive('case', 'ann', {});
    const against = (act: string): unknown => possibleActs(table.world, table.matter, table.actor('ann')).find((each) => each.act.id === act)?.refusals.map((each) => each.rule);
    expect([against('settle'), against('hand'), against('limit')]).toEqual([[], [], ['told']]);
    expect(table.try('settle', 'ann', { outcome: 'paid', agreed: true, amount: 501 }).refused?.map((each) => each.rule)).toEqual(['small']);
    expect(table.try('settle', 'ann', { outcome: 'free', agreed: true, amount: 5 }).refused?.map((each) => each.rule)).toEqual(['free']);
    expect(table.try('hand', 'ann', { to: 'counter' }).refused?.map((each) => each.rule)).toEqual(['to-workshop']);
    table.act('inform', 'ann');
    expect(against('limit')).toEqual([]);
  });

  it('shows an act that an answer would bring under approval together with that approval', () => {
    const table = openShop({
      facts: 'hopeless: { title: 无理, type: tick, ours: x }',
      acts: 'finish: { may: [clerk], asks: [hopeless], ours: x }',
      rules: `approvals:
  anyway: { of: case, over: [hopeless], ours: x, steps: [ { who: owner, gives: consent } ] }
guards:
  finish: { of: case, act: finish, ours: x, rows: [ { when: hopeless, approval: anyway, ours: x }, { only_if: done(revisit), ours: x } ] }`,
    }, on('mon 09:00'));
    table.receive('case', 'ann', {});
    const refusals = possibleActs(table.world, table.matter, table.actor('ann')).find((each) => each.act.id === 'finish')?.refusals;
    expect(refusals?.map((each) => each.kind)).toEqual(['approval', 'guard']);
    table.act('revisit', 'ann', { outcome: 'good' });
    expect(possibleActs(table.world, table.matter, table.actor('ann')).find((each) => each.act.id === 'finish')?.refusals).toEqual([]);
  });

  it('knows no fact, act or field by the names every record has by itself', () => {
    const table = begun();
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      expect(table.try('inform', 'ann', Object.fromEntries([[name, 'x']]))).toMatchObject({ refused: [], wrong: [{ path: name }] });
      expect(table.try('correct', 'ann', Object.fromEntries([[name, 'x'], ['reason', 'y']]))).toMatchObject({ refused: [], wrong: [{ path: name }] });
      expect(table.try('forward', 'ann', { to: name })).toMatchObject({ refused: [], wrong: [{ path: 'to' }] });
    }
  });
});
