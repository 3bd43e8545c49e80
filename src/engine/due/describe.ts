import type { Due, DueRule, Duration, Period } from '../policy.ts';
import type { Text } from '../text.ts';

const UNIT_ZH: Readonly<Record<Duration['unit'], string>> = { minutes: '分钟', hours: '小时', days: '天', weeks: '周', months: '个月', years: '年' };
const PERIOD_ZH: Readonly<Record<Period, string>> = { day: '当天', week: '本周', month: '本月', quarter: '本季度', year: '本年' };
/** Chinese for the calendar names policies commonly use; any other name is shown as it is written. */
const CALENDAR_ZH: Readonly<Record<string, string>> = { working: '工作', service: '服务' };

/** A limit in words: 24 个工作小时 / 24 working hours. */
export function describeDuration(duration: Duration): Text {
  const { amount, unit, calendar } = duration;
  const en = [amount, calendar, amount === 1 ? unit.slice(0, -1) : unit].filter((part) => part !== null).join(' ');
  return { zh: durationZh(duration), en };
}

/**
 * A due time in words, for people: 下次服务时间开始后 15 分钟 / 15 minutes after the next service opening.
 * @param title names a fact as the screen does; without it the fact's id is shown.
 */
export function describeDue(rule: DueRule, title: (fact: string, ofIt: boolean) => string = (fact) => fact): Text {
  const parts = rule.firstKnown.map((due) => describeOne(due, title));
  return { zh: parts.map((part) => part.zh).join('；尚不知道时，'), en: parts.map((part) => part.en).join('; while that is unknown, ') };
}

function describeOne(due: Due, title: (fact: string, ofIt: boolean) => string): Text {
  switch (due.is) {
    case 'after': return describeAfter(due.duration, due.word);
    case 'same day': return { zh: '当天', en: 'the same day' };
    case 'end of': return describeEndOf(due.period, due.plus);
    case 'next opening': return describeNextOpening(due.calendar, due.plus);
    case 'at': return due.ofIt && due.fact === 'until' && due.shift === null ? GIVEN : describeAt(title(due.fact, due.ofIt), due.shift);
  }
}

/** Whoever did it has said until when. */
const GIVEN: Text = { zh: '以办理时定的时间为准', en: 'at the time fixed with the act' };

function describeAfter(duration: Duration, word: string | null): Text {
  const text = describeDuration(duration);
  return word === null ? text : { zh: `${word}（${text.zh}）`, en: `${word} (${text.en})` };
}

function describeEndOf(period: Period, plus: Duration | null): Text {
  const zh = `${PERIOD_ZH[period]}结束`;
  const en = `the end of the ${period}`;
  if (!plus) return { zh: `${zh}前`, en: `by ${en}` };
  const more = describeDuration(plus);
  return { zh: `${zh}后 ${more.zh}`, en: `${more.en} after ${en}` };
}

function describeNextOpening(calendar: string, plus: Duration | null): Text {
  const zh = `下次${CALENDAR_ZH[calendar] ?? `「${calendar}」`}时间开始`;
  const en = `the next ${calendar} opening`;
  if (!plus) return { zh: `${zh}时`, en: `at ${en}` };
  const more = describeDuration(plus);
  return { zh: `${zh}后 ${more.zh}`, en: `${more.en} after ${en}` };
}

function describeAt(fact: string, shift: Extract<Due, { is: 'at' }>['shift']): Text {
  if (!shift) return { zh: `以「${fact}」为准`, en: `at “${fact}”` };
  const more = describeDuration(shift.duration);
  return shift.sign === 1
    ? { zh: `「${fact}」后 ${more.zh}`, en: `${more.en} after “${fact}”` }
    : { zh: `「${fact}」前 ${more.zh}`, en: `${more.en} before “${fact}”` };
}

function durationZh({ amount, unit, calendar }: Duration): string {
  if (calendar === null) return `${amount} ${UNIT_ZH[unit]}`;
  const name = CALENDAR_ZH[calendar];
  if (name === undefined) return `${amount} ${UNIT_ZH[unit]}（按「${calendar}」日历计）`;
  return unit === 'days' ? `${amount} 个${name}日` : `${amount} 个${name}${UNIT_ZH[unit]}`;
}
