import { Button } from 'antd';
import type { ReactElement } from 'react';
import { instantOf, momentText, useClock, useLanguage, useMinute } from '#ui/index.ts';

/** Times to choose with one press; any other is typed in the field beside. */
export function TimeChips({ label, times, chosen, choose }: { label: string; times: readonly string[]; chosen: unknown; choose: (time: string) => void }): ReactElement | null {
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useMinute();
  if (times.length === 0) return null;
  return (
    <div className="chips" role="group" aria-label={label}>
      <span className="quiet">{label}</span>
      {times.map((time) => <Button key={time} aria-pressed={chosen === time} className={chosen === time ? 'chip-on' : ''} onClick={() => choose(time)}>{momentText(instantOf(time) ?? 0, now, zone, language)}</Button>)}
    </div>
  );
}
