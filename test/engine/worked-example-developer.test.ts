import { describe, expect, it } from 'vitest';
import { clausesOf } from '../support/policy.ts';
import { below } from './family.ts';
import { at, extract, on, people, Table } from './table.ts';

const HOUSE = people(['spec', 'after-sales', 'complaint-specialist'], ['mgr', 'after-sales', 'department-manager'], ['plan', 'planning', 'relations-specialist'], ['office', 'general-management-centre'], ['law', null, 'legal-counsel'], ['lead', null, 'leader-in-charge'], ['gm', null, 'general-manager'], ['chair', null, 'chairman'], ['rel', 'after-sales', 'relations-specialist'], ['sup', 'after-sales', 'relations-supervisor']);

describe('A, a housing developer: approvals up to the chairman and the planning tree', () => {
  const found = (facts: Record<string, string | boolean>, finding: Record<string, unknown> = {}): Table => {
    const table = new Table(extract('real-estate'), HOUSE, on('mon 09:00'));
    table.receive('complaint', 'spec', facts);
    table.act('forward', 'spec', { to: 'after-sales' });
    table.act('find', 'mgr', finding);
    return table;
  };

  it('carries nothing out in a judicial case before centre, counsel, general manager and chairman have agreed', () => {
    const table = found({ topic: 'other', judicial: true });
    expect(table.last.notices.map((notice) => notice.to)).toEqual([[{ position: 'leader-in-charge' }], [{ position: 'general-manager' }]]);
    const plan = { plan: '和解', remedy: ['compensate'], amount: 20_000 };
    table.act('propose', 'mgr', plan);
    expect(clausesOf(table.try('carry-out', 'mgr', { outcome: 'worked' }))).toEqual(['A-2.5.4-a', 'A-2.5.4-c', 'A-2.5.4-d']);
    table.ask('carry-out', 'mgr', { outcome: 'worked' });
    expect(table.approval().steps.map((step) => [step.group, step.bearers[0]])).toEqual([[0, { unit: 'general-management-centre' }], [1, { position: 'legal-counsel' }], [2, { position: 'general-manager' }], [2, { position: 'chairman' }]]);
    expect(table.sign('chair').refused).toHaveLength(1);
    for (const who of ['office', 'law', 'chair']) expect(table.sign(who).refused).toBeNull();
    expect(clausesOf(table.try('carry-out', 'mgr', { outcome: 'worked' }))).toContain('A-2.5.4-d');
    table.sign('gm');
    table.act('carry-out', 'mgr', { outcome: 'worked' });
    expect(table.matter.stage).toBe('carried-out');
  });

  it('asks again when the plan is changed after the approval', () => {
    const table = found({ topic: 'other', judicial: true });
    table.act('propose', 'mgr', { plan: '和解', remedy: ['compensate'], amount: 20_000 });
    table.ask('carry-out', 'mgr', { outcome: 'worked' });
    for (const who of ['office', 'law', 'chair', 'gm']) table.sign(who);
    table.act('correct', 'mgr', { amount: 30_000, reason: '笔误' });
    expect(table.approval().status).toBe('lapsed');
    expect(clausesOf(table.try('carry-out', 'mgr', { outcome: 'worked' }))).toContain('A-2.5.4-a');
  });

  it.each([
    ['a changed plan without real loss is explained', { planning_change: true, real_loss: false, change_papers: 'f1', script: '口径' }, ['explain'], 'A-2.7.3-a', ['compensate']],
    ['a changed plan with real loss may be compensated', { planning_change: true, real_loss: true, change_papers: 'f1', script: '口径' }, ['explain', 'compensate'], 'A-2.7.3-b', ['rectify']],
    ['what conforms and is unreasonable is rectified or negotiated', { planning_change: false, conforms: true, unreasonable: true }, ['negotiate'], 'A-2.7.2', ['compensate']],
    ['what conforms is explained with the code', { planning_change: false, conforms: true, unreasonable: false, code_cited: 'GB 50096' }, ['explain'], 'A-2.7.1-b', ['rectify']],
    ['what does not conform is rectified', { planning_change: false, conforms: false }, ['rectify'], 'A-2.7.1-c', ['negotiate']],
  ])('walks the planning tree: %s', (_, finding, lawful, clause, unlawful) => {
    const table = found({ topic: 'planning' }, finding);
    expect(clausesOf(table.try('propose', 'mgr', { plan: 'p', remedy: unlawful, paid_as: 'in-kind' }))).toContain(clause);
    expect(table.try('propose', 'mgr', { plan: 'p', remedy: lawful, paid_as: 'in-kind' }).refused).toBeNull();
  });

  it('allows to negotiate only after rectifying has failed', () => {
    const table = found({ topic: 'planning' }, { planning_change: false, conforms: false });
    table.act('propose', 'mgr', { plan: 'p', remedy: ['rectify'] });
    table.act('carry-out', 'mgr', { outcome: 'failed' });
    expect(table.matter.stage).toBe('found');
    expect(table.try('propose', 'mgr', { plan: 'p', remedy: ['negotiate'] }).refused).toBeNull();
  });

  it('pays no cash, promises nothing and refunds no house without the consent of those above', () => {
    const table = found({ topic: 'planning' }, { planning_change: true, real_loss: true, change_papers: 'f1', script: '口径' });
    expect(clausesOf(table.try('propose', 'mgr', { plan: 'p', remedy: ['compensate'], paid_as: 'cash', amount: 10 }))).toEqual(['A-2.7.3-b']);
    expect(clausesOf(table.try('promise', 'spec', { promise_kind: 'other', promise_text: '换门' }))).toEqual(['A-2.5.2-e']);
    expect(table.try('promise', 'spec', { promise_kind: 'reply-time' }).refused).toBeNull();
    const promise = { promise_kind: 'other', promise_text: '换门', promise_by: on('fri 12:00') };
    table.ask('promise', 'spec', promise);
    table.sign('mgr');
    table.act('promise', 'spec', promise);
    expect(table.one('keep-promise')).toMatchObject({ dueAt: at('fri 12:00'), bearers: [{ person: 'spec' }] });
  });

  it('files a presale contract into the ledger, opens the certificate and, with a loan, the mortgage', () => {
    const table = new Table(extract('real-estate'), HOUSE, on('mon 09:00'));
    table.receive('presale-contract', 'rel', { pay_mode: 'loan', altered: true });
    expect(clausesOf(table.try('file', 'rel'))).toEqual(['A-1.3.1.2']);
    table.receive('presale-contract', 'rel', { pay_mode: 'loan' });
    table.act('file', 'rel');
    expect(table.matter.stage).toBe('in-ledger');
    expect(table.last.effects.map((effect) => (effect.do === 'open' ? effect.kind : effect.do))).toEqual(['certificate', 'mortgage']);
    below(table, 'mortgage');
    table.act('submit', 'rel');
    table.act('grant', 'rel');
    expect(table.one('chase-bank').dueAt).toBe(at('tue 17:30'));
    table.at(on('tue 09:00')).act('chase', 'rel');
    expect(table.owed('chase-bank').map((each) => each.dueAt)).toEqual([at('tue 17:30'), Date.parse('2026-03-10T17:30:00+08:00')]);
  });

  it('publishes the list 30 days before the keys are handed over, and hands them over against complete papers only', () => {
    const table = new Table(extract('real-estate'), HOUSE, on('mon 09:00'));
    table.receive('handover', 'sup', { date: '2026-06-15' });
    expect(table.one('publish-list').dueAt).toBe(Date.parse('2026-05-17T00:00:00+08:00'));
    table.act('publish-list', 'sup');
    expect(clausesOf(table.try('deliver-keys', 'rel', { papers: { 'id-card': true, contract: true } }))).toEqual(['A-1.3.3.1']);
    expect(table.try('deliver-keys', 'rel', { papers: { 'id-card': true, contract: true, receipts: true } }).refused).toBeNull();
  });
});
