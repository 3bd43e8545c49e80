import type { ReactElement, ReactNode } from 'react';
import { useClock, useMinute, useWords } from '#ui/index.ts';
import { civilDayFrom, civilDayOf } from '#engine/calendar/index.ts';
import { fileWords } from './words.ts';

/** Bars are as long as two years. */
const LONGEST = 730;

/** What is under warranty, and for how long: a bar, the days, the last day. */
export function Warranty({ part, until, over, children }: { part: string; until: string; over: boolean; children?: ReactNode }): ReactElement {
  const say = useWords(fileWords);
  const now = useMinute();
  const { zone } = useClock();
  const days = Math.max(0, (civilDayFrom(until) ?? 0) - civilDayOf(now, zone));
  return (
    <div className="warranty">
      <span>{part}</span>
      <span className="warranty-bar" aria-hidden="true"><span style={{ width: over ? 0 : `${Math.max(2, Math.min(1, days / LONGEST) * 100)}%` }} /></span>
      <span className={over ? 'quiet' : ''}>{over ? say('over') : say('left', { n: days })} · {say('until', { date: until })}</span>
      <span className="things-ways">{children}</span>
    </div>
  );
}
