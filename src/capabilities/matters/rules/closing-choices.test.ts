import { describe, expect, it } from 'vitest';
import { cnDayTable, compileCalendar, type World } from '#engine';
import { closingChoices } from './closing-choices.ts';

const ZONE = 'Asia/Shanghai';
const daytime = [{ from: 510, to: 720 }, { from: 780, to: 1050 }];
const working = compileCalendar({ name: 'working', weekly: { 1: daytime, 2: daytime, 3: daytime, 4: daytime, 5: daytime }, holidays: 'CN', source: { clause: [], ours: 'a test', line: 1 } }, ZONE, cnDayTable(), { from: 2025, to: 2027 });
const at = (now: string, calendars: World['calendars'] = { working }): World => ({ policy: { zone: ZONE }, calendars, now: Date.parse(`${now}:00+08:00`) }) as unknown as World;
const titles = (world: World): readonly string[] => closingChoices(world, 'zh').map((each) => each.title);

describe('dates to fix with one press', () => {
  it('are the closings of today and of the next working days, over the weekend', () => {
    expect(closingChoices(at('2026-03-05T09:00'), 'zh')[0]).toEqual({ id: '2026-03-05T17:30:00+08:00', title: '今天下班 17:30', hint: null });
    expect(titles(at('2026-03-05T09:00'))).toEqual(['今天下班 17:30', '明天下班 17:30', '周一（3月9日）下班 17:30', '周二（3月10日）下班 17:30']);
  });

  it('are said in English, too', () => {
    expect(closingChoices(at('2026-03-02T09:00'), 'en').map((each) => each.title)).toEqual(['Today, close 17:30', 'Tomorrow, close 17:30', 'Wed 4 Mar, close 17:30', 'Thu 5 Mar, close 17:30']);
  });

  it('leave today out once work has ended, and a holiday altogether', () => {
    expect(titles(at('2026-03-05T17:30'))[0]).toBe('明天下班 17:30');
    expect(titles(at('2026-09-30T18:00'))[0]).toBe('周四（10月8日）下班 17:30');
  });

  it('are ends of days where the company has written no calendar', () => {
    expect(titles(at('2026-03-05T09:00', {}))).toEqual(['今天 24:00', '明天 24:00', '后天 24:00', '周日（3月8日） 24:00']);
  });

  it('are fewer where the calendar ends', () => {
    expect(titles(at('2027-12-30T18:00')).length).toBeLessThan(4);
  });
});
