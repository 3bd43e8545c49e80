import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant } from '../../instant.ts';
import { isDayOnly, readMoment } from './moments.ts';

const ZONE = 'Asia/Shanghai';
const read = (cell: Parameters<typeof readMoment>[0], zone = ZONE): string | null => {
  const at = readMoment(cell, zone);
  return at === null ? null : formatInstant(at, zone);
};

describe('a time in a cell', () => {
  it.each([
    ['2019/4/25 9:32:09'], ['2019-04-25 09:32:09'], ['2019.4.25 9:32:09'], ['2019年4月25日 9时32分9秒'], ['2019年4月25日9:32:09'], ['2019年4月25日 星期四 9:32:09'],
    ['\t\t2019/4/25  9:32:09\n'], ['２０１９／４／２５　９：３２：０９'], ['2019-04-25T09:32:09'], ['2019-04-25T01:32:09Z'], ['2019-04-25T09:32:09+08:00'],
    ['2019/4/25 9:32:09 AM'], ['2019/4/25 上午9:32:09'], ['20190425093209'], ['43580.39732638889'],
  ])('reads %j as people write it', (text) => {
    expect(read(text)).toBe('2019-04-25T09:32:09+08:00');
  });

  it('reads afternoons, noon and midnight of twelve-hour clocks', () => {
    expect(read('2019/4/25 下午3:05')).toBe('2019-04-25T15:05:00+08:00');
    expect(read('2019年4月25日 下午3点')).toBe('2019-04-25T15:00:00+08:00');
    expect(read('2019/4/25 3:05 PM')).toBe('2019-04-25T15:05:00+08:00');
    expect(read('2019/4/25 12:10 AM')).toBe('2019-04-25T00:10:00+08:00');
    expect(read('2019/4/25 12:10 PM')).toBe('2019-04-25T12:10:00+08:00');
    expect(read('2019/4/25 下午15:05')).toBe('2019-04-25T15:05:00+08:00');
  });

  it('reads a bare date as its beginning and 24:00 as the next day', () => {
    expect(read('2019年4月25日')).toBe('2019-04-25T00:00:00+08:00');
    expect(read('20190425')).toBe('2019-04-25T00:00:00+08:00');
    expect(read(20190425)).toBe('2019-04-25T00:00:00+08:00');
    expect(read('2019-4-25 24:00')).toBe('2019-04-26T00:00:00+08:00');
  });

  it('takes a spreadsheet date as wall-clock time of the zone, whole seconds where the fraction of a day misses them', () => {
    expect(read({ wall: Date.UTC(2019, 3, 25, 9, 32, 9) })).toBe('2019-04-25T09:32:09+08:00');
    expect(read({ wall: Date.UTC(2019, 3, 25, 9, 32, 9) - 3 })).toBe('2019-04-25T09:32:09+08:00');
    expect(read({ wall: Date.UTC(2019, 3, 25, 9, 32, 9) }, 'Europe/Berlin')).toBe('2019-04-25T09:32:09+02:00');
  });

  it('reads seconds and milliseconds since 1970', () => {
    expect(read(1556155929)).toBe('2019-04-25T09:32:09+08:00');
    expect(read('1556155929000')).toBe('2019-04-25T09:32:09+08:00');
  });

  it.each([['昨天'], ['2019/2/30'], ['2019/4/25 25:00'], ['2019/4/25 9:61'], ['4/25/2019'], ['9:32'], ['1889/1/1'], ['2101-01-01'], ['12'], [''], [true], ['2019/4/25 上午'], ['2019/4/25 9:32 昨天']])('does not guess at %j', (cell) => {
    expect(readMoment(cell, ZONE)).toBeNull();
  });

  it('reads back every second that it is shown, in any of the usual spellings', () => {
    // China's clocks last changed in 1991; an hour that was shown twice cannot be read back.
    const seconds = fc.integer({ min: Date.UTC(1992, 0, 2) / 1000, max: Date.UTC(2099, 11, 30) / 1000 });
    fc.assert(fc.property(seconds, fc.constantFrom('-', '/', '.'), (second, separator) => {
      const [day = '', time = ''] = formatInstant(second * 1000, ZONE).slice(0, 19).split('T');
      expect(readMoment(`${day.replaceAll('-', separator)} ${time}`, ZONE)).toBe(second * 1000);
      expect(readMoment((second * 1000 - Date.UTC(1899, 11, 30) + 8 * 3_600_000) / 86_400_000, ZONE)).toBe(second * 1000);
    }));
  });

  it('knows a day from a time of day', () => {
    expect(['2019-04-25', '2019年4月25日', '20190425'].map(isDayOnly)).toEqual([true, true, true]);
    expect(['2019-04-25 00:00', '2019-04-25T00:00:00Z'].map(isDayOnly)).toEqual([false, false]);
  });
});
