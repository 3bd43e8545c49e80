import { describe, expect, it } from 'vitest';
import type { EventJson } from '../../contract.ts';
import { classOf, filesOf, titledLine, told } from './timeline.ts';

const event = (seq: number, over: Partial<EventJson> = {}): EventJson => ({
  seq, type: 'acted', act: 'note', is: 'record', title: '记沟通', actor: { person: 'p', name: '李敏' }, occurredAt: '2026-03-02T09:00:00+08:00', recordedAt: '2026-03-02T09:00:00+08:00',
  late: false, clause: [], body: {}, words: {}, lines: [], hash: '', recalled: false, was: [], ...over,
});

describe('the lines of a timeline', () => {
  it('are placed by what they are about', () => {
    expect(classOf(event(1, { is: 'reply' }))).toBe('customer');
    expect(classOf(event(1, { is: 'judge' }))).toBe('decision');
    expect(classOf(event(1, { is: 'investigate' }))).toBe('work');
    expect(classOf(event(1, { type: 'approval-decided' }))).toBe('decision');
    expect(classOf(event(1, { type: 'breached' }))).toBe('system');
    expect(classOf(event(1, { is: 'accept', actor: { person: null, name: '系统' } }))).toBe('system');
  });
  it('count a note that says how the customer was reached as a contact, one that does not as work', () => {
    expect(classOf(event(1, { body: { fields: { how: 'phone' } } }))).toBe('customer');
    expect(classOf(event(1))).toBe('work');
  });
  it('show the corrected words, and keep what stood there before', () => {
    const first = event(1, { lines: ['投诉内容：空调不冷', '严重程度：一般投诉'] });
    const put = event(2, { is: 'correct', lines: ['投诉内容：空调不热'], was: [{ name: 'content', title: '投诉内容', value: '空调不冷' }] });
    const [before, correction] = told([first, put]);
    expect(before?.lines).toEqual([{ text: '投诉内容：空调不热', was: '投诉内容：空调不冷' }, { text: '严重程度：一般投诉', was: null }]);
    expect(correction?.lines).toEqual([{ text: '投诉内容：空调不热', was: null }]);
  });
  it('show the last of several corrections, and none that was taken back', () => {
    const was = [{ name: 'content', title: '投诉内容', value: 'a' }];
    const events = [event(1, { lines: ['投诉内容：a'] }), event(2, { lines: ['投诉内容：b'], was }), event(3, { lines: ['投诉内容：c'], was, recalled: true })];
    expect(told(events)[0]?.lines[0]).toEqual({ text: '投诉内容：b', was: '投诉内容：a' });
    expect(told(events)[2]?.recalled).toBe(true);
  });
  it('name the files an event brought', () => {
    expect(filesOf(event(1, { body: { fields: { files: ['a', 7, 'b'] } } }))).toEqual(['a', 'b']);
    expect(filesOf(event(1, { body: { fields: 'x' } }))).toEqual([]);
  });
  it('are told apart into title and value in both languages, plain sentences are not', () => {
    expect(titledLine('Severity: general')).toEqual({ title: 'Severity', value: 'general' });
    expect(titledLine('→ 工程部')).toBeNull();
  });
});
