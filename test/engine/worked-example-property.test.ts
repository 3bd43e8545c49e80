import { describe, expect, it } from 'vitest';
import { clausesOf, PEOPLE } from '../support/policy.ts';
import { at, extract, on, Table } from './table.ts';

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
