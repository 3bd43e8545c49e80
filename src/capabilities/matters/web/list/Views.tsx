import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import { matterViews, type MatterView } from '../../contract.ts';
import { listWords } from './words.ts';

const TITLES: Readonly<Record<MatterView, keyof typeof listWords>> = {
  mine: 'viewMine', unit: 'viewUnit', overdue: 'viewOverdue', today: 'viewToday', heaviest: 'viewHeaviest', untaken: 'viewUntaken', revisit: 'viewRevisit', reopened: 'viewReopened',
};

/** The questions asked every day, one press each; pressing the chosen one again shows all. */
export function Views({ chosen, choose }: { chosen: MatterView | undefined; choose: (view: MatterView | undefined) => void }): ReactElement {
  const say = useWords(listWords);
  return (
    <div className="chips views" role="group" aria-label={say('views')}>
      {matterViews.map((view) => (
        <Button key={view} shape="round" aria-pressed={chosen === view} className={chosen === view ? 'chip-on' : ''} onClick={() => choose(chosen === view ? undefined : view)}>{say(TITLES[view])}</Button>
      ))}
    </div>
  );
}
