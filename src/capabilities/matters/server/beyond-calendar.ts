import type { OutsideCalendar } from '#engine/calendar/index.ts';
import { wrong, type Failure } from '#platform/operations/index.ts';

const TIME = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/i;

/**
 * 422 for a time so far away that no limit can be counted from it: a slip in the year, mostly.
 * @param sent - the body of the request; each time in it that lies beyond the calendar is named, else the body as a whole.
 */
export function beyondCalendar({ first, last }: OutsideCalendar, sent: object): Failure {
  const lies = (value: unknown): boolean => typeof value === 'string' && TIME.test(value) && (value.slice(0, 10) < first || value.slice(0, 10) > last);
  const places = Object.entries(sent).flatMap(([part, value]) => {
    if (lies(value)) return [['body', part]];
    return value !== null && typeof value === 'object' ? Object.entries(value).filter(([, each]) => lies(each)).map(([name]) => ['body', part, name]) : [];
  });
  const message = {
    zh: `工作日历只排了 ${first} 至 ${last}，时间太远，算不出时限；请检查年份。`,
    en: `The calendar covers ${first} to ${last}; with a time so far away no limit can be counted. Please check the year.`,
  };
  return wrong((places.length > 0 ? places : [['body']]).map((path) => ({ path, message })));
}
