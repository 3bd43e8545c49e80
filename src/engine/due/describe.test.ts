import { describe, expect, it } from 'vitest';
import { describeDue, parseDue } from './index.ts';

const names = { calendars: ['working', 'service', 'night'], words: { 及时: { due: { amount: 1, unit: 'days', calendar: 'working' } } } } as const;

function words(text: string | readonly string[], title?: (fact: string) => string): [string, string] {
  const rule = parseDue(text, names);
  if (!rule) throw new Error(`cannot read ${String(text)}`);
  const { zh, en } = describeDue(rule, title);
  return [zh, en];
}

describe('a due time in words', () => {
  it('names limits with their unit, and working time as such', () => {
    expect(words('10 minutes')).toEqual(['10 分钟', '10 minutes']);
    expect(words('1 hour')).toEqual(['1 小时', '1 hour']);
    expect(words('2 months')).toEqual(['2 个月', '2 months']);
    expect(words('24 working hours')).toEqual(['24 个工作小时', '24 working hours']);
    expect(words('1 working day')).toEqual(['1 个工作日', '1 working day']);
    expect(words('4 night hours')).toEqual(['4 小时（按「night」日历计）', '4 night hours']);
  });

  it('names a vague word together with the limit it stands for', () => {
    expect(words('及时')).toEqual(['及时（1 个工作日）', '及时 (1 working day)']);
  });

  it('says of a time given with the act that it was fixed there, and never the word of the policy language', () => {
    expect(words('at it.until')).toEqual(['以办理时定的时间为准', 'at the time fixed with the act']);
  });

  it('names days, ends of periods and openings', () => {
    expect(words('same day')).toEqual(['当天', 'the same day']);
    expect(words('end of month')).toEqual(['本月结束前', 'by the end of the month']);
    expect(words('end of quarter + 10 working days')).toEqual(['本季度结束后 10 个工作日', '10 working days after the end of the quarter']);
    expect(words('next service opening + 15 minutes')).toEqual(['下次服务时间开始后 15 分钟', '15 minutes after the next service opening']);
    expect(words('next night opening')).toEqual(['下次「night」时间开始时', 'at the next night opening']);
  });

  it('names facts by their titles, and the alternatives in order', () => {
    const title = (): string => '交付日期';
    expect(words('at date - 30 days', title)).toEqual(['「交付日期」前 30 天', '30 days before “交付日期”']);
    expect(words('at date + 1 day')).toEqual(['「date」后 1 天', '1 day after “date”']);
    expect(words(['at wanted_by', '24 working hours'])).toEqual([
      '以「wanted_by」为准；尚不知道时，24 个工作小时', 'at “wanted_by”; while that is unknown, 24 working hours',
    ]);
  });
});
