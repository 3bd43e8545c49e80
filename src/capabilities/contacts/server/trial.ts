import { formatInstant } from '#engine';
import { uuidv7, withReadScope } from '#platform/db/index.ts';
import { missing, type Actor, type Context } from '#platform/operations/index.ts';
import type { ChannelTest, TestAnswer } from '../contract.ts';
import { DEMONSTRATION } from './present.ts';
import { channelRow } from './rows.ts';

const MINE = 'select phone, email from person where tenant_id = $1 and id = $2';

/**
 * Sends one message by hand and tells what the receiver said (`POST /api/channels/{id}/test`); in demonstrations, too. It counts
 * against the receiver's minute like any other. @throws missing
 */
export async function tryChannel(context: Context, actor: Actor, id: string, { phone, email }: ChannelTest): Promise<TestAnswer> {
  const mine = await withReadScope(context.db, actor, async (scope) => {
    if (!(await channelRow(scope, id))) throw missing();
    return (await scope.run<{ phone: string | null; email: string | null }>({ name: 'channel-mine', text: MINE, values: [scope.tenant, actor.person] })).rows[0];
  });
  const { language } = actor;
  const at = formatInstant(context.clock.now(), actor.zone).slice(0, 16).replace('T', ' ');
  const said = { zh: `测试：售后系统的通知会发到这里（${at}）`, en: `Test: notices of Aftercare will arrive here (${at})` }[language];
  const to = { name: actor.name, phone: phone ?? mine?.phone ?? null, email: email ?? mine?.email ?? null };
  const outcome = await context.channels.send(actor.tenant, id, { id: uuidv7(), to, language, subject: said, lines: [said], link: null }, true);
  const note = actor.demonstration ? { zh: '。', en: '. ' }[language] + DEMONSTRATION[language] : '';
  return { ok: outcome.is === 'sent', answer: outcome.answer[language] + note };
}
