import { uuidv7, type Scope } from '#platform/db/index.ts';
import { wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { channelNamed, type ChannelKind } from '../channels/index.ts';
import { channelRows, type Answered } from './rows.ts';
import { filledIn, requireLeading, setChannel } from './setting.ts';

/** A channel as somebody describes it who sets up a company: the rest is as usual. */
export interface FirstChannel { readonly kind: string; readonly name: string; readonly settings: Readonly<Record<string, string>> }

/** Keeps the first channel of a company: alarms and reminders to everybody. @throws wrong */
export async function addFirstChannel(context: Context, scope: Scope<Actor>, { kind, name, settings }: FirstChannel): Promise<void> {
  await requireLeading(context, { kind, settings });
  await setChannel(context, scope, null, { kind, name, active: true, classes: ['alarm', 'reminder'], settings: { ...settings } });
}

/** Sends one message over a channel that is not kept yet, and tells what the receiver said. @param to - a telephone number or an address, for channels that reach persons. @throws wrong */
export async function tryFirstChannel({ channels }: Pick<Context, 'channels'>, { kind: named, name, settings }: FirstChannel, to: string | null, language: 'zh' | 'en'): Promise<{ ok: boolean; answer: string }> {
  const kind = requiredKind(named);
  const said = { zh: '测试：售后系统的通知会发到这里', en: 'Test: notices of Aftercare will arrive here' }[language];
  const message = { id: uuidv7(), to: { name, phone: kind.reaches === 'phone' ? to : null, email: kind.reaches === 'email' ? to : null }, language, subject: said, lines: [said], link: null };
  const reply = await channels.sendOnce(kind, filledIn(kind, settings), message);
  return { ok: reply.is === 'sent', answer: reply.answer[language] };
}

function requiredKind(named: string): ChannelKind {
  const kind = channelNamed(named);
  if (!kind) throw wrong([{ path: ['body', 'channel', 'kind'], message: { zh: '没有这种通道，请从列表中选择。', en: 'There is no such kind of channel. Please choose one of the list.' } }]);
  return kind;
}

/** What each channel that is in use answered last. */
export async function channelAnswers(scope: Scope<Actor>): Promise<readonly { readonly name: string; readonly answered: Answered | null }[]> {
  return (await channelRows(scope)).filter(({ active }) => active).map(({ name, answered }) => ({ name, answered }));
}
