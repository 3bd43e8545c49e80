import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { DoneSign, useWords, type Answers, type Ask } from '#ui/index.ts';
import { intakeWords } from './words.ts';

const FEW = 6;

/** The facts of the policy as chips: six at hand, the rest one press away. A chip is a switch and says so to screen readers. */
export function FactChips({ asks, answers, change }: { asks: readonly Ask[]; answers: Answers; change: (answers: Answers) => void }): ReactElement | null {
  const say = useWords(intakeWords);
  const [all, showAll] = useState(false);
  if (asks.length === 0) return null;
  // A button for one more would take as much room as the one.
  const shown = all || asks.length === FEW + 1 ? asks : asks.filter((ask, i) => i < FEW || answers[ask.name] === true);
  return (
    <div className="chips" role="group" aria-label={say('facts')}>
      <span className="field-label">{say('facts')}</span>
      {shown.map((ask) => {
        const ticked = answers[ask.name] === true;
        return <Button key={ask.name} aria-pressed={ticked} className={ticked ? 'chip chip-on' : 'chip'} onClick={() => change({ ...answers, [ask.name]: !ticked })}>{ticked && <DoneSign />}{ask.title}</Button>;
      })}
      {shown.length < asks.length && <Button type="dashed" onClick={() => showAll(true)}>{say('moreFacts', { n: asks.length - shown.length })}</Button>}
    </div>
  );
}
