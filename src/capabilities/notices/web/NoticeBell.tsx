import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Loading, useWords } from '#ui/index.ts';
import { alarmsQuery } from './calls.ts';
import { noticeWords } from './words.ts';
import './notices.css';

/** Fetched when it is first opened: every page has the bell. */
const NoticeList = lazy(() => import('./NoticeList.tsx').then(({ NoticeList: list }) => ({ default: list })));

/** The bell with the number of unread notices; the list behind it. */
export function NoticeBell(): ReactElement {
  const say = useWords(noticeWords);
  const unread = useQuery(alarmsQuery).data?.unread ?? 0;
  const [open, setOpen] = useState(false);
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} placement="bottomRight" destroyOnHidden content={<div className="notices"><Suspense fallback={<Loading rows={3} />}><NoticeList close={() => setOpen(false)} /></Suspense></div>}>
      <Badge count={unread} size="small" color="#1554AD"><Button type="text" aria-label={unread > 0 ? say('noticesUnread', { n: unread }) : say('notices')} icon={<BellOutlined />} /></Badge>
    </Popover>
  );
}
