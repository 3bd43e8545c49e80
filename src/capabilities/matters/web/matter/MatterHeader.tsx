import { Tooltip } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { civilOf, dayOf, instantOf, Moment, momentText, SeverityFlag, UrgencyChip, useClock, useLanguage, useMinute, useWords } from '#ui/index.ts';
import { usePolicyTitle, useSeverityLevel } from '#capabilities/policies/web/index.ts';
import type { MatterJson, ObligationJson } from '../../contract.ts';
import { severityOf } from '../rules/acts.ts';
import { answerTo, limitOf, owed } from '../rules/limits.ts';
import { matterWords } from '../words.ts';
import { Why } from './why/Why.tsx';
import { pageWords } from './words.ts';

/** Two lines that stay: what it is, and what comes next, by whom, until when. */
export function MatterHeader({ matter, children }: { matter: MatterJson; children?: ReactNode }): ReactElement {
  const say = useWords(matterWords);
  const level = useSeverityLevel();
  const severity = severityOf(matter);
  const heaviness = level(matter.kind, severity.value);
  return (
    <header className={`matter-head head-${matter.peril ? 3 : heaviness}`}>
      <div className="head-line head-first">
        <span className="number">{matter.number}</span>
        <span className="tag">{matter.kindTitle}</span>
        <SeverityFlag peril={matter.peril} title={severity.title} level={heaviness} />
        <h1 title={matter.subject}>{matter.subject}</h1>
        {matter.marks.filter((mark) => mark.id !== 'urgent' || matter.peril?.dangers.length).map((mark) => <span key={mark.id} className="tag">{mark.title}{mark.count > 1 && `×${mark.count}`}<AnswerBy obligation={answerTo(mark.id, matter.obligations)} /></span>)}
        {(matter.ended === 'void' || matter.ended === 'merged') && <span className="tag">{say(matter.ended === 'void' ? 'voided' : 'merged')}</span>}
        <span className="head-side">{children}</span>
      </div>
      <div className="head-line">
        <NextStep obligation={owed(matter.obligations)[0]} />
        {matter.attended && <span className="tag">{say('attended')} <b>{matter.attended.name}</b> <Moment at={matter.attended.at} /></span>}
        <Edition policy={matter.policy} />
      </div>
    </header>
  );
}

/** Until when whoever leads wants his answer; why it is that time stands behind it. */
function AnswerBy({ obligation }: { obligation: ObligationJson | undefined }): ReactElement | null {
  const say = useWords(pageWords);
  if (!obligation?.dueAt) return null;
  return <> · <Moment at={obligation.dueAt} end /> {say('answerBy')} <Why obligation={obligation} /></>;
}

function NextStep({ obligation }: { obligation: ObligationJson | undefined }): ReactElement {
  const say = useWords(matterWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useMinute();
  if (!obligation) return <span className="quiet">{say('nothingNext')}</span>;
  const due = instantOf(obligation.dueAt);
  const who = obligation.bearerWords[language];
  const sentence = due === null ? say('nextStepUndated', { who, act: obligation.actTitle }) : say('nextStepSays', { who, act: obligation.actTitle, when: momentText(due, now, zone, language, true) });
  return <><span className="quiet">{say('nextStep')}</span> <b>{sentence}</b> <UrgencyChip limit={limitOf(obligation)} metAt={instantOf(obligation.metAt)} /></>;
}

/** Which edition of the policy it is handled under: people know its year; day and check code stand behind it. */
function Edition({ policy }: { policy: MatterJson['policy'] }): ReactElement {
  const say = useWords(pageWords);
  const { language } = useLanguage();
  const { zone } = useClock();
  const now = useMinute();
  const title = usePolicyTitle(policy.id);
  const since = instantOf(policy.since);
  if (since === null) return <span className="quiet head-policy" title={policy.version.slice(0, 8)}>{say('editionPlain', { title })}</span>;
  const details = say('editionSince', { day: dayOf(since, now, zone, language), hash: policy.version.slice(0, 8) });
  return <Tooltip title={details} trigger={['hover', 'focus']}><span className="quiet head-policy" tabIndex={0}>{say('edition', { title, year: civilOf(since, zone).year })}</span></Tooltip>;
}
