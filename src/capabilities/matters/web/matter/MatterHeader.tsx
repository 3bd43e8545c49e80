import type { ReactElement } from 'react';
import { instantOf, momentText, SeverityFlag, useClock, useLanguage, useNow, useWords } from '#ui/index.ts';
import { usePolicyTitle, useSeverityLevel } from '#capabilities/policies/web/index.ts';
import type { MatterJson } from '../../contract.ts';
import { severityOf } from '../rules/acts.ts';
import { owed } from '../rules/limits.ts';
import { ObligationTime } from '../ObligationTime.tsx';
import { matterWords } from '../words.ts';

/** Two lines that stay: what it is, and what comes next, by whom, until when. */
export function MatterHeader({ matter }: { matter: MatterJson }): ReactElement {
  const say = useWords(matterWords);
  const level = useSeverityLevel();
  const severity = severityOf(matter);
  const heaviness = level(matter.kind, severity.value);
  return (
    <header className={`matter-head head-${heaviness}`}>
      <div className="head-line">
        <span className="number">{matter.number}</span>
        <span className="tag">{matter.kindTitle}</span>
        <SeverityFlag title={severity.title} level={heaviness} />
        <h1>{matter.subject}</h1>
        {matter.ended !== null && <span className="tag">{matter.ended === 'void' ? say('voided') : matter.ended === 'merged' ? say('merged') : say('ended')}</span>}
      </div>
      <NextStep matter={matter} />
    </header>
  );
}

function NextStep({ matter }: { matter: MatterJson }): ReactElement {
  const say = useWords(matterWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useNow();
  const title = usePolicyTitle(matter.policy.id);
  const next = owed(matter.obligations)[0];
  const policy = say('underPolicy', { title, version: matter.policy.version.slice(0, 8) });
  if (!next) return <div className="head-line quiet">{say('nothingNext')} · {policy}</div>;
  const due = instantOf(next.dueAt);
  const sentence = due === null
    ? say('nextStepUndated', { who: next.bearerTitle, act: next.actTitle })
    : say('nextStepSays', { who: next.bearerTitle, act: next.actTitle, when: momentText(due, now, zone, language) });
  return (
    <div className="head-line">
      <span className="quiet">{say('nextStep')}</span> <b>{sentence}</b> <ObligationTime obligation={next} />
      <span className="quiet head-policy">{policy}</span>
    </div>
  );
}
