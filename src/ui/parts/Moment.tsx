import type { ReactElement } from 'react';
import { useLanguage } from '../words/index.ts';
import { instantOf, isoText, momentText } from '../rules/index.ts';
import { useClock, useOfNow } from '../time/index.ts';

/** An ISO time as people say it (今天 15:30), with the whole time on hover. “—” for none. `end`: it ends something, so midnight is 24:00. `brief`: without the day of the week, which the hover still tells. */
export function Moment({ at, end = false, brief = false }: { at: string | null | undefined; end?: boolean; brief?: boolean }): ReactElement {
  const { language } = useLanguage();
  const { zone } = useClock();
  const instant = instantOf(at);
  const text = useOfNow((now) => (instant === null ? '' : momentText(instant, now, zone, language, end, brief)));
  if (instant === null) return <span>—</span>;
  return <time dateTime={at ?? ''} title={isoText(instant, zone).slice(0, 19).replace('T', ' ')}>{text}</time>;
}
