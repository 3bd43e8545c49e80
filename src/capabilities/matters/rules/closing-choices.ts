import { formatInstant, nextClosings, type Language, type World } from '#engine';
import { civilDayOf, dateOf, weekdayOf } from '#engine/calendar/index.ts';

/** The language of policies calls its plain working time so. */
const WORKING = 'working';
const HOW_MANY = 4;

const NEAR: Readonly<Record<Language, readonly string[]>> = { zh: ['今天', '明天', '后天'], en: ['Today', 'Tomorrow'] };
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = { zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Choice { readonly id: string; readonly title: string; readonly hint: null }

/** Dates that somebody fixes with one press: when work ends today and on the next working days (今天下班, 明天下班 …), by the company's calendar. */
export function closingChoices(world: World, language: Language): Choice[] {
  const { zone } = world.policy;
  const calendar = world.calendars[WORKING] ?? Object.values(world.calendars)[0];
  return nextClosings(calendar, world.now, HOW_MANY, zone).map((at) => ({ id: formatInstant(at, zone), title: titleOf(at, world.now, zone, language, calendar !== undefined), hint: null }));
}

function titleOf(at: number, now: number, zone: string, language: Language, closing: boolean): string {
  // 24:00 and the end of a night shift belong to the day that ends.
  const day = civilDayOf(at - 1, zone);
  const time = civilDayOf(at, zone) === day ? formatInstant(at, zone).slice(11, 16) : '24:00';
  const near = NEAR[language][day - civilDayOf(now, zone)];
  const said = near ?? dayWords(day, language);
  if (!closing) return `${said} ${time}`;
  return language === 'zh' ? `${said}下班 ${time}` : `${said}, close ${time}`;
}

function dayWords(day: number, language: Language): string {
  const [, month = '', date = ''] = dateOf(day).split('-');
  const weekday = WEEKDAYS[language][weekdayOf(day) - 1] ?? '';
  return language === 'zh' ? `${weekday}（${Number(month)}月${Number(date)}日）` : `${weekday} ${Number(date)} ${MONTHS[Number(month) - 1] ?? ''}`;
}
