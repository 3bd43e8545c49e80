import { describe, expect, it } from 'vitest';
import { possibleActs, titleOfAct } from '../../src/engine/index.ts';
import { shipped, PEOPLE } from '../support/policy.ts';
import { at, on, openShop, Table } from './table.ts';
import { forwarded, kindsOf, listed } from './verbs-shop.ts';

describe('record as it happened 如实记录', () => {
  it('writes down what a rule forbids with the reasons it would have been refused for, and is not the act', () => {
    const table = forwarded();
    table.at(on('mon 10:00')).act('record-breach', 'agent', { done: 'concede', text: '已答应赔 3000 元', concession_amount: 3000, doneAt: on('mon 09:30') });
    const [event] = table.last.events;
    expect(event).toMatchObject({ type: 'recorded-against-rule', act: 'record-breach', occurredAt: at('mon 09:30'), words: { text: '已答应赔 3000 元' }, body: { done: 'concede', facts: { concession_amount: 3000 } } });
    expect(table.last.against?.map((each) => each.kind)).toEqual(expect.arrayContaining(['stage']));
    expect(event?.body['clause']).toEqual(expect.arrayContaining(['B-A4.3.3']));
    expect(table.matter.facts['concession_amount']).toBeUndefined();
    expect(table.matter.acts.some((each) => each.act === 'concede')).toBe(false);
    expect(table.matter.againstRule).toHaveLength(1);
  });

  it('tells everybody who oversees the unit', () => {
    const table = forwarded();
    table.act('record-breach', 'agent', { done: 'close', text: '口头说已结案' });
    expect(table.last.notices).toMatchObject([{ template: 'recorded-against-rule', to: expect.arrayContaining([{ position: 'cs-manager' }, { position: 'project-manager' }]) }]);
  });

  it('is never too late and never refused, also at the end of a matter', () => {
    const table = openShop({});
    table.receive('case', 'ann', {});
    table.act('close', 'ann');
    expect(listed(table, 'ann')).toContain('record-breach');
    table.now += 3 * 86_400_000;
    expect(table.try('record-breach', 'ann', { done: 'inform', text: 'x' }, table.now - 2 * 86_400_000).refused).toBeNull();
  });
});

describe('correct 更正', () => {
  it('keeps what it replaced in the event: free text among the words that can be erased', () => {
    const table = new Table(shipped('property-management'), PEOPLE, on('mon 09:00'));
    table.receive('complaint', 'agent', { content: '电梯坏了', service_short: true, loss: true });
    table.act('correct', 'agent', { content: '门禁坏了', loss: false, reason: '听错' });
    expect(table.last.events[0]).toMatchObject({ words: { content: '门禁坏了', 'was.content': '电梯坏了' }, body: { was: { loss: true }, facts: { loss: false } } });
    expect(table.matter.facts['content']).toBe('门禁坏了');
  });
});

describe('an urgent report 紧急上报', () => {
  it('alarms those who oversee at once and owes a complete record within 30 minutes, met by classifying or completing', () => {
    const table = new Table(shipped('property-management'), PEOPLE, on('mon 09:00'));
    table.received('complaint', 'agent', {}, null);
    expect(table.owed('complaint.complete-record')).toEqual([]);
    const urgent = (): Table => { const other = new Table(shipped('property-management'), PEOPLE, on('mon 09:00')); other.urgent('complaint', 'agent'); return other; };
    const one = urgent();
    expect(one.one('complaint.complete-record')).toMatchObject({ dueAt: at('mon 09:30'), bearers: [{ person: 'agent' }], ours: expect.any(String) });
    expect(one.last.notices.map((each) => each.template)).toContain('urgent');
    one.act('classify', 'agent', { severity: 'major' });
    expect(one.one('complaint.complete-record').status).toBe('met');
    const other = urgent();
    other.act('complete-record', 'agent', { demand: '马上来人' });
    expect(other.one('complaint.complete-record').status).toBe('met');
  });
});

describe('the end of a matter', () => {
  it('leaves only writing down, putting right, and what the policy names for its last stage', () => {
    const table = openShop({});
    table.receive('case', 'ann', {});
    table.act('close', 'ann');
    const possible = listed(table, 'ann');
    expect(possible).toEqual(expect.arrayContaining(['note', 'correct', 'record-breach', 'recall']));
    expect(possible).not.toEqual(expect.arrayContaining(['chase']));
    expect(kindsOf(table.try('chase', 'ann'))).toEqual(['ended']);
  });
});

describe('an approval', () => {
  it('keeps what was given, so that its act can be done with one press', () => {
    const table = forwarded();
    const asked = { obligation: table.one('resolve').key, until: on('fri 12:00'), reason: '等备件' };
    table.ask('extend', 'engineer', asked);
    table.sign('manager');
    const extend = possibleActs(table.world, table.matter, table.actor('engineer')).find((each) => each.act.id === 'extend');
    expect(extend?.approved).toMatchObject({ status: 'approved', given: { fields: { obligation: asked.obligation, until: at('fri 12:00'), reason: '等备件' } } });
    expect(possibleActs(table.world, table.matter, table.actor('agent')).find((each) => each.act.id === 'extend')?.approved ?? null).toBeNull();
  });

  it('can be given back for a change: nothing is owed for it, and it can be asked for again', () => {
    const table = forwarded();
    const asked = { obligation: table.one('resolve').key, until: on('fri 12:00'), reason: 'x' };
    table.ask('extend', 'engineer', asked);
    table.sign('manager', 'return');
    expect(table.approval().status).toBe('returned');
    expect(table.owed('approve').map((each) => each.status)).toEqual(['met']);
    expect(table.ask('extend', 'engineer', asked, 'ap-2').refused).toBeNull();
  });

  it('is not taken for an act of the policy called “approve”', () => {
    const table = openShop({ acts: 'approve: { title: 放行, may: first, ours: x }' });
    table.receive('case', 'ann', {});
    expect(titleOfAct(table.policy.kinds['case'], 'approve')).toBe('放行');
    expect(titleOfAct(table.policy.kinds['case'], 'approve:decide')).toBe('审批');
  });
});

describe('a refusal', () => {
  it('says who can, what can be said meanwhile, and names no approval as if it were always needed', () => {
    const table = openShop({
      facts: 'sum: { title: 金额, type: money, ours: x }', acts: 'pay: { title: 付款, may: first, asks: [sum], ours: x }',
      rules: `guards:\n  big: { of: case, act: pay, ours: x, rows: [ { when: sum > 100 CNY, approval: pay, say: 要请示, ours: x }, { only_if: done(inform), say: 先告知客户, ours: x } ] }\napprovals:\n  pay: { of: case, over: [sum], steps: [ { who: owner, gives: consent } ], ours: x }`,
    });
    table.receive('case', 'ann', {});
    const found = possibleActs(table.world, table.matter, table.actor('ann')).find((each) => each.act.id === 'pay')?.refusals ?? [];
    expect(found.map(({ kind, conditional, say }) => [kind, conditional, say])).toEqual([['approval', true, '要请示'], ['guard', false, '先告知客户']]);
    expect(found[0]?.text.zh).toBe('如涉及“金额”：「付款」须先经批准：店主');
    expect(found[0]?.who).toEqual([{ position: 'owner' }]);
    expect(found.map((each) => each.text.zh).join('')).not.toMatch(/[,:;]/);
  });
});
