import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { MouseEvent, ReactElement } from 'react';
import { Answer, ClauseChips, Moment, Nothing, Older, useWords } from '#ui/index.ts';
import type { NoticeJson } from '../contract.ts';
import { alarmsQuery, noticesQuery, PAGE, readNotices } from './calls.ts';
import { grouped } from './rules/grouped.ts';
import { useNoticeStep } from './useNoticeStep.ts';
import { useOpen } from './useOpen.ts';
import { noticeWords } from './words.ts';

/** My notices by class, the unread first. */
export function NoticeList({ close }: { close: () => void }): ReactElement {
  const say = useWords(noticeWords);
  const alarms = useQuery(alarmsQuery);
  const notices = useInfiniteQuery(noticesQuery);
  const { busy, step } = useNoticeStep();
  const read = (ids: readonly string[]): void => void step(ids, (key) => readNotices({ ids: [...ids] }, key));
  return (
    <Answer of={notices} rows={3}>{(found) => {
      // An alarm nobody took may be older than a page of the list.
      const groups = grouped(alarms.data?.items ?? [], found.pages.flatMap((page) => page.items));
      if (groups.length === 0) return <Nothing text={say('noNotices')} />;
      return (
        <>
          {(found.pages[0]?.unread ?? 0) > 0 && <Button type="link" className="flush" disabled={busy} onClick={() => void step('all', (key) => readNotices({ all: true }, key))}>{say('allRead')}</Button>}
          {groups.map((group) => (
            <section key={group.class} aria-label={say(group.class)}>
              <h2>{say(group.class)}</h2>
              <ul className="rows">{group.items.map((notice) => <li key={notice.id}><Line notice={notice} opened={() => { close(); if (!notice.read) read([notice.id]); }} /></li>)}</ul>
            </section>
          ))}
          <Older pages={notices} size={PAGE} />
        </>
      );
    }}</Answer>
  );
}

function Line({ notice, opened }: { notice: NoticeJson; opened: () => void }): ReactElement {
  const say = useWords(noticeWords);
  const open = useOpen();
  const { link, matter, takenAt, takenBy } = notice;
  const go = (event: MouseEvent, to: string): void => {
    opened();
    // Another tab or window is the browser's own way.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(to);
  };
  return (
    <div className={notice.read ? 'notice-line quiet' : 'notice-line notice-unread'}>
      <p>{!notice.read && <span className="unseen">{say('unread')}</span>}{notice.class === 'alarm' && <b>{notice.title} </b>}{notice.text} <ClauseChips clauses={notice.clause} /></p>
      <p className="line">
        <Moment at={notice.at} />
        {link !== null && matter && <a href={link} onClick={(event) => go(event, link)}>{[matter.number, notice.act].filter(Boolean).join(' · ')}</a>}
        {notice.class === 'alarm' && (takenAt === null ? <b>{say('open')}</b> : <span>{say('takenBy', { who: takenBy?.name ?? '—' })} <Moment at={takenAt} /></span>)}
      </p>
    </div>
  );
}
