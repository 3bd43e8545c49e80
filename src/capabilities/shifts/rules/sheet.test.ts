import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../contract.ts';
import { handoverRows } from './sheet.ts';

const row = (number: string, dueAt: string | null): SheetRow => ({
  matter: '0196f0a0-0000-7000-8000-00000000000a', number, kindTitle: '投诉', subject: '水管漏水', customerName: '', severityTitle: null, stageTitle: '已登记',
  receivedAt: '2026-03-02T22:00:00+08:00', receivedBy: '秦有福', actTitle: '受理', bearer: '客服人员', dueAt, state: 'open', takes: 'take-up',
});

describe('a hand-over sheet on paper', () => {
  it('shows what is late first, then calls, then what is due, then all that is open', () => {
    const parts = handoverRows({ alarms: [row('A', null)], calls: [row('B', '2026-03-03T08:15:00+08:00')], due: [], open: [row('A', null), row('B', null)] }, 'zh', (at) => at.slice(11, 16));
    expect(parts.map((part) => [part.title, part.rows.length])).toEqual([['超时未接', 1], ['上次交接以来的来电', 1], ['下一班要答复、要办的', 0], ['未办结', 2]]);
    expect(parts[1]?.rows[0]).toEqual(['B', '投诉', '—', '水管漏水', '受理', '客服人员', '08:15']);
  });

  it('has as many columns as each row has cells, in both languages', () => {
    for (const language of ['zh', 'en'] as const) for (const part of handoverRows({ alarms: [], calls: [], due: [], open: [row('A', null)] }, language, String)) for (const cells of part.rows) expect(cells).toHaveLength(part.columns.length);
  });
});
