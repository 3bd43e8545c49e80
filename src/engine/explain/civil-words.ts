import { civilDayOf, dateOf, startOfDay } from '../calendar/index.ts';
import { formatInstant, type Instant } from '../instant.ts';
import type { Text } from '../text.ts';

/** Whether an instant is the 24:00 of a day, which is how people say the end of a limit of days. */
export function endsOfDays(at: Instant, zone: string): boolean {
  return startOfDay(civilDayOf(at, zone), zone) === at;
}

/** A time as people say it: `3月5日 13:12`; the end of a day is 24:00 of that day, not 00:00 of the next. */
export function civilWords(at: Instant, zone: string): Text {
  const end = endsOfDays(at, zone);
  const day = dateOf(civilDayOf(end ? at - 1 : at, zone));
  const time = end ? '24:00' : formatInstant(at, zone).slice(11, 16);
  const [year = '', month = '', date = ''] = day.split('-');
  return { zh: `${year}年${Number(month)}月${Number(date)}日 ${time}`, en: `${day} ${time}` };
}
