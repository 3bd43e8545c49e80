import { describe, expect, it } from 'vitest';
import type { FactType, Value } from '../../policy.ts';
import { readFact } from './facts.ts';

const ZONE = 'Asia/Shanghai';
const value = (id: string, title: string): Value => ({ id, title, when: null, danger: null, source: { clause: [], ours: 'test', line: 1 } });
const ABOUT: readonly Value[] = [value('goods', '商品质量'), value('service', '服务质量')];

describe('a fact in a cell', () => {
  it.each([['是', true], ['TRUE', true], [1, true], ['y', true], [true, true], ['否', false], ['false', false], [0, false], ['Ｎ', false]])('reads the tick %j', (cell, expected) => {
    expect(readFact({ is: 'yes-no' }, cell, ZONE)).toEqual({ value: expected });
  });

  it('reads a value by its id or its title', () => {
    expect(readFact({ is: 'one', values: ABOUT }, ' 商品质量\t', ZONE)).toEqual({ value: 'goods' });
    expect(readFact({ is: 'one', values: ABOUT }, 'Service', ZONE)).toEqual({ value: 'service' });
    expect(readFact({ is: 'many', values: ABOUT }, '商品质量、服务质量', ZONE)).toEqual({ value: ['goods', 'service'] });
    expect(readFact({ is: 'items', items: ABOUT }, 'goods；service', ZONE)).toEqual({ value: { goods: true, service: true } });
  });

  it('reads numbers with thousands and money with its mark', () => {
    expect(readFact({ is: 'money' }, '¥1,234.50元', ZONE)).toEqual({ value: 1234.5 });
    expect(readFact({ is: 'whole' }, '１２', ZONE)).toEqual({ value: 12 });
    expect(readFact({ is: 'number' }, 3.5, ZONE)).toEqual({ value: 3.5 });
  });

  it('reads times and days in the zone', () => {
    expect(readFact({ is: 'instant' }, '2019/4/25 9:32', ZONE)).toEqual({ value: '2019-04-25T09:32:00+08:00' });
    expect(readFact({ is: 'date' }, { wall: Date.UTC(2019, 3, 25, 23) }, ZONE)).toEqual({ value: '2019-04-25' });
  });

  it.each<[FactType, string, string]>([
    [{ is: 'tick' }, '也许', '“也许”应为 是 或 否'],
    [{ is: 'one', values: ABOUT }, '价格', '“价格”应为其中之一：商品质量、服务质量'],
    [{ is: 'whole' }, '1.5', '“1.5”应为整数'],
    [{ is: 'number' }, '很多', '“很多”应为数字'],
    [{ is: 'instant' }, '改天', '“改天”读不出是什么时间，请写成 2026-03-02 或 2026-03-02 09:00'],
    [{ is: 'instant' }, '2025-09-31 10:00', '“2025-09-31 10:00”：没有 2025 年 9 月 31 日这一天'],
    [{ is: 'date' }, '20250230', '“20250230”：没有 2025 年 2 月 30 日这一天'],
    [{ is: 'date' }, '1889/1/1', '“1889/1/1”不在 1990 至 2100 年之间'],
    [{ is: 'instant' }, '2025-09-30 25:00', '“2025-09-30 25:00”读不出是什么时间，请写成 2026-03-02 或 2026-03-02 09:00'],
  ])('says of %j what %s should be', (type, words, said) => {
    const read = readFact(type, words, ZONE);
    expect('wrong' in read ? read.wrong.zh : read).toBe(said);
  });
});
