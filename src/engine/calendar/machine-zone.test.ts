import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { addOpenTime, cnDayTable, compileCalendar, dateOf, endOfDay, lastDayOf, nthWorkingDayClose } from './index.ts';

const here = process.env['TZ'];

afterEach(() => {
  if (here === undefined) delete process.env['TZ'];
  else process.env['TZ'] = here;
});

function answers(): unknown[] {
  const weekly = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: 510, to: 720 }, { from: 780, to: 1050 }]]));
  const calendar = compileCalendar({ name: 'working', weekly, holidays: 'CN', source: { clause: [], ours: 'a test', line: 1 } }, 'Asia/Shanghai', cnDayTable(), { from: 2026, to: 2026 });
  const start = Date.parse('2026-03-06T17:00:00+08:00');
  return [addOpenTime(calendar, start, 7_200_000), nthWorkingDayClose(calendar, start, 3), endOfDay(20_000, 'Europe/Berlin'), dateOf(lastDayOf('quarter', 20_500)), calendar.starts];
}

describe('the machine’s zone', () => {
  it('changes no answer', () => {
    process.env['TZ'] = 'UTC';
    const inUtc = answers();
    for (const zone of ['Pacific/Kiritimati', 'America/New_York', 'Asia/Shanghai']) {
      process.env['TZ'] = zone;
      expect(answers()).toEqual(inUtc);
    }
  });

  it('is asked nowhere: no local parts of a date, no clock, no date text without an offset', () => {
    const local = /\.(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(|toLocale\w*String|Date\.now|new Date\(\)|new Date\([^)]*,|Temporal\.Now/;
    const folders = [new URL('./', import.meta.url), new URL('../due/', import.meta.url)];
    const sources = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).map((name) => new URL(name, folder)));
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((source) => local.test(readFileSync(source, 'utf8'))).map((source) => source.pathname)).toEqual([]);
  });
});
