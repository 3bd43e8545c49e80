import type { ReactElement } from 'react';
import { useWords, type Answers } from '#ui/index.ts';
import type { ActBody, MatterJson, PossibleAct } from '../../../contract.ts';
import { Consequences } from './Consequences.tsx';
import { Extending } from './Extending.tsx';
import { verbWords } from './words.ts';

/** Acts of which nobody knows by heart what they do to the limits. */
const REHEARSED: readonly string[] = ['return', 'void', 'recall', 'pause', 'resume', 'waive', 'reopen', 'record-fact', 'merge', 'unmerge'];

interface Props { readonly matter: MatterJson; readonly act: PossibleAct; readonly answers: Answers; readonly change: (part: Answers) => void; /** What would be sent; null while something is missing. */ readonly body: ActBody | null }

/** What a verb means beyond its fields: where it goes, what becomes of the limits, and how it is found again. */
export function Meant({ matter, act, answers, change, body }: Props): ReactElement | null {
  const say = useWords(verbWords);
  const late = body?.occurredAt !== undefined;
  return (
    <>
      {act.is === 'void' && <p>{say('voidMeans')}</p>}
      {act.is === 'extend' && <Extending matter={matter} answers={answers} change={change} />}
      {(late || REHEARSED.includes(act.is)) && act.allowed && <Consequences matter={matter} body={body} />}
    </>
  );
}
