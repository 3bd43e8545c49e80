import { describe, expect, it } from 'vitest';
import { possibleActs } from '../../src/engine/index.ts';
import { clausesOf } from '../support/policy.ts';
import { below } from './family.ts';
import { at, extract, on, people, Table } from './table.ts';

describe('C2, any company: one complaint, three departments', () => {
  const WHO = people(['gm1', 'general-management'], ['mk', 'marketing'], ['en', 'engineering']);

  it('gives each department its own tasks, begun by the forward to it', () => {
    const table = new Table(extract('general-company'), WHO, on('mon 09:00'));
    // No position is named in this policy: its units are all there is.
    table.receive('complaint', 'gm1', { cause: 'quality', severity: 'serious' });
    expect(table.matter.acts.map((act) => [act.act, act.fields.to?.unit])).toEqual([['receive', undefined], ['forward', 'marketing'], ['forward', 'engineering']]);
    const owed = (unit: string): unknown => table.matter.obligations.filter((each) => each.bearers[0]?.unit === unit).map((each) => each.duty);
    expect(owed('general-management')).toEqual(['confirm-reason', 'investigate', 'contact-customer']);
    expect(owed('marketing')).toEqual(['co-confirm', 'supply-order-data', 'assist-customer']);
    expect(owed('engineering')).toEqual(['examine', 'trace-production']);
  });

  it('agrees on a serious case only with all three departments, and on a matter of quality only with its data', () => {
    const table = new Table(extract('general-company'), WHO, on('mon 09:00'));
    table.receive('complaint', 'gm1', { cause: 'quality', severity: 'serious' });
    table.act('examine', 'en', { finding: '裂纹' });
    table.act('draft-method', 'gm1', { plan: '换货' });
    expect(clausesOf(table.try('agree', 'gm1'))).toEqual(['C2-2.2.3-c', 'C2-2.3.2b', 'C2-2.3.3b']);
    table.act('supply-order-data', 'mk', { order_no: '1', part_no: '2', quantity: 3, shipped: '2026-02-01' });
    table.act('trace-production', 'en', { made_by: '一车间' });
    table.ask('agree', 'gm1');
    expect(table.approval().steps.map((step) => [step.group, step.bearers[0]?.unit])).toEqual([[0, 'general-management'], [0, 'marketing'], [0, 'engineering']]);
    expect(table.sign('gm1').refused).toHaveLength(1);
  });
});

describe('C3, an ISO shop: reports that follow from reports', () => {
  const WHO = people(['plan', 'marketing-planning', 'planning-staff'], ['qs', 'quality-safety'], ['dm', 'quality-safety', 'department-manager'], ['as', null, 'gm-assistant'], ['gm', null, 'general-manager']);

  it('leads from the year’s survey to the analysis, the opinion and the improvement', () => {
    const table = new Table(extract('instruments'), WHO, on('mon 09:00'));
    table.opened('satisfaction-year');
    expect(table.one('year').dueAt).toBe(Date.parse('2026-03-16T17:30:00+08:00'));
    table.act('submit', 'plan');
    below(table, 'analysis');
    expect(clausesOf(table.try('submit', 'qs'))).toEqual(['C3-4.6.3']);
    table.act('submit', 'qs', { rating: '良' });
    // The general manager owes his opinion now: he hears that, and not beside it that he is told.
    expect(table.last.notices.map((notice) => [notice.template, notice.to[0]])).toEqual([['told', { position: 'gm-assistant' }], ['told', { position: 'department-manager', person: 'dm' }], ['assigned', { position: 'general-manager' }]]);
    table.act('opine', 'gm', { opinion: '改进' });
    below(table, 'improvement');
    table.act('plan', 'qs', { measure: 'm', by: '2026-03-20' });
    expect(table.one('implement').dueAt).toBe(Date.parse('2026-03-21T00:00:00+08:00'));
    table.act('implement', 'qs');
    table.act('verify', 'qs', { outcome: 'ineffective' });
    expect(table.owed('plan').map((each) => each.status)).toEqual(['met', 'open']);
    expect(table.matter.stage).toBe('due');
  });

  it('opens one weekly report however many visits were made, by a hint the opener keeps', () => {
    const table = new Table(extract('instruments'), WHO, on('mon 09:00'));
    table.receive('visit', 'gm', {});
    table.act('make', 'gm', { said: '好' });
    expect(table.last.effects).toEqual([{ do: 'open', kind: 'visit-week', once: 'week', rule: 'week-report' }]);
    below(table, 'visit-week');
    expect(table.one('week-report').dueAt).toBe(Date.parse('2026-03-09T17:30:00+08:00'));
  });

  it('asks customers and at least one other kind', () => {
    const table = new Table(extract('instruments'), WHO, on('mon 09:00'));
    table.opened('market-survey');
    const report = { causes: 'a', gap: 'b', measures: 'c' };
    expect(clausesOf(table.try('submit', 'gm', { ...report, asked: ['customer'] }))).toEqual(['C3-4.5.3.4-c']);
    expect(clausesOf(table.try('submit', 'gm', { ...report, asked: ['rival', 'research'] }))).toEqual(['C3-4.5.3.4-c']);
    expect(table.try('submit', 'gm', { ...report, asked: ['customer', 'rival'] }).refused).toBeNull();
  });
});

describe('C5, a collection agency: report first, and what only some may see', () => {
  const WHO = people(['h', null, 'complaint-handler'], ['mail', null, 'mail-clerk'], ['lead', null, 'leader-in-charge'], ['gm', null, 'general-manager']);

  it('handles nothing that touches the bank’s name before both have been told', () => {
    const table = new Table(extract('bank-collection'), WHO, on('mon 09:00'));
    table.receive('complaint', 'h', { image: true });
    expect(table.one('report-image').dueAt).toBe(at('mon 09:10'));
    expect(clausesOf(table.try('handle', 'h'))).toEqual(['C5-13']);
    table.act('report', 'h', { to: 'leader-in-charge' });
    expect(clausesOf(table.try('handle', 'h'))).toEqual(['C5-13']);
    table.act('report', 'h', { to: 'general-manager' });
    expect(table.one('report-image').status).toBe('met');
    table.act('handle', 'h');
    expect(table.matter.stage).toBe('handling');
  });

  it('makes of a letter a complaint or a whistle-blowing that its sorter may not see', () => {
    const table = new Table(extract('bank-collection'), WHO, on('mon 09:00'));
    expect(table.policy.kinds['letter']?.see?.map((who) => (who.is === 'name' ? who.name : who.is))).toEqual(['mail-clerk', 'leader-in-charge', 'general-manager']);
    expect(table.policy.kinds['whistle-blowing']?.see?.map((who) => (who.is === 'name' ? who.name : who.is))).toEqual(['leader-in-charge', 'general-manager']);
    table.receive('letter', 'mail', {});
    table.act('sort', 'mail', { outcome: 'complaint' });
    expect(table.last.effects).toMatchObject([{ do: 'open', kind: 'complaint' }]);
    table.receive('letter', 'mail', {});
    table.act('sort', 'mail', { outcome: 'whistle-blowing' });
    below(table, 'whistle-blowing');
    expect(table.last.notices.map((notice) => notice.to)).toEqual([[{ position: 'leader-in-charge' }]]);
    expect(possibleActs(table.world, table.matter, table.actor('mail')).find((each) => each.act.id === 'decide')?.refusals.map((each) => each.kind)).toEqual(['stage', 'may']);
    table.act('report', 'lead', { to: 'leader-in-charge' });
    expect(table.one('to-the-gm').status).toBe('open');
    table.act('report', 'lead', { to: 'general-manager' });
    expect(table.one('to-the-gm').status).toBe('met');
    table.act('decide', 'gm');
    expect(table.matter.stage).toBe('decided');
  });
});

describe('D, a gas company: routes by topic, appraisal by weights', () => {
  const WHO = people(['desk', 'customer-service', 'receptionist'], ['e', 'engineering'], ['o', 'operations', 'deputy-director'], ['gm', null, 'general-manager']);

  it.each([['equipment', 'engineering', 'D-6.1.4.1'], ['no-gas', 'operations', 'D-6.1.4.2'], ['neglect', 'customer-service', 'D-6.1.4.3']])('sends %s to %s', (topic, unit, clause) => {
    const table = new Table(extract('gas'), WHO, on('mon 09:00'));
    table.receive('contact', 'desk', { topic });
    expect([table.matter.stage, table.matter.roles['handler']]).toEqual(['with-department', { unit }]);
    expect(table.last.events.at(-1)?.body['because']).toEqual([clause]);
  });

  it('leaves a contact of unknown topic where it is', () => {
    const table = new Table(extract('gas'), WHO, on('mon 09:00'));
    table.receive('contact', 'desk', {});
    expect([table.matter.stage, table.matter.roles]).toEqual(['registered', {}]);
  });

  it.each([[90, 90, 90, 0], [60, 70, 70, 1]])('weighs work, attitude and quality literally: %d, %d, %d open %d penalties', (work, attitude, quality, penalties) => {
    const table = new Table(extract('gas'), WHO, on('mon 09:00'));
    table.opened('appraisal', null, 'desk');
    expect(table.last.effects).toMatchObject([{ do: 'other', name: 'set' }]);
    table.act('correct', 'o', { work, reason: '统计' });
    table.act('score', 'o', { attitude, quality });
    expect(clausesOf(table.try('decide', 'o', { base: 1000 }))).toEqual(['D-7.3']);
    table.ask('decide', 'o', { base: 1000 });
    table.sign('gm');
    table.act('decide', 'o', { base: 1000 });
    expect(table.last.effects.filter((effect) => effect.do === 'open')).toHaveLength(penalties);
  });

  it('lets the one it is about read it, and nobody else', () => {
    const table = new Table(extract('gas'), WHO, on('mon 09:00'));
    table.opened('appraisal', null, 'desk');
    table.act('score', 'o', { attitude: 90, quality: 90 });
    expect(table.try('read', 'e', { agreed: true }).refused?.map((each) => each.kind)).toEqual(['may']);
    table.act('read', 'desk', { agreed: false });
    expect(table.matter.facts['agreed']).toBe(false);
  });
});
