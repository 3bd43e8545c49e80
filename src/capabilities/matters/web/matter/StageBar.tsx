import { useEffect, useRef, type ReactElement } from 'react';
import { DoneSign, Moment, useNarrow, useWords } from '#ui/index.ts';
import type { MatterJson } from '../../contract.ts';
import { matterWords } from '../words.ts';

/** The stages with the real times under them. The present one is named to screen readers, too, and stands in sight on a narrow screen, where the keyboard moves the bar. */
export function StageBar({ matter }: { matter: MatterJson }): ReactElement {
  const say = useWords(matterWords);
  const narrow = useNarrow();
  const bar = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const present = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (bar.current && present) bar.current.scrollLeft = present.offsetLeft - bar.current.offsetLeft - bar.current.clientWidth / 3;
  }, [matter.stage]);
  return (
    <>
      {matter.reopened && <p className="stages-round"><span className="tag">{say('reopenedRound', { round: matter.reopened.round })}</span> <span className="quiet"><Moment at={matter.reopened.at} /> {say('reopenedAt')}</span></p>}
      <ol ref={bar} className="stages" aria-label={say('stage')} {...(narrow ? { tabIndex: 0 } : {})}>
        {matter.stages.map((stage) => {
          const present = stage.id === matter.stage;
          const passed = !present && stage.at !== null;
          return (
            <li key={stage.id} className={present ? 'stage stage-now' : passed ? 'stage stage-passed' : 'stage'} {...(present ? { 'aria-current': 'step' as const } : {})}>
              <span>{passed && <DoneSign />}{stage.title}</span>
              <small>{stage.at === null ? '—' : <Moment at={stage.at} />}</small>
            </li>
          );
        })}
      </ol>
    </>
  );
}
