import { z } from 'zod';
import { actorBears } from '#engine';
import { changing } from '#platform/idempotency/index.ts';
import { operation, stream } from '#platform/operations/index.ts';
import { noticeFilter, noticeJson, noticesAnswer, readBody, receivedAnswer, takeBody, unreadAnswer } from './contract.ts';
import { listNotices, readNotices } from './server/list.ts';
import { readReceived } from './server/received.ts';
import { takeNotice } from './server/taking.ts';

const own = { is: 'signed-in' } as const;
const params = z.strictObject({ id: z.uuid() });

/** One's own notices, and the stream that says what to read again. */
export const noticeOperations = [
  operation({
    method: 'GET', path: '/api/notices', summary: { zh: '我的通知', en: 'My notices' }, access: own, query: noticeFilter, answer: noticesAnswer,
    handle: ({ actor, input, context }) => listNotices(context, actor, input.query),
  }),
  changing({
    method: 'POST', path: '/api/notices/read', summary: { zh: '通知标为已读', en: 'Mark notices as read' }, access: own, body: readBody, answer: unreadAnswer,
    change: async (scope, { input, context }) => ({ unread: await readNotices(scope, input.body, context.clock.now()) }),
  }),
  changing({
    method: 'POST', path: '/api/notices/{id}/take', summary: { zh: '接警：知道了、我来处理', en: 'Take an alarm: seen, or handling it' }, access: own, params, body: takeBody, answer: noticeJson,
    change: (scope, { input: { params: { id }, body }, context, request }) => takeNotice(context, scope, id, body, request),
  }),
  operation({
    method: 'GET', path: '/api/matters/{id}/notices', summary: { zh: '谁收到了通知、几点看的', en: 'Who was told, and when he read it' }, access: { is: 'right', right: 'work' }, params, answer: receivedAnswer,
    handle: ({ actor, input: { params: { id } }, context }) => readReceived(context, actor, id),
  }),
  stream({
    path: '/api/live', summary: { zh: '实时消息', en: 'Live news' }, access: own,
    async open({ actor, context, send, closed }) {
      if (closed.aborted) return;
      const works = actor.rights.includes('work');
      const stop = context.liveHub.subscribe(actor.tenant, actor.person, ({ event, payload }) => {
        if (event !== 'matter' || works) send(event, payload);
      }, (seers) => actorBears(actor, seers));
      closed.addEventListener('abort', stop, { once: true });
    },
  }),
] as const;
