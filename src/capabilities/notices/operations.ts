import { operation, stream } from '#platform/operations/index.ts';
import { noticeFilter, noticesAnswer, readBody, unreadAnswer } from './contract.ts';
import { listNotices, readNotices } from './server/list.ts';

const own = { is: 'signed-in' } as const;

/** One's own notices, and the stream that says what to read again. */
export const noticeOperations = [
  operation({
    method: 'GET', path: '/api/notices', summary: { zh: '我的通知', en: 'My notices' }, access: own, query: noticeFilter, answer: noticesAnswer,
    handle: ({ actor, input, context }) => listNotices(context, actor, input.query),
  }),
  operation({
    method: 'POST', path: '/api/notices/read', summary: { zh: '通知标为已读', en: 'Mark notices as read' }, access: own, body: readBody, answer: unreadAnswer,
    handle: async ({ actor, input, context }) => ({ unread: await readNotices(context, actor, input.body) }),
  }),
  stream({
    path: '/api/live', summary: { zh: '实时消息', en: 'Live news' }, access: own,
    async open({ actor, context, send, closed }) {
      if (closed.aborted) return;
      const works = actor.rights.includes('work');
      const stop = context.liveHub.subscribe(actor.tenant, actor.person, ({ event, payload }) => {
        if (event !== 'matter' || works) send(event, payload);
      });
      closed.addEventListener('abort', stop, { once: true });
    },
  }),
] as const;
