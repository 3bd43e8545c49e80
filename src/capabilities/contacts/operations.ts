import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { forbidden, operation, type Actor } from '#platform/operations/index.ts';
import { channelBody, channelJson, channelsAnswer, channelTest, testAnswer } from './contract.ts';
import { listChannels } from './server/present.ts';
import { removeChannel, requireLeading, setChannel } from './server/setting.ts';
import { tryChannel } from './server/trial.ts';

/** Whoever looks after the system or oversees the work sets up where notices go. @throws forbidden for everybody else. */
function requireSetter(actor: Actor): void {
  if (!actor.administrator && !actor.rights.includes('administer') && !actor.rights.includes('oversee')) throw forbidden();
}

const access = { is: 'signed-in' } as const;
const params = z.strictObject({ id: z.uuid() });

/** The ways out of the product: 通知与对接. */
export const contactOperations = [
  operation({
    method: 'GET', path: '/api/channels', summary: { zh: '通知通道', en: 'Channels for notices' }, access, answer: channelsAnswer,
    async handle({ actor, context }) {
      requireSetter(actor);
      return withReadScope(context.db, actor, (scope) => listChannels(context, scope));
    },
  }),
  changing({
    method: 'POST', path: '/api/channels', summary: { zh: '添加通知通道', en: 'Add a channel' }, access, body: channelBody, answer: channelJson, status: 201, secrets: ['settings'],
    async before({ actor, input: { body }, context }) {
      requireSetter(actor);
      await requireLeading(context, body);
    },
    async change(scope, { input: { body }, context }) {
      return setChannel(context, scope, null, body);
    },
  }),
  changing({
    method: 'PUT', path: '/api/channels/{id}', summary: { zh: '修改通知通道', en: 'Change a channel' }, access, params, body: channelBody, answer: channelJson, secrets: ['settings'],
    async before({ actor, input: { body }, context }) {
      requireSetter(actor);
      await requireLeading(context, body);
    },
    async change(scope, { input: { params: { id }, body }, context }) {
      return setChannel(context, scope, id, body);
    },
  }),
  changing({
    method: 'POST', path: '/api/channels/{id}/test', summary: { zh: '发送测试', en: 'Send a test' }, access, params, body: channelTest, answer: testAnswer,
    // The network is asked before any transaction; a repetition sends nothing again.
    async before({ actor, input: { params: { id }, body }, context }) {
      requireSetter(actor);
      return tryChannel(context, actor, id, body);
    },
    change: (_scope, _call, tried) => Promise.resolve(tried),
  }),
  changing({
    method: 'DELETE', path: '/api/channels/{id}', summary: { zh: '删除通知通道', en: 'Remove a channel' }, access, params, answer: z.undefined(), status: 204,
    async change(scope, { actor, input: { params: { id } }, context }) {
      requireSetter(actor);
      await removeChannel(context, scope, id);
      return undefined;
    },
  }),
] as const;
