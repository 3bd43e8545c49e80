import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { Phrase } from './phrase.ts';
import { intakeWords } from './words.ts';

/** The phrases that are meant, below the words. The mouse chooses without taking the focus away. */
export function PhraseList({ phrases, at, put, none }: { phrases: readonly Phrase[]; at: number; put: (phrase: Phrase) => void; none: boolean }): ReactElement {
  const say = useWords(intakeWords);
  if (phrases.length === 0) return <div className="phrases quiet" role="status">{say(none ? 'noPhrases' : 'noPhrase')}</div>;
  return (
    <ul className="phrases" role="listbox" aria-label={say('phrases')}>
      {phrases.map((phrase, i) => (
        <li key={phrase.id} role="option" aria-selected={i === at} className={i === at ? 'phrase phrase-here' : 'phrase'} onMouseDown={(event) => { event.preventDefault(); put(phrase); }}>
          <b>{phrase.title}</b> <small className="quiet">{phrase.initials}</small> <span className="quiet">{phrase.text}</span>
        </li>
      ))}
    </ul>
  );
}
