import { describe, expect, it } from 'vitest';
import { cnDayTable } from '../../src/engine/index.ts';
import { readPolicy } from '../../src/engine/reading/index.ts';
import { planColumns, replay } from '../../src/engine/replay/index.ts';
import { Bench, PEOPLE } from '../support/policy.ts';
import { extract, on } from './table.ts';

describe('point 13: replay', () => {
  it('judges a history as the engine judged it while it was happening', () => {
    const text = extract('property-management');
    const { policy } = readPolicy({ file: 'policy.yaml', text });
    if (!policy) throw new Error('the extract cannot be read');
    const columns = planColumns(policy, [['id', 'id'], ['received', 'received'], ['severity', 'severity'], ['forwarded', 'forwarded'], ['forwarded.to', 'to']].map(([name = '', column = '']) => ({ name, column })), 'complaint');
    if ('problem' in columns) throw new Error(columns.problem.en);
    const times = ['09:05', '09:10', '09:15', '09:20', '09:25', '09:30', '09:35'];
    const rows = times.flatMap((time, index) => ['major', 'general', 'minor'].map((severity) => ({ severity, time, index })));
    const report = replay(rows.map(({ severity, time, index }, row) => ({ row: row + 2, cells: { id: `${severity}-${index}`, received: '2026-03-02 09:00', severity, forwarded: `2026-03-02 ${time}`, to: 'engineering' } })), {
      policy, table: cnDayTable(), columns: columns.plan, zone: policy.zone, asOf: null, assume: {},
    });
    const lived = rows.map(({ severity, time }) => {
      const bench = new Bench(text, PEOPLE, on('mon 09:00'));
      bench.receive('complaint', 'agent', { severity });
      bench.until(on(`mon ${time}`));
      bench.act('forward', 'agent', { to: 'engineering' });
      return bench.owed('forward')[0]?.status;
    });
    const count = (status: string): number => lived.filter((each) => each === status).length;
    expect(report.unreadable).toEqual([]);
    expect(report.duties.find((duty) => duty.duty === 'forward')).toMatchObject({ applies: 21, due: 21, met: count('met'), late: count('met-late') });
    expect([count('met'), count('met-late')]).toEqual([12, 9]);
  });
});
