import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { instantOf, momentText, SeverityFlag, useLanguage, useWords } from '#ui/index.ts';
import type { ApprovalCard } from '../contract.ts';
import { readFiles, type File } from './calls.ts';
import { approvalWords } from './words.ts';

interface Props { readonly card: ApprovalCard; readonly now: string; readonly zone: string }

/** One decision, from top to bottom as it is read: who asks what, how much, for whom, and what follows. */
export function Card({ card, now, zone }: Props): ReactElement {
  const say = useWords(approvalWords);
  const { matter } = card;
  const time = useTimeWords(now, zone);
  return (
    <article className="ap-card" aria-label={card.title}>
      <p className="ap-who">{say('asks', { who: card.applicant, act: card.actTitle })}</p>
      <p className="ap-title"><b>{card.title}</b> <Clauses clause={card.clause} />{card.clause.length === 0 && card.ours !== null && <span className="tag tag-ours">{say('ours')}</span>}</p>
      {card.amount && <p className="ap-amount"><b>¥{money(card.amount.value)}</b> <small>{card.amount.title}</small></p>}
      {card.covers.length > 0 && <Lines title={say('what')} lines={card.covers} />}
      {card.reason !== null && card.reason !== '' && <p className="ap-reason"><span className="quiet">{say('reason')}</span> {card.reason}</p>}
      <section aria-label={say('about')} className="ap-matter">
        <p><SeverityFlag peril={matter.peril} title={matter.severityTitle} level={matter.level} /> <b>{matter.subject}</b></p>
        <p className="quiet">{[matter.customer, matter.place, matter.kindTitle, matter.stageTitle].filter((each) => each !== '').join(' · ')}</p>
        <p><a href={`/matters/${matter.id}`}>{matter.number} {say('open')}</a></p>
      </section>
      {card.facts.length > 0 && <Lines title={say('facts')} lines={card.facts} />}
      {card.earlier.length > 0 && <Part title={say('earlier')}>{card.earlier.map(({ who, opinion }) => <p key={who}>{who}：{opinion ?? say('agreed')}</p>)}</Part>}
      <Part title={say('after')} marked>
        {card.after.length === 0 ? <p>{say('noAfter')}</p> : (
          <ul>{card.after.map(({ says, dueAt, clause }) => <li key={`${says}${dueAt ?? ''}`}>{says}{dueAt !== null && <b> {time(dueAt)}</b>} <Clauses clause={clause} /></li>)}</ul>
        )}
      </Part>
      <Pictures matter={matter.id} />
      {card.dueAt !== null && <p className={card.overdue ? 'ap-due ap-late' : 'ap-due quiet'}>{say(card.overdue ? 'overdue' : 'due', { at: time(card.dueAt) })}</p>}
    </article>
  );
}

function useTimeWords(now: string, zone: string): (at: string) => string {
  const { language } = useLanguage();
  return (at) => momentText(instantOf(at) ?? 0, instantOf(now) ?? 0, zone, language, true);
}

const money = (value: number): string => value.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function Clauses({ clause }: { clause: readonly string[] }): ReactElement {
  const say = useWords(approvalWords);
  return <>{clause.map((id) => <a key={id} className="clause" href="/policy">{say('clause', { id })}</a>)}</>;
}

function Part({ title, marked = false, children }: { title: string; marked?: boolean; children: ReactNode }): ReactElement {
  return <section aria-label={title} className={marked ? 'ap-part ap-after' : 'ap-part'}><h2>{title}</h2>{children}</section>;
}

function Lines({ title, lines }: { title: string; lines: readonly { readonly title: string; readonly value: string }[] }): ReactElement {
  return <Part title={title}><dl>{lines.map((line) => <div key={line.title}><dt>{line.title}</dt><dd>{line.value}</dd></div>)}</dl></Part>;
}

/** Pictures small, everything else by name; each opens whole. */
function Pictures({ matter }: { matter: string }): ReactElement | null {
  const say = useWords(approvalWords);
  const [files, setFiles] = useState<readonly File[]>([]);
  useEffect(() => {
    let here = true;
    void readFiles(matter).then((found) => { if (here) setFiles(found); });
    return () => { here = false; };
  }, [matter]);
  if (files.length === 0) return null;
  return (
    <Part title={say('pictures')}>
      <div className="ap-files">
        {files.map(({ id, name, mediaType }) => (
          <a key={id} href={`/api/attachments/${id}`} target="_blank" rel="noreferrer">{mediaType.startsWith('image/') ? <img src={`/api/attachments/${id}`} alt={name} loading="lazy" /> : name}</a>
        ))}
      </div>
    </Part>
  );
}
