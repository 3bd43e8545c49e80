import { Button } from 'antd';
import { useId, useState, type ReactElement } from 'react';
import { foldedAsks, isBlank, type Answers, type Ask } from '../rules/index.ts';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';
import { AskField } from './AskField.tsx';

interface Props {
  readonly asks: readonly Ask[];
  readonly answers: Answers;
  readonly change: (answers: Answers) => void;
  /** Names of fields that must still be filled in; empty before the first try. */
  readonly missing?: readonly string[];
  /** How many fields stand open; required ones always do. */
  readonly open?: number;
}

/** A form drawn from what an act asks: at most four fields open, the rest behind “补充”. */
export function AskForm({ asks, answers, change, missing = [], open = 4 }: Props): ReactElement {
  const say = useWords(partWords);
  const form = useId();
  const [unfolded, unfold] = useState(false);
  const { shown, folded } = foldedAsks(asks, open);
  return (
    <div className="form">
      {(unfolded ? asks : shown).map((ask) => (
        <AskField key={ask.name} ask={ask} id={`${form}-${ask.name}`} value={answers[ask.name]} change={(value) => change({ ...answers, [ask.name]: value })}
          {...(missing.includes(ask.name) && isBlank(answers[ask.name]) ? { wrong: say('required', { title: ask.title }) } : {})} />
      ))}
      {!unfolded && folded.length > 0 && <Button type="dashed" onClick={() => unfold(true)}>{say('extra', { n: folded.length })}</Button>}
    </div>
  );
}
