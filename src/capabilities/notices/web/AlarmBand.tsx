import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Moment, useNarrow, useWords } from '#ui/index.ts';
import type { NoticeJson, TakeBody } from '../contract.ts';
import { AlarmSign } from './AlarmSign.tsx';
import { alarmsQuery, takeNotice } from './calls.ts';
import { alarmsByMatter } from './rules/by-matter.ts';
import { useBandHeight } from './useBandHeight.ts';
import { useCalled } from './useCalled.ts';
import { useNoticeStep } from './useNoticeStep.ts';
import { useOpen } from './useOpen.ts';
import { useRinging } from './useRinging.ts';
import { noticeWords } from './words.ts';
import './notices.css';

const NOBODY: readonly NoticeJson[] = [];

/**
 * What happens when somebody is alarmed: the band over every page, the title of the window, the message of the system, the sound. Nothing
 * is drawn while there is no alarm. Once on a page.
 */
export function AlarmBand(): ReactElement | null {
  const alarms = useQuery(alarmsQuery).data?.items ?? NOBODY;
  useRinging(alarms);
  useCalled(alarms);
  return alarms.length > 0 ? <Band alarms={alarms} /> : null;
}

function Band({ alarms }: { alarms: readonly NoticeJson[] }): ReactElement {
  const say = useWords(noticeWords);
  const [all, showAll] = useState(false);
  const few = useNarrow() ? 1 : 2;
  const matters = alarmsByMatter(alarms);
  const hidden = matters.length - few;
  return (
    <section className="alarms" role="alert" aria-label={say('alarms')} ref={useBandHeight()}>
      {(all ? matters : matters.slice(0, few)).map((of) => <AlarmLine key={of[0].matter?.id ?? of[0].id} of={of} />)}
      {hidden > 0 && <button type="button" className="alarm-more" aria-expanded={all} onClick={() => showAll(!all)}>{all ? say('fewerAlarms') : say('moreAlarms', { n: hidden })}</button>}
    </section>
  );
}

/** The alarms of one matter, the newest in words: what it is, when it came, to whom it climbs, and the two answers to it. */
function AlarmLine({ of }: { of: readonly [NoticeJson, ...NoticeJson[]] }): ReactElement {
  const [alarm] = of;
  const say = useWords(noticeWords);
  const open = useOpen();
  const { busy, step } = useNoticeStep();
  const take = async (how: TakeBody['how']): Promise<void> => {
    let taken = true;
    for (const { id } of of) taken = (await step([id, how], (key) => takeNotice(id, how, key))) && taken;
    if (taken && how === 'handling' && alarm.link !== null) open(alarm.link);
  };
  return (
    <div className="alarm">
      <AlarmSign />
      <div className="alarm-words">
        <p className="alarm-title"><span className="alarm-class">{say('alarm')}</span> <b>{alarm.title}</b> <span className="number"><Moment at={alarm.at} /></span></p>
        <p className="alarm-text"><Calling alarm={alarm} />{alarm.climbs && <> · {say('climbsTo', { who: alarm.climbs.to })}</>}</p>
      </div>
      <div className="alarm-answers">
        <button type="button" title={say('seenMeans')} disabled={busy} onClick={() => void take('seen')}>{say('seen')}</button>
        <button type="button" className="alarm-handling" title={say('handlingMeans')} disabled={busy} onClick={() => void take('handling')}>{say('handling')}</button>
      </div>
    </div>
  );
}

/** Whom to call back, where to go, whose turn it is; that a matter was registered nobody has to be told beside that. */
function Calling({ alarm: { text, template, calling } }: { alarm: NoticeJson }): ReactElement {
  const say = useWords(noticeWords);
  if (calling === null) return <>{text}</>;
  const { name, phone, place, next } = calling;
  const who = [name, place].filter(Boolean).join(' ');
  return (
    <>
      {who !== '' && <>{say('caller', { who })} </>}
      {phone !== '' && (phone.includes('*') ? <span className="number">{phone}</span> : <a className="number alarm-phone" href={`tel:${phone}`}>{phone}</a>)}
      {(who !== '' || phone !== '') && ' · '}
      {next && <>{next.due === null ? say('nextNoTime', { who: next.who, act: next.act }) : <>{say('nextUntil', { who: next.who, act: next.act })} <Moment at={next.due} /></>}{!SAID_BY_NEXT.includes(template) && ' · '}</>}
      {(next === null || !SAID_BY_NEXT.includes(template)) && text}
    </>
  );
}

/** Notices that say no more than that there is something, and what to do with it. */
const SAID_BY_NEXT: readonly string[] = ['told', 'urgent'];
