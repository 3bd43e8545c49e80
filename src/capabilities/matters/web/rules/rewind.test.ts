import { describe, expect, it } from 'vitest';
import type { EventJson, MatterJson, ObligationJson } from '../../contract.ts';
import { stateAfter } from './rewind.ts';

const at = (clock: string): string => `2026-03-02T${clock}:00+08:00`;
const ms = (clock: string): number => Date.parse(at(clock));
const event = (seq: number, clock: string, name: string | null, over: Partial<EventJson> = {}): EventJson => ({
  seq, type: 'acted', act: 'a', is: 'record', title: `step ${seq}`, actor: { person: name, name: name ?? '系统' }, occurredAt: at(clock), recordedAt: at(clock), late: false, clause: [], body: {}, words: {},
  lines: [], hash: '', recalled: false, was: [], ...over,
});
const EVENTS: readonly EventJson[] = [
  event(1, '09:00', '何静', { lines: ['严重程度：一般投诉'], body: { obligations: [{ key: 'forward/1/1', became: 'open', due: ms('09:20'), bearers: [{ person: '何静' }] }, { key: 'resolve/1/1', became: 'open', due: null, bearers: [] }] } }),
  event(2, '09:20', null, { type: 'breached', body: { obligation: 'forward/1/1' } }),
  event(3, '09:30', '何静', { lines: ['→ 工程部', '严重程度：重大投诉'], body: { stage: { from: 'taken', to: 'passed' }, obligations: [{ key: 'forward/1/1', was: 'breached', became: 'met-late' }, { key: 'resolve/1/1', due: ms('17:00'), bearers: [{ unit: 'engineering' }] }] } }),
];
const obligation = (title: string): ObligationJson => ({ title } as ObligationJson);
const MATTER = {
  stage: 'passed', stages: [{ id: 'taken', title: '已受理', at: null }, { id: 'passed', title: '已转办', at: null }], factTitles: [{ name: 'severity', title: '严重程度', value: '重大投诉' }],
  obligations: [obligation('转呈当事部门'), obligation('处理办结')],
} as unknown as MatterJson;
const names = (bearer: unknown): string | null => (bearer as { person?: string; unit?: string }).person ?? ((bearer as { unit?: string }).unit === 'engineering' ? '工程部' : null);
const after = (count: number, heard: { name: string; at: string }[] = []) => stateAfter(EVENTS, count, MATTER, names, heard);

describe('a case replayed step by step', () => {
  it('knows the stage, the facts and the obligations of each moment, and nothing of what came later', () => {
    expect(after(1)).toMatchObject({ stage: '已受理', facts: [{ title: '严重程度', value: '一般投诉' }] });
    expect(after(1)?.owed).toEqual([{ title: '转呈当事部门', bearer: '何静', dueAt: ms('09:20'), state: 'open' }, { title: '处理办结', bearer: '', dueAt: null, state: 'open' }]);
    expect(after(3)).toMatchObject({ stage: '已转办', facts: [{ title: '严重程度', value: '重大投诉' }], owed: [{ title: '处理办结', bearer: '工程部', dueAt: ms('17:00') }] });
  });
  it('shows a limit as overdue from the event that says so', () => {
    expect(after(2)?.owed[0]?.state).toBe('breached');
  });
  it('names who acted and who was told by then, each from the first time', () => {
    const heard = [{ name: '顾明远', at: at('09:20') }, { name: '沈国梁', at: at('09:25') }, { name: '何静', at: at('09:25') }];
    expect(after(2, heard)?.knew).toEqual([{ name: '何静', since: at('09:00') }, { name: '顾明远', since: at('09:20') }]);
    expect(after(3, heard)?.knew.map((one) => one.name)).toEqual(['何静', '顾明远', '沈国梁']);
  });
  it('is nothing before the first event', () => {
    expect(after(0)).toBeNull();
  });
});
