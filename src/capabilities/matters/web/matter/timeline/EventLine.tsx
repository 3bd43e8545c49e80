import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { ClauseChip, Moment, OverdueSign, useWords } from '#ui/index.ts';
import { filesOf, reachedHow, type Told, type ToldLine } from '../../rules/timeline.ts';
import { matterWords } from '../../words.ts';
import { pageWords } from '../words.ts';

const HOW = { phone: 'byPhone', visit: 'byVisit', message: 'byMessage', letter: 'byLetter' } as const;
const isHow = (how: string): how is keyof typeof HOW => Object.hasOwn(HOW, how);

interface Props { readonly told: Told; readonly files: readonly { readonly id: string; readonly name: string }[] }

/** One thing that happened: when, what, who, how the customer was reached; its words below. Taken back, it stays, struck through. */
export function EventLine({ told, files }: Props): ReactElement {
  const say = useWords(matterWords);
  const sayPage = useWords(pageWords);
  const { event } = told;
  const how = reachedHow(event);
  const attached = filesOf(event).flatMap((id) => files.find((file) => file.id === id) ?? []);
  const onlyFile = event.act === 'note' && attached.length > 0 && told.lines.every((line) => attached.some((file) => line.text.includes(file.name)));
  const [clause = '', ...others] = event.clause;
  const overdue = event.type === 'breached';
  return (
    <li className={told.class === 'system' ? 'event event-system' : `event event-${told.class}`}>
      <div className="event-head">
        <Moment at={event.occurredAt} />
        <b className={overdue ? 'event-overdue' : undefined}>{overdue && <OverdueSign />}{told.recalled ? <s>{event.title}</s> : onlyFile ? sayPage('fileAdded') : event.title}</b>
        <span>{event.actor.name}</span>
        {how !== null && isHow(how) && <span className="quiet">{sayPage(HOW[how])}</span>}
        {told.recalled && <span className="tag">{sayPage('recalled')}</span>}
        {event.late && <span className="tag">{say('late')} · {say('recordedAt')} <Moment at={event.recordedAt} /></span>}
        {clause !== '' && <span className="event-clause"><ClauseChip clause={clause} />{others.length > 0 && <span className="quiet" title={others.join('、')}> +{others.length}</span>}</span>}
      </div>
      {!onlyFile && told.lines.map((line, at) => <EventWords key={at} line={line} recalled={told.recalled} />)}
      {attached.length > 0 && <p>{attached.map((file) => <a key={file.id} className="event-file" href={`/api/attachments/${file.id}`} download={file.name}>{file.name}</a>)}</p>}
    </li>
  );
}

/** A line as it reads now; what stood there before it was corrected is one click away. */
function EventWords({ line, recalled }: { line: ToldLine; recalled: boolean }): ReactElement {
  const say = useWords(pageWords);
  const [shown, show] = useState(false);
  if (recalled) return <p><s>{line.text}</s></p>;
  if (line.was === null) return <p>{line.text}</p>;
  return (
    <p>
      {line.text} <Button type="link" className="flush" aria-expanded={shown} onClick={() => show(!shown)}>{say('corrected')}</Button>
      {shown && <span className="quiet event-was">{say('correctedFrom', { text: line.was })}</span>}
    </p>
  );
}
