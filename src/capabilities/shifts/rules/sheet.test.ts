import { describe, expect, it } from 'vitest';
import type { SheetRow } from '../contract.ts';
import { handoverRows } from './sheet.ts';

const row = (number: string, dueAt: string | null): SheetRow => ({
  matter: '0196f0a0-0000-7000-8000-00000000000a', number, kindTitle: '投诉', subject: '水管漏水', customerName: '', severityTitle: null, stageTitle: '已登记',
  receivedAt: '2026-03-02T22:00:00+08:00', receivedBy: '秦有福', actTitle: '受理', bearer: '客服人员', dueAt, state: 'open', takes: 'take-up',
});

describe('a hand-over sheet on paper', () => {
  const MATTER = '0196f0a0-0000-7000-8000-00000000000a';
  const named = { matter: MATTER, kindTitle: '投诉', subject: '电梯困人', at: '2026-03-02T22:10:00+08:00' };
  const alarm = (number: string, takenBy: string | null, handled = true) => ({ ...named, number, told: ['沈国梁', '顾明远'], takenBy, takenAt: takenBy === null ? null : '2026-03-02T22:12:00+08:00', handled });
  const empty = { alarms: [], calls: [], due: [], open: [], rung: [], chases: [] };
  const clock = (at: string): string => at.slice(11, 16);

  it('shows alarms and what is late first, then calls and who called again, then what is due, then all that is open', () => {
    const parts = handoverRows({ ...empty, alarms: [row('A', null)], calls: [row('B', '2026-03-03T08:15:00+08:00')], open: [row('A', null), row('B', null)] }, 'zh', clock);
    expect(parts.map((part) => [part.title, part.rows.length, part.late])).toEqual([['警报', 0, 0], ['超时未接', 1, 1], ['上次交接以来的来电', 1, 0], ['催办来电', 0, 0], ['下一班要答复、要办的', 0, 0], ['未办结', 2, 0]]);
    expect(parts[2]?.rows[0]).toEqual(['B', '投诉', '—', '水管漏水', '受理', '客服人员', '08:15']);
  });

  it('says that calls are of the last day where nobody has handed over yet', () => {
    expect(handoverRows({ ...empty, last: null }, 'zh', clock)[2]?.title).toBe('近 24 小时的来电');
  });

  it('says of each alarm who was told, who took it and when, and which nobody took', () => {
    const [rung] = handoverRows({ ...empty, rung: [alarm('A', '沈国梁'), alarm('B', '顾明远', false), alarm('C', null)] }, 'zh', clock);
    expect(rung?.rows.map((cells) => cells.slice(3))).toEqual([['22:10', '沈国梁、顾明远', '沈国梁', '22:12'], ['22:10', '沈国梁、顾明远', '顾明远（知道了）', '22:12'], ['22:10', '沈国梁、顾明远', '没有人接', '—']]);
    expect(rung?.late).toBe(1);
  });

  it('has as many columns as each row has cells, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      for (const part of handoverRows({ ...empty, open: [row('A', null)], rung: [alarm('A', null)], chases: [{ ...named, number: 'A', by: '秦有福', nth: 2 }] }, language, String)) for (const cells of part.rows) expect(cells).toHaveLength(part.columns.length);
    }
  });
});
