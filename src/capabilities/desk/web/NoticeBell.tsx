import { BellOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { App, Badge, Button, Popover } from 'antd';
import { useState, type ReactElement } from 'react';
import { Answer, ClauseChips, partWords, Moment, Nothing, problemText, useSubmission, useWords } from '#ui/index.ts';
import type { NoticeJson } from '../contract.ts';
import { noticesQuery, readNotices } from './calls.ts';
import { deskWords } from './words.ts';
import './clock.css';

/** The bell with the number of unread notices; the list behind it. */
export function NoticeBell(): ReactElement {
  const say = useWords(deskWords);
  const notices = useQuery(noticesQuery);
  const [open, setOpen] = useState(false);
  const unread = notices.data?.unread ?? 0;
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight" content={
      <div className="notices"><Answer of={notices} rows={3}>{(found) => <Notices items={found.items} close={() => setOpen(false)} />}</Answer></div>
    }>
      <Badge count={unread} size="small" color="#1554AD"><Button type="text" aria-label={unread > 0 ? say('noticesUnread', { n: unread }) : say('notices')} icon={<BellOutlined />} /></Badge>
    </Popover>
  );
}

function Notices({ items, close }: { items: readonly NoticeJson[]; close: () => void }): ReactElement {
  const say = useWords(deskWords);
  const read = useReading();
  const unread = items.filter((notice) => !notice.read).map((notice) => notice.id);
  if (items.length === 0) return <Nothing text={say('noNotices')} />;
  return (
    <>
      {unread.length > 0 && <Button type="link" className="flush" onClick={() => void read(unread)}>{say('allRead')}</Button>}
      <ul className="rows">
        {items.map((notice) => (
          <li key={notice.id} className={notice.read ? 'quiet' : ''}>
            <p>{notice.read ? notice.text : <b>{notice.text}</b>} <ClauseChips clauses={notice.clause} /></p>
            <p><Moment at={notice.at} /> {notice.matter && <Link to="/matters/$id" params={{ id: notice.matter.id }} onClick={() => { close(); if (!notice.read) void read([notice.id]); }}>{notice.matter.number}</Link>}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function useReading(): (ids: readonly string[]) => Promise<void> {
  const say = useWords(partWords);
  const { message } = App.useApp();
  const cache = useQueryClient();
  const submission = useSubmission();
  return async (ids) => {
    try {
      await readNotices(ids, submission.keyFor(ids));
      submission.done();
      await cache.invalidateQueries({ queryKey: ['notices'] });
    } catch (failed) {
      message.warning(problemText(failed, say));
    }
  };
}
