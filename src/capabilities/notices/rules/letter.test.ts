import { describe, expect, it } from 'vitest';
import { bundled, letterOf, type Enclosed } from './letter.ts';

const of = (template: string, number: string): Enclosed => ({
  template, link: `https://care.example/matters/${number}`,
  said: { number, kind: '投诉', act: '转办', due: null, overdue: false, bearer: null, outcome: null, insteadOf: null, clause: ['X-4.1-a', 'X-4.2'] },
});

describe('a letter', () => {
  it('about one notice has its sentence as subject, its clauses and its link', () => {
    const { subject, text } = letterOf([of('breached', 'TS-1')], 'zh');
    expect(subject).toBe('超时：投诉 TS-1 的「转办」没有按时办');
    expect(text).toContain('依据：X-4.1-a、X-4.2\nhttps://care.example/matters/TS-1');
  });

  it('about many names the gravest in its subject and lists all, the gravest first', () => {
    const { subject, text } = letterOf([of('told', 'TS-1'), of('reminded', 'TS-2'), of('breached', 'TS-3')], 'zh');
    expect(subject).toBe('您有 3 条通知，最急：超时：投诉 TS-3 的「转办」没有按时办');
    expect(text).toMatch(/超时：投诉 TS-3[\s\S]*提醒：投诉 TS-2[\s\S]*知会：投诉 TS-1[\s\S]*不要回复邮件/);
  });

  it('is one for each notice up to five, and a single one above', () => {
    const five = [1, 2, 3, 4, 5];
    expect(bundled(five)).toEqual([[1], [2], [3], [4], [5]]);
    expect(bundled([...five, 6])).toEqual([[...five, 6]]);
  });
});
