import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '#ui/index.ts';
import { noticeJson, noticesAnswer, unreadAnswer, type NoticeJson, type ReadBody, type TakeBody } from '../contract.ts';

export const PAGE = 50;
/** My alarms that nobody took, and how many notices I have not read. Asked of the server, so it is true after a reload and in a new tab. */
export const alarmsQuery = queryOptions({
  queryKey: ['notices', 'alarms'], refetchInterval: 60_000,
  queryFn: ({ signal }) => call({ path: '/api/notices', query: { class: 'alarm', open: true, limit: PAGE }, schema: noticesAnswer, signal }),
});
/** All my notices, newest first. */
export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices', 'list'], initialPageParam: '',
  queryFn: ({ pageParam, signal }) => call({ path: '/api/notices', query: { limit: PAGE, cursor: pageParam }, schema: noticesAnswer, signal }),
  getNextPageParam: (page) => page.next,
});
export const readNotices = (body: ReadBody, key: string): Promise<unknown> => call({ method: 'POST', path: '/api/notices/read', body, schema: unreadAnswer, key });
export const takeNotice = (id: string, how: TakeBody['how'], key: string): Promise<NoticeJson> => call({ method: 'POST', path: `/api/notices/${id}/take`, body: { how }, schema: noticeJson, key });
