import type { ReactElement } from 'react';
import { instantOf, Moment, spanText, useClock, useLanguage, useWords, type Answers } from '#ui/index.ts';
import type { MatterJson } from '../../../contract.ts';
import { chosenLimit, laterTimes } from '../../rules/later-times.ts';
import { TimeChips } from './TimeChips.tsx';
import { verbWords } from './words.ts';

const MINUTE = 60_000;

/** 延期: the times people extend to, and what that does to the limit, before anybody is asked for his consent. */
export function Extending({ matter, answers, change }: { matter: MatterJson; answers: Answers; change: (part: Answers) => void }): ReactElement | null {
  const say = useWords(verbWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const limit = chosenLimit(matter.obligations, answers['obligation']);
  if (!limit) return null;
  const [due, until] = [instantOf(limit.dueAt) ?? 0, instantOf(typeof answers['until'] === 'string' ? answers['until'] : null)];
  return (
    <section className="consequences" aria-label={say('limitThen')} aria-live="polite">
      <TimeChips label={say('until')} times={laterTimes(limit.dueAt, zone)} chosen={answers['until']} choose={(time) => change({ until: time })} />
      <p>{say('limitNow')} <b><Moment at={limit.dueAt} end /></b>{until !== null && until > due && <> → {say('limitThen')} <b><Moment at={String(answers['until'])} end /></b> <span className="tag">{say('longer', { span: spanText(until - Math.floor(due / MINUTE) * MINUTE, language) })}</span></>}</p>
      {until !== null && until <= due && <p className="field-says">{say('notLater')}</p>}
      <p className="quiet">{say('extendMeans')}</p>
    </section>
  );
}
