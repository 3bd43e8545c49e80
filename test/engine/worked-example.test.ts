import { describe, expect, it } from 'vitest';
import { decideChildActed, possibleActs, withChild, type MatterState } from '../../src/engine/index.ts';
import { clausesOf, PEOPLE } from '../support/policy.ts';
import { at, extract, on, people, Table } from './table.ts';

/** Opens a matter below this one as the server does for the effect `open`, and puts it on the table. @returns the matter above. */
function below(table: Table, kind: string): MatterState {
  const above = table.matter;
  expect(table.last.effects).toContainEqual(expect.objectContaining({ do: 'open', kind }));
  table.opened(kind, { ...above, children: [] }, above.about);
  return above;
}

/** Tells the matter above what has been done below since some event, and puts it on the table. */
function tellAbove(table: Table, above: MatterState, since = 0): Table {
  const child = table.matter;
  const acts = child.acts.filter((entry) => entry.seq > since).map((entry) => ({ name: `${child.kind}.${entry.act}`, entry }));
  table.take(decideChildActed(table.world, withChild(above, child), acts));
  return table;
}

describe('B, a property manager: the night desk and the major complaint', () => {
  const night = (facts: Record<string, boolean>): Table => {
    const table = new Table(extract('property-management'), PEOPLE, on('mon 22:00'));
    table.receive('complaint', 'night', facts);
    return table;
  };

  it('lets what is not major wait for the morning: to be taken up within 15 minutes of opening', () => {
    const table = night({ service_short: true });
    expect([table.matter.stage, table.one('take-up').dueAt]).toEqual(['logged', at('tue 08:15')]);
    expect(clausesOf(table.at(on('tue 08:05')).try('forward', 'night', { to: 'engineering' }))).toContain('B-4.4.2.1');
    table.at(on('tue 08:10')).act('take-up', 'specialist');
    expect(table.one('take-up').status).toBe('met');
    expect(table.one('forward').dueAt).toBe(at('tue 08:30'));
  });

  it('takes a major one up at any hour and wakes every department manager and the project manager', () => {
    const table = night({ our_management: true, injury: true });
    expect(table.matter.stage).toBe('taken-up');
    expect(table.one('forward')).toMatchObject({ dueAt: at('mon 22:10'), bearers: [{ person: 'night' }] });
    expect(table.last.notices.map((notice) => notice.to[0]?.person ?? notice.to[0]?.position)).toEqual(['manager', 'cs-manager', 'project-manager']);
  });

  it('takes it up at night when it turns out to be major', () => {
    const table = night({});
    table.at(on('mon 23:00')).act('classify', 'agent', { severity: 'major' });
    expect(table.matter.stage).toBe('taken-up');
    expect(table.one('forward').dueAt).toBe(at('mon 23:10'));
    expect(table.one('take-up')).toMatchObject({ status: 'met', metBy: 3 });
  });

  it('is open until 20:00 exactly', () => {
    const table = new Table(extract('property-management'), PEOPLE, on('mon 19:59:59'));
    table.receive('complaint', 'night', {});
    expect(table.matter.stage).toBe('taken-up');
    table.at(on('mon 20:00')).receive('complaint', 'night', {});
    expect(table.matter.stage).toBe('logged');
  });

  it('is reported to both, not to either; its target is confirmed every working day until it is resolved', () => {
    const table = new Table(extract('property-management'), PEOPLE, on('mon 09:00'));
    table.receive('complaint', 'agent', { bad_press: true });
    table.act('report', 'agent', { to: 'operations-management' });
    expect(table.one('report-major').status).toBe('open');
    table.act('report', 'agent', { to: { person: 'leader' } });
    expect(table.one('report-major').status).toBe('met');
    table.act('forward', 'agent', { to: 'engineering' });
    expect(table.one('resolve')).toMatchObject({ dueAt: null, next: null });
    table.at(on('mon 09:05')).act('set-target', 'engineer', { resolve_by: on('thu 12:00') });
    expect(table.one('resolve').dueAt).toBe(at('thu 12:00'));
    expect(table.owed('set-target').map(({ status, dueAt }) => [status, dueAt])).toEqual([['met', at('mon 09:10')], ['open', at('tue 17:30')]]);
  });

  it('is closed without satisfaction only under approval, and not by the one who received it', () => {
    const table = new Table(extract('property-management'), PEOPLE, on('mon 09:00'));
    table.receive('complaint', 'agent', {});
    table.act('forward', 'agent', { to: 'engineering' });
    table.act('judge', 'engineer', { validity: 'invalid' });
    expect(clausesOf(table.try('coordinate', 'agent', { third_party_talk: 'x' }))).toEqual(['B-4.4.2.5-a']);
    table.act('confirm', 'specialist');
    expect(table.one('explain-plan').status).toBe('open');
    table.act('explain-plan', 'agent', { cause: 'x', assistance_plan: 'y' });
    table.act('coordinate', 'agent', { third_party_talk: 'z' });
    table.act('resolve', 'engineer', { lawful: true });
    expect(clausesOf(table.try('close', 'agent'))).toEqual(['B-4.4.4.1.0']);
    expect(table.try('close', 'agent', { unreasonable_demand: true }).refused).toMatchObject([{ kind: 'approval', needs: [{ is: 'approval', approval: 'close-unsatisfied' }] }]);
    table.ask('close', 'agent', { unreasonable_demand: true });
    table.sign('manager');
    table.sign('director');
    table.act('close', 'agent', { unreasonable_demand: true });
    expect([table.matter.stage, table.approval().status]).toEqual(['closed', 'used']);
    expect(table.one('revisit')).toMatchObject({ status: 'void' });
  });

  it('revisits every customer’s repair by phone, and the same share of the internal ones whoever looks', () => {
    const revisited = (whose: string, number: number): number => {
      const table = new Table(extract('property-management'), PEOPLE, on('mon 09:00'));
      table.matter = { ...table.receive('repair', 'agent', { whose }), number: `BX-${number}` };
      table.act('finish', 'engineer');
      return table.owed('revisit-repair').length;
    };
    const share = (whose: string): number => Array.from({ length: 200 }, (_, number) => revisited(whose, number)).filter((each) => each === 1).length;
    expect(share('customer')).toBe(200);
    expect(share('internal')).toBeGreaterThan(120);
    expect(share('internal')).toBeLessThan(160);
  });
});

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

const MAKERS = people(['boss', 'service-group', 'service-manager'], ['eng', 'service-group', 'engineer'], ['eng2', 'service-group', 'engineer'], ['keep', 'warehouse', 'store-keeper'], ['chief', null, 'leader']);

describe('C1, a gauge maker: repair, order, return sheet', () => {
  const dispatched = (facts: Record<string, string | number> = {}): { table: Table; above: MatterState } => {
    const table = new Table(extract('metrology'), MAKERS, on('mon 09:00'));
    table.holds = { eng: ['field-service'] };
    table.receive('repair', 'boss', facts);
    table.act('analyse', 'boss', { way: '上门' });
    table.act('dispatch', 'boss', { to: { person: 'eng' } });
    return { table, above: below(table, 'order') };
  };
  const worked = (table: Table, outcome: string): void => {
    table.act('assign', 'boss', { crew: ['eng'], lead: 'eng' });
    table.act('accept', 'eng');
    table.at(on('mon 15:00')).act('arrive', 'eng');
    table.act('diagnose', 'eng', { heard: '响', seen: '漏', found: '阀' });
    table.act('finish', 'eng', { outcome, replaced: [{ part: 'P1', quantity: 1, reason: '磨损', old_part_back: true }] });
    table.act('sign', 'eng');
    table.act('return-sheet', 'eng');
  };

  it('must be at the customer within 24 hours up to 100 km, within 48 beyond, where the answer is due in 12', () => {
    const near = new Table(extract('metrology'), MAKERS, on('mon 09:00'));
    near.receive('repair', 'boss', {});
    expect([near.one('arrive').dueAt, near.owed('reply')]).toEqual([at('tue 09:00'), []]);
    near.act('correct-facts', 'boss', { distance_km: 130 });
    expect([near.one('arrive').dueAt, near.one('reply').dueAt]).toEqual([at('wed 09:00'), at('mon 21:00')]);
  });

  it('has its duty to arrive met by the order below it, with an event of its own', () => {
    const { table, above } = dispatched();
    table.act('assign', 'boss', { crew: ['eng'] });
    table.act('accept', 'eng');
    table.at(on('mon 15:00')).act('arrive', 'eng');
    tellAbove(table, above);
    expect(table.one('arrive')).toMatchObject({ status: 'met', metAt: at('mon 15:00') });
    expect(table.last.events).toMatchObject([{ type: 'rederived', body: { obligations: [{ key: 'arrive/1/1', became: 'met' }] } }]);
    expect(table.matter.seq).toBe(above.seq + 1);
  });

  it('says nothing above of what concerns nobody there', () => {
    const { table, above } = dispatched();
    tellAbove(table, above);
    expect([table.last.events, table.matter.seq]).toEqual([[], above.seq]);
  });

  it('is marked solved by the returned sheet, is recorded and closed', () => {
    const { table, above } = dispatched();
    worked(table, 'solved');
    expect(table.one('old-parts-back')).toMatchObject({ bearers: [{ person: 'eng' }], dueAt: at('tue 17:00') });
    expect(table.matter.obligations.find((each) => each.duty === 'old-parts-back')?.status).toBe('open');
    tellAbove(table, above);
    expect([table.matter.stage, table.matter.acts.at(-1)?.act]).toEqual(['solved', 'mark-solved']);
    expect(clausesOf(table.try('close', 'boss'))).toEqual(['C1-4-c']);
    table.act('record-solution', 'eng', { solution: '换阀' });
    expect(table.one('record-solution').status).toBe('met');
    table.act('close', 'boss');
    expect(table.matter.stage).toBe('closed');
  });

  it('is escalated when it could not be solved, confirmed anew and visited again', () => {
    const { table, above } = dispatched();
    worked(table, 'not-solved');
    tellAbove(table, above);
    expect(table.matter.stage).toBe('escalated');
    expect(table.one('confirm-fault').dueAt).toBe(at('tue 17:00'));
    table.at(on('tue 10:00')).act('confirm-fault', 'boss', { way: '换表' });
    expect(table.one('visit-again').dueAt).toBe(at('wed 17:00'));
    table.act('dispatch', 'boss', { to: { person: 'eng' } });
    expect(table.one('visit-again').status).toBe('met');
    expect(table.last.effects).toContainEqual(expect.objectContaining({ do: 'open', kind: 'order' }));
  });

  it('sends only the qualified, asks for no signature before the work and no charge without consent', () => {
    const { table } = dispatched();
    expect(clausesOf(table.try('assign', 'boss', { crew: ['eng', 'eng2'], lead: 'eng' }))).toEqual(['C1-2.1-b', 'C1-2.2']);
    table.holds = undefined;
    expect(clausesOf(table.try('assign', 'boss', { crew: ['eng'] }))).toEqual(['C1-2.1-b', 'C1-2.2']);
    table.holds = { eng: ['field-service'], eng2: ['field-service'] };
    expect(clausesOf(table.try('assign', 'boss', { crew: ['eng', 'eng2'] }))).toEqual(['C1-3.4.1.4']);
    table.act('assign', 'boss', { crew: ['eng', 'eng2'], lead: 'eng' });
    table.act('accept', 'eng');
    expect(clausesOf(table.try('sign', 'eng'))).toEqual(expect.arrayContaining(['C1-3.3.2-c']));
    table.act('arrive', 'eng');
    expect(clausesOf(table.try('finish', 'eng', { outcome: 'solved', charge: 80 }))).toEqual(expect.arrayContaining(['C1-3.4.2.b', 'C1-3.3.4-a']));
    table.act('diagnose', 'eng', { heard: '响', seen: '漏', found: '阀' });
    table.ask('finish', 'eng', { outcome: 'solved', charge: 80 });
    table.sign('chief');
    table.act('finish', 'eng', { outcome: 'solved', charge: 80 });
    expect(table.matter.stage).toBe('finished');
  });

  it('counts old parts back only when the keeper takes them', () => {
    const { table } = dispatched();
    worked(table, 'solved');
    table.act('old-parts-back', 'keep', { replaced: [{ part: 'P1', quantity: 1, reason: '磨损', old_part_back: true }] });
    expect(table.one('old-parts-back').status).toBe('met');
    expect(table.last.effects).toMatchObject([{ do: 'other', name: 'move' }]);
  });

  it('has postage signed by the applicant and the leader', () => {
    const table = new Table(extract('metrology'), MAKERS, on('mon 09:00'));
    table.received('mailing', 'eng', { freight: 30 }, null);
    table.ask('write-off', 'keep');
    expect(table.sign('chief').refused).toHaveLength(1);
    table.sign('keep');
    table.sign('chief');
    table.act('write-off', 'keep');
    expect(table.matter.stage).toBe('written-off');
  });

  it('examines nobody before two months, and reassesses every three', () => {
    const table = new Table(extract('metrology'), MAKERS, '2026-01-05T09:00:00+08:00');
    table.received('qualification', 'boss', {}, null);
    table.at('2026-03-05T08:59:00+08:00');
    expect(clausesOf(table.try('examine', 'chief', { outcome: 'passed' }))).toEqual(['C1-2.1-a']);
    table.at('2026-03-05T09:00:00+08:00').act('examine', 'chief', { outcome: 'passed' });
    expect(table.last.effects).toMatchObject([{ do: 'other', name: 'grant' }]);
    expect(table.one('reassess').dueAt).toBe(Date.parse('2026-06-06T00:00:00+08:00'));
    table.at('2026-06-01T09:00:00+08:00').act('reassess', 'chief', { outcome: 'failed' });
    expect(table.one('re-examine').dueAt).toBe(Date.parse('2026-07-02T00:00:00+08:00'));
    expect(table.last.effects).toMatchObject([{ do: 'other', name: 'suspend' }]);
  });
});

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
    expect(table.last.notices.map((notice) => notice.to[0])).toEqual([{ position: 'general-manager' }, { position: 'gm-assistant' }, { position: 'department-manager', person: 'dm' }]);
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
