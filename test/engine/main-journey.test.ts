import { describe, expect, it } from 'vitest';
import { Bench, clausesOf, PEOPLE, shipped } from '../support/policy.ts';

const monday = (time: string): string => `2026-03-02T${time}:00+08:00`;
const open = (): Bench => new Bench(shipped('property-management'), PEOPLE, monday('09:00'));
const at = (time: string): number => Date.parse(time);

describe('a complaint under the property manager’s policy', () => {
  it('is major when our management caused a loss, and is forwarded within 10 minutes and reported within an hour', () => {
    const bench = open();
    bench.receive('complaint', 'agent', { content: '电梯困人', our_management: true, loss: true });
    expect(bench.matter.facts['severity']).toBe('major');
    expect(bench.matter.stage).toBe('taken-up');
    expect(bench.owed('forward')).toMatchObject([{ dueAt: at(monday('09:10')), clause: ['B-4.4.2.2.1-a'], bearers: [{ person: 'agent' }] }]);
    expect(bench.owed('report-major')).toMatchObject([{ dueAt: at(monday('10:00')), clause: ['B-4.4.2.2.1-b'] }]);
  });

  it('runs its whole life: forwarded, judged, confirmed by somebody else, resolved, revisited, closed', () => {
    const bench = open();
    bench.receive('complaint', 'agent', { content: '门禁坏了', service_short: true });
    expect(bench.matter.facts['severity']).toBe('general');
    bench.at(monday('09:05')).act('forward', 'agent', { to: 'engineering' });
    expect(bench.owed('forward')).toMatchObject([{ status: 'met' }]);
    bench.at(monday('09:12')).act('investigate', 'engineer', { findings: '读卡器老化' });
    expect(clausesOf(bench.try('resolve', 'engineer', { lawful: true }))).toContain('B-4.4.2.6');
    bench.act('judge', 'engineer', { validity: 'valid' });
    expect(clausesOf(bench.try('resolve', 'engineer', { lawful: true }))).toContain('B-4.4.3.1.1-b');
    bench.act('confirm', 'specialist');
    bench.act('corrective-measure', 'engineer', { measure: '更换读卡器' });
    bench.at(monday('11:00')).act('resolve', 'engineer', { lawful: true });
    expect(bench.owed('resolve')).toMatchObject([{ status: 'met' }]);
    expect(bench.owed('revisit')).toMatchObject([{ dueAt: at('2026-03-03T11:00:00+08:00'), bearers: [{ position: 'department-manager', unit: 'engineering' }] }]);
    expect(clausesOf(bench.try('close', 'agent'))).toEqual(['B-4.4.4.1.0']);
    bench.at(monday('15:00')).act('revisit', 'manager', { outcome: 'satisfied', how: 'phone' });
    bench.act('sign-record', 'manager');
    bench.act('close', 'agent');
    expect(bench.matter.stage).toBe('closed');
  });

  it('goes round again after an unsatisfied revisit, with a new measure and a new revisit', () => {
    const bench = open();
    bench.receive('complaint', 'agent', { content: '漏水', service_short: true });
    bench.act('forward', 'agent', { to: 'engineering' });
    bench.act('investigate', 'engineer', { findings: '管道' });
    bench.act('judge', 'engineer', { validity: 'valid' });
    bench.act('confirm', 'specialist');
    bench.act('corrective-measure', 'engineer', { measure: '换管' });
    bench.act('resolve', 'engineer', { lawful: true });
    bench.act('revisit', 'manager', { outcome: 'unsatisfied', how: 'phone' });
    expect(bench.matter.stage).toBe('judged');
    expect(clausesOf(bench.try('resolve', 'engineer', { lawful: true }))).toContain('B-4.4.4.2-b');
    bench.act('corrective-measure', 'engineer', { measure: '再换一次' });
    bench.act('resolve', 'engineer', { lawful: true });
    expect(bench.owed('revisit').map((each) => each.status)).toEqual(['met', 'open']);
  });
});
