import { describe, expect, it } from 'vitest';
import { decideChildActed, withChild, type MatterState } from '../../src/engine/index.ts';
import { at, on, openShop, type Table } from './table.ts';

const PARTS = {
  kinds: `  errand:
    title: 差事
    parent: case
    stages: [set, back]
    acts:
      receive: { to: set, may: [clerk], ours: x }
      return: { from: [set], to: back, may: [clerk], ours: x }`,
  rules: `duties:
  answer: { of: case, after: errand.return, who: first, do: inform, due: 2 hours, ours: x }
  go: { of: case, after: receive, who: first, do: errand.return, due: 1 day, every: 1 day, until: close, ours: x }
  report: { of: errand, after: case.receive, who: first, do: return, due: 1 hour, ours: x }`,
};

/** A case with errands below it. Each is told to the case as it returns. */
class Errands {
  readonly table: Table = openShop(PARTS);
  above: MatterState;

  constructor() {
    this.above = this.table.receive('case', 'ann', {});
  }

  /** Sends an errand, lets it return at a time, and tells the case. */
  returned(id: string, when: string): Table {
    const { table } = this;
    const child = { ...table.received('errand', 'ann', {}, { ...this.above, children: [] }), id };
    table.matter = child;
    table.at(on(when)).act('return', 'ann');
    const entry = table.matter.acts[1];
    if (!entry) throw new Error('it did not return');
    table.take(decideChildActed(table.world, withChild(this.above, table.matter), [{ name: 'errand.return', entry }]));
    this.above = table.matter;
    return table;
  }
}

describe('a matter and those below it', () => {
  it('begins a round of its own for each act below, told apart although both have the same sequence', () => {
    const errands = new Errands();
    errands.returned('e1', 'mon 10:00');
    const table = errands.returned('e2', 'mon 11:00');
    expect(table.owed('answer').map(({ key, dueAt, status }) => [key, dueAt, status])).toEqual([['answer/100002/1', at('mon 12:00'), 'open'], ['answer/200002/1', at('mon 13:00'), 'open']]);
  });

  it('is met by acts of its own, although its round has a higher number than any of them', () => {
    const table = new Errands().returned('e1', 'mon 10:00');
    table.at(on('mon 10:30')).act('inform', 'ann');
    expect(table.one('answer')).toMatchObject({ status: 'met', metAt: at('mon 10:30') });
  });

  it('repeats by acts below without mistaking acts of its own for them', () => {
    const errands = new Errands();
    errands.table.act('note', 'ann');
    errands.above = errands.table.matter;
    const table = errands.returned('e1', 'mon 10:00');
    expect(table.owed('go').map(({ round, status, dueAt }) => [round, status, dueAt])).toEqual([[1, 'met', at('wed 00:00')], [100_002, 'open', at('wed 00:00')]]);
  });

  it('keeps what an act below began while that is out of sight', () => {
    const table = new Errands().returned('e1', 'mon 10:00');
    table.matter = { ...table.matter, children: [] };
    table.at(on('mon 10:10')).act('note', 'ann');
    expect(table.one('answer')).toMatchObject({ status: 'open', dueAt: at('mon 12:00'), generation: 1 });
    expect(table.until(on('mon 12:01'))).toEqual(['answer/100002/1 breach']);
  });

  it('does not mistake an act above for one of its own', () => {
    const errands = new Errands();
    errands.table.received('errand', 'ann', {}, errands.above);
    expect(errands.table.one('report')).toMatchObject({ key: 'report/-1/1', round: -1, dueAt: at('mon 10:00'), bearers: [{ person: 'ann' }] });
  });

  it('does nothing more once it was voided', () => {
    const errands = new Errands();
    errands.table.act('void', 'cal', { reason: '误登' });
    errands.above = errands.table.matter;
    const before = errands.above;
    const table = errands.returned('e1', 'mon 10:00');
    expect(table.matter.obligations).toEqual(before.obligations);
    expect(table.last.events).toEqual([]);
  });

  it('puts a matter below into its own place again, without what nobody above may look at', () => {
    const errands = new Errands();
    errands.returned('e1', 'mon 10:00');
    const table = errands.returned('e2', 'mon 11:00');
    const first = table.matter.children[0];
    if (!first) throw new Error('no child');
    const again = withChild(table.matter, { ...first, stage: 'set', obligations: table.matter.obligations });
    expect(again.children.map(({ id, stage, obligations }) => [id, stage, obligations])).toEqual([['e1', 'set', []], ['e2', 'back', []]]);
  });
});
