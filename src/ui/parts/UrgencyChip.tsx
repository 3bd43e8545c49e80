import type { ReactElement } from 'react';
import { useLanguage, useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';
import { clockText, dayOf, leftText, momentText, spanText, urgencyOf, type Limit, type Urgency } from '../rules/index.ts';
import { useClock, useOfNow } from '../time/index.ts';
import { AmpleSign, DoneSign, NearSign, OverdueSign, PressingSign, StillSign, UndatedSign, WaivedSign } from './signs.tsx';

const SIGNS: Record<Urgency, () => ReactElement> = {
  ample: AmpleSign, near: NearSign, pressing: PressingSign, overdue: OverdueSign, still: StillSign,
  met: DoneSign, 'met-late': DoneSign, waived: WaivedSign, void: UndatedSign, undated: UndatedSign,
};

/** A limit as a chip: shape, words and colour together. Follows the server's clock by the second. */
export function UrgencyChip({ limit, metAt = null }: { limit: Limit; metAt?: number | null }): ReactElement {
  const textAt = useChipText(limit, metAt);
  const urgency = useOfNow((now) => urgencyOf(limit, now));
  const text = useOfNow((now) => textAt(urgencyOf(limit, now), now));
  const Shape = SIGNS[urgency];
  return <span className={`urgency urgency-${urgency}`}><Shape />{text}</span>;
}

function useChipText(limit: Limit, metAt: number | null): (urgency: Urgency, now: number) => string {
  const say = useWords(partWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  return (urgency, now) => {
    const sameDay = (at: number): boolean => dayOf(at, now, zone, language) === dayOf(now, now, zone, language);
    switch (urgency) {
      case 'ample': case 'near': case 'pressing': return say('left', { span: leftText((limit.dueAt ?? now) - now, language) });
      case 'overdue': return limit.dueAt === null ? say('overdue') : say('over', { span: spanText(now - limit.dueAt, language) });
      case 'still': return limit.runsAgainAt === null ? say('still') : say('stillUntil', { at: sameDay(limit.runsAgainAt) ? clockText(limit.runsAgainAt, zone) : momentText(limit.runsAgainAt, now, zone, language) });
      case 'met-late': return metAt === null || limit.dueAt === null ? say('metLate') : say('metLateBy', { span: spanText(metAt - limit.dueAt, language) });
      case 'met': return say('met');
      case 'waived': return say('waived');
      case 'void': return say('voided');
      case 'undated': return say('undated');
    }
  };
}
