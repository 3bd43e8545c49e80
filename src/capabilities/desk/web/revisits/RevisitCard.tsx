import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { Answer, ClauseChips, KeyName, Moment, Notice, useWords } from '#ui/index.ts';
import type { EventJson, ObligationJson } from '#capabilities/matters/contract.ts';
import { actsQuery, clausesOf, eventsQuery, isOwed, matterQuery } from '#capabilities/matters/web/index.ts';
import type { DeskRow } from '../../contract.ts';
import { Outcomes } from './Outcomes.tsx';
import { revisitWords } from './words.ts';

/** What happened lately that one should know before calling. */
const LATELY = 4;

/** The present customer: the number to call, what was reported, what was done and by whom, and how the call ends. */
export function RevisitCard({ row, goOn, settled }: { row: DeskRow; goOn: () => void; /** Another time was agreed: he has not to be called now. */ settled: () => void }): ReactElement {
  const say = useWords(revisitWords);
  const matter = useQuery(matterQuery(row.matter.id));
  const acts = useQuery(actsQuery(row.matter.id));
  return (
    <section className="revisit">
      <Answer of={matter} rows={6}>{(found) => (
        <>
          <header className="revisit-head">
            <h2>{found.customer?.name ?? row.matter.number}</h2>
            <Phone phone={found.customer?.phone ?? ''} />
            <Button onClick={goOn}>{say('next')} <KeyName>F8</KeyName></Button>
          </header>
          <p className="quiet"><Link to="/matters/$id" params={{ id: row.matter.id }}>{row.matter.number}</Link> · {row.matter.kindTitle} · {row.next.title} <ClauseChips clauses={clausesOf(row.next)} /></p>
          <Agreed obligation={found.obligations.find((each) => each.duty.endsWith('.call-again') && isOwed(each))} />
          <h3>{say('said')}</h3>
          <p className="said">{found.content}</p>
          <Done matter={row.matter.id} act={row.next.act} />
        </>
      )}</Answer>
      <Answer of={acts} rows={2}>{(list) => {
        const act = list.find((one) => one.act === row.next.act);
        return act ? <Outcomes key={act.act} matter={row.matter.id} act={act} goOn={goOn} settled={settled} /> : <Notice text={say('notNow')} />;
      }}</Answer>
    </section>
  );
}

/** The time at which he wants to be called again. */
function Agreed({ obligation }: { obligation: ObligationJson | undefined }): ReactElement | null {
  const say = useWords(revisitWords);
  if (!obligation?.dueAt) return null;
  return <p><span className="tag">{say('agreedCall')} <Moment at={obligation.dueAt} end /></span></p>;
}

function Phone({ phone }: { phone: string }): ReactElement {
  const say = useWords(revisitWords);
  const { message } = App.useApp();
  if (phone === '') return <span className="quiet">{say('noPhone')}</span>;
  const copy = (): void => void navigator.clipboard?.writeText(phone).then(() => message.success(say('copied')), () => undefined);
  return <span className="revisit-phone"><b className="number">{phone}</b> <a href={`tel:${phone}`} className="step-link">{say('dial')}</a> <Button type="link" onClick={copy}>{say('copy')}</Button></span>;
}

/** What people did last, newest first, and how often the customer was not reached. */
function Done({ matter, act }: { matter: string; act: string }): ReactElement {
  const say = useWords(revisitWords);
  const { data: events = [] } = useQuery(eventsQuery(matter));
  const people = events.filter((event) => event.act !== null && event.actor.person !== null && !event.recalled);
  // Since he was reached the last time: what was asked again after that is another round.
  const asked = people.filter((event) => event.act === act).map(outcomeOf);
  const tries = asked.length - 1 - asked.findLastIndex((outcome) => outcome !== 'unreachable');
  const lately = people.filter((event) => event.act !== act && event.act !== 'receive').slice(-LATELY).reverse();
  return (
    <>
      <h3>{say('done')} {tries > 0 && <span className="tag">{say('tries', { n: tries })}</span>}</h3>
      {lately.length === 0 ? <p className="quiet">{say('nothingDone')}</p> : (
        <ul className="revisit-done">{lately.map((event) => <li key={event.seq}><Moment at={event.occurredAt} /> {event.actor.name} <b>{event.title}</b>{event.lines.length > 0 && <span> {event.lines.join(' · ')}</span>}</li>)}</ul>
      )}
    </>
  );
}

/** What came of a revisit; null where the event does not say. */
function outcomeOf({ body: { fields } }: EventJson): unknown {
  return typeof fields === 'object' && fields !== null && 'outcome' in fields ? fields.outcome : null;
}
