import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useClock, useMinute, useWords } from '#ui/index.ts';
import { deskWords } from './words.ts';

const FRIDAY = 5;
const NOON = 12;

/** On Friday afternoon: what falls due on the days off, so that it is agreed on while everybody is still there. */
export function WeekendBand({ count, show }: { count: number; show: () => void }): ReactElement | null {
  const say = useWords(deskWords);
  const { zone } = useClock();
  const now = useMinute();
  if (count === 0 || !isFridayAfternoon(now, zone)) return null;
  return <p className="desk-weekend" role="status"><b>{say('weekend', { n: count })}</b> {say('weekendHint')} <Button type="link" onClick={show}>{say('show')}</Button></p>;
}

/** From noon on Friday. @param now - epoch milliseconds */
export function isFridayAfternoon(now: number, zone: string): boolean {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', hour12: false }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(part('weekday')) === FRIDAY && Number(part('hour')) >= NOON;
}
