import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/engine/index.ts';
import { at, on, openShop, people, SHOP_PEOPLE, shop, Table, changeOf } from './table.ts';

const RULES = `approvals:
  pay: { of: case, over: [amount, reason_kept], not: [applicant], ours: x, steps: [ { who: foreman of handler, gives: consent, due: 2 hours }, { who: { all: [owner, fixer] }, gives: decision, due: 及时 } ] }
guards:
  pay: { of: case, act: pay, when: amount > 100, approval: pay, ours: x }`;
const PARTS = {
  facts: 'reason_kept: { title: 理由, type: text, ours: x }',
  acts: 'pay: { may: [clerk], asks: [amount, reason_kept], ours: x }\n      other: { may: [clerk], asks: [grade], ours: x }',
  rules: RULES,
};
const begun = (who = SHOP_PEOPLE): Table => {
  const table = new Table(shop(PARTS), who, on('mon 09:00'));
  table.receive('case', 'ann', {});
  table.act('forward', 'ann', { to: 'workshop' });
  return table;
};
const asked = (given: Record<string, unknown> = { amount: 500 }): Table => {
  const table = begun();
  expect(table.ask('pay', 'ann', given).refused).toBeNull();
  return table;
};
const kinds = (decision: ReturnType<Table['try']>): unknown => decision.refused?.map((each) => each.kind);

describe('point 9: approval', () => {
  it('refuses the act until it is approved, naming the approval; below the limit it needs none', () => {
    const table = begun();
    expect(table.try('pay', 'ann', { amount: 500 }).refused).toMatchObject([{ kind: 'approval', needs: [{ is: 'approval', approval: 'pay' }] }]);
    expect(table.try('pay', 'ann', { amount: 100 }).refused).toBeNull();
  });

  it('belongs to the act and the hash of the facts it covers', () => {
    const table = asked({ amount: 500, reason_kept: '退款' });
    expect(table.approval()).toMatchObject({ act: 'pay', facts: { amount: 500, reason_kept: '退款' }, covers: fingerprint('{"amount":500,"reason_kept":"退款"}') });
    for (const who of ['wes', 'own', 'fay']) expect(table.sign(who).refused).toBeNull();
    expect(table.approval().status).toBe('approved');
    expect(kinds(table.try('pay', 'ann', { amount: 501, reason_kept: '退款' }))).toEqual(['approval']);
    expect(kinds(table.try('pay', 'ann', { amount: 500, reason_kept: '补偿' }))).toEqual(['approval']);
    expect(table.try('pay', 'ann', { amount: 500, reason_kept: '退款' }).refused).toBeNull();
  });

  it('says who decides next while it waits, and what differs from what was approved', () => {
    const table = asked({ amount: 500, reason_kept: '退款' });
    const reason = (amount: number) => table.try('pay', 'ann', { amount, reason_kept: '退款' }).refused?.[0];
    const first = reason(500);
    expect(first?.text.en).toContain('waits for');
    table.sign('wes');
    expect(reason(500)?.text).not.toEqual(first?.text);
    expect(reason(500)?.who).not.toEqual(first?.who);
    for (const who of ['own', 'fay']) table.sign(who);
    expect(reason(501)?.text.zh).toMatch(/^批准的不是这一份：“[^”]+”和批准时不同/);
  });

  it('is used up by the act it was given to', () => {
    const table = asked();
    for (const who of ['wes', 'own', 'fay']) table.sign(who);
    table.act('pay', 'ann', { amount: 500 });
    expect(table.approval().status).toBe('used');
    expect(kinds(table.try('pay', 'ann', { amount: 500 }))).toEqual(['approval']);
  });

  it('lapses when a covered fact changes, pending or given; other facts leave it alone', () => {
    const pending = asked();
    pending.act('other', 'ann', { grade: 'high' });
    expect(pending.approval().status).toBe('pending');
    pending.act('classify', 'ann', { amount: 400 });
    expect(pending.approval().status).toBe('lapsed');
    expect(pending.last.events.map((event) => event.type)).toEqual(['acted', 'approval-lapsed']);
    expect(pending.last.events[1]?.body).toMatchObject({ approval: 'ap-1', changed: ['amount'] });
    expect(pending.owed('approve').map((each) => each.status)).toEqual(['void']);
    expect(pending.sign('wes').refused).toHaveLength(1);
    const given = asked();
    for (const who of ['wes', 'own', 'fay']) given.sign(who);
    given.act('correct', 'ann', { reason_kept: '另有缘由', reason: '补充' });
    expect(given.approval().status).toBe('lapsed');
  });

  it('asks the steps in their order, parallel ones side by side, each an obligation with its own time', () => {
    const table = asked();
    const owed = (): unknown => table.owed('approve').map(({ slot, bearers, status, dueAt }) => [slot, bearers[0], status, dueAt]);
    expect(owed()).toEqual([['1', { position: 'foreman', unit: 'workshop' }, 'open', at('mon 11:00')]]);
    expect(table.sign('own').refused).toHaveLength(1);
    table.at(on('mon 10:00')).sign('wes');
    expect(owed()).toEqual([['1', { position: 'foreman', unit: 'workshop' }, 'met', at('mon 11:00')], ['2', { position: 'owner' }, 'open', at('tue 18:00')], ['3', { position: 'fixer' }, 'open', at('tue 18:00')]]);
    expect(changeOf(table.last.events[0], 'approve/3/1')).toMatchObject({ was: 'open', became: 'met' });
    table.sign('fay');
    expect(table.approval().status).toBe('pending');
    table.sign('own');
    expect(table.approval().status).toBe('approved');
  });

  it('ends with the first refusal; nothing more is owed, the applicant hears of it and may ask again', () => {
    const table = asked();
    table.sign('wes');
    table.sign('own', 'reject');
    expect(table.approval().status).toBe('rejected');
    expect(table.owed('approve').map((each) => each.status)).toEqual(['met', 'met', 'void']);
    expect(table.last.notices.map((notice) => [notice.template, notice.to])).toEqual([['approval-decided', [{ person: 'ann' }]]]);
    expect(table.ask('pay', 'ann', { amount: 500 }, 'ap-2').refused).toBeNull();
  });

  it('does not let the applicant approve', () => {
    const who = [...SHOP_PEOPLE.filter((each) => each.person !== 'ann'), ...people(['ann', 'workshop', 'clerk', 'foreman'])];
    const table = begun(who);
    table.ask('pay', 'ann', { amount: 500 });
    expect(table.sign('ann').refused?.[0]?.text.en).toBe('who applies may not approve');
    expect(table.sign('wes').refused).toBeNull();
  });

  it('does not let those decide whom the rule shuts out, a whole unit included', () => {
    const table = new Table(shop({ ...PARTS, rules: RULES.replace('not: [applicant]', 'not: [handler]') }), SHOP_PEOPLE, on('mon 09:00'));
    table.receive('case', 'ann', {});
    table.act('forward', 'ann', { to: 'workshop' });
    table.ask('pay', 'ann', { amount: 500 });
    expect(table.approval().steps[0]).toMatchObject({ bearers: [{ position: 'owner' }], insteadOf: { position: 'foreman', unit: 'workshop' } });
    expect(table.sign('wes').refused).toHaveLength(1);
  });

  it('moves a missing holder’s step up and says so', () => {
    const table = begun(SHOP_PEOPLE.filter((each) => each.person !== 'wes'));
    table.ask('pay', 'ann', { amount: 500 });
    expect(table.approval().steps[0]).toMatchObject({ bearers: [{ position: 'owner' }], insteadOf: { position: 'foreman', unit: 'workshop' } });
    expect(table.last.events[0]?.body['steps']).toMatchObject([{ bearers: [{ position: 'owner' }], insteadOf: { position: 'foreman', unit: 'workshop' } }, {}, {}]);
    expect(table.sign('own').refused).toBeNull();
  });

  it('moves a step up also when its only holder is the applicant', () => {
    const who = [...SHOP_PEOPLE.filter((each) => !['ann', 'wes'].includes(each.person)), ...people(['ann', 'workshop', 'clerk', 'foreman'])];
    const table = begun(who);
    table.ask('pay', 'ann', { amount: 500 });
    expect(table.approval().steps[0]).toMatchObject({ bearers: [{ position: 'owner' }], insteadOf: { position: 'foreman', unit: 'workshop' } });
  });

  it('moves up to whoever oversees where a position without a level, or a unit, has nobody', () => {
    const rules = RULES.replace('foreman of handler', 'adviser').replace('{ all: [owner, fixer] }', 'counter');
    const table = new Table(shop({ ...PARTS, rules }), SHOP_PEOPLE.filter((each) => each.unit !== 'counter' || each.person === 'ann'), on('mon 09:00'));
    table.receive('case', 'ann', {});
    table.ask('pay', 'ann', { amount: 500 });
    expect(table.approval().steps.map(({ bearers, insteadOf }) => [bearers, insteadOf])).toEqual([[[{ position: 'foreman' }], { position: 'adviser' }], [[{ position: 'foreman' }], { unit: 'counter' }]]);
  });

  it('lets a rule ask for the applicant’s own signature', () => {
    const table = new Table(shop({ ...PARTS, rules: RULES.replace('not: [applicant], ', '').replace('foreman of handler', 'applicant').replace('{ all: [owner, fixer] }', 'owner') }), SHOP_PEOPLE, on('mon 09:00'));
    table.receive('case', 'ann', {});
    table.ask('pay', 'ann', { amount: 500 });
    expect(table.sign('ben').refused).toHaveLength(1);
    expect(table.sign('ann').refused).toBeNull();
    expect(table.sign('ann').refused).toHaveLength(1);
    table.sign('own');
    expect(table.approval().status).toBe('approved');
  });

  it('is asked for once at a time and only where it is needed', () => {
    const table = asked();
    expect(table.ask('pay', 'ann', { amount: 500 }, 'ap-2')).toMatchObject({ refused: [], wrong: [{ path: 'act' }] });
    expect(table.ask('pay', 'ann', { amount: 50 }, 'ap-2')).toMatchObject({ refused: [], wrong: [{ path: 'act' }] });
  });

  it('breaches like any obligation when nobody decides in time', () => {
    const table = asked();
    expect(table.until(on('mon 11:01'))).toEqual(['approve/3/1 breach']);
    table.sign('wes');
    expect(table.owed('approve')[0]).toMatchObject({ status: 'met-late', breachedAt: at('mon 11:00') });
  });

  it('is no longer waited for when the matter has come to its end', () => {
    const table = asked();
    table.act('void', 'cal', { reason: '误登' });
    expect(table.approval().status).toBe('lapsed');
    expect(table.sign('wes').refused).toHaveLength(1);
  });

  it('counts neither asking nor deciding as an act: the version is that of people’s acts', () => {
    const table = asked();
    table.sign('wes');
    expect(table.matter.version).toBe(table.matter.acts.filter((act) => act.actor !== 'system').length);
  });
});

describe('point 9: waiving', () => {
  const owing = (): Table => {
    const table = openShop({ rules: 'duties:\n  tell: { of: case, after: receive, who: first, do: inform, due: 1 hour, ours: x }' });
    table.receive('case', 'ann', {});
    return table;
  };
  const WAIVE = { obligation: 'tell/1/1', reason: '客户失联' };

  it('is an act under approval, for those who oversee', () => {
    const table = owing();
    expect(kinds(table.try('waive', 'cal', WAIVE))).toEqual(['approval']);
    expect(kinds(table.try('waive', 'ann', WAIVE))).toEqual(['may', 'approval']);
    table.ask('waive', 'cal', WAIVE);
    expect(table.sign('cal').refused).toHaveLength(1);
    table.sign('wes');
    table.act('waive', 'cal', WAIVE);
    expect(table.one('tell')).toMatchObject({ status: 'waived', metAt: null, next: null });
  });

  it('covers the obligation it names and no other', () => {
    const table = openShop({ rules: 'duties:\n  tell: { of: case, after: receive, who: first, do: inform, due: 1 hour, ours: x }\n  look: { of: case, after: receive, who: first, do: revisit, due: 1 hour, ours: x }' });
    table.receive('case', 'ann', {});
    table.ask('waive', 'cal', WAIVE);
    table.sign('wes');
    expect(kinds(table.try('waive', 'cal', { ...WAIVE, obligation: 'look/1/1' }))).toEqual(['approval']);
  });

  it('is counted apart: what was waived is never met, not even when it is done after all', () => {
    const table = owing();
    table.ask('waive', 'cal', WAIVE);
    table.sign('wes');
    table.act('waive', 'cal', WAIVE);
    table.act('inform', 'ann');
    expect(table.one('tell')).toMatchObject({ status: 'waived', metAt: null, metBy: null });
  });

  it('keeps the breach of what was overdue, and cannot be had for what was met in time', () => {
    const table = owing();
    table.until(on('mon 10:30'));
    table.ask('waive', 'cal', WAIVE);
    table.sign('wes');
    table.act('waive', 'cal', WAIVE);
    expect(table.one('tell')).toMatchObject({ status: 'waived', breachedAt: at('mon 10:00') });
    const done = owing();
    done.act('inform', 'ann');
    expect(done.try('waive', 'cal', WAIVE)).toMatchObject({ refused: [], wrong: [{ path: 'obligation' }] });
  });
});
