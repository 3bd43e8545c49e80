import { formatInstant } from '#engine';
import type { Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import { CHANNELS } from '../channels/index.ts';
import type { ChannelJson, ChannelKindJson, ChannelsAnswer } from '../contract.ts';
import { masked } from '../rules/masking.ts';
import { channelRows, kindOfRow, wholeSettings, type ChannelRow } from './rows.ts';

/** Every kind with its fields, as pages draw their forms from them. */
export const KINDS: readonly ChannelKindJson[] = CHANNELS.map(({ kind, title, hint, reaches, fields }) => ({
  kind, title, hint, reaches, fields: fields.map((field) => ({ ...field, options: field.options.map((option) => ({ ...option })) })),
}));

export const DEMONSTRATION = {
  zh: '这是演示公司：通知不会真的发到外面。只有按“发送测试”时才发一条。', en: 'This is a demonstration: notices do not really go out. Only “Send a test” sends one message.',
} as const;

/** The channels of the company with the kinds there are (`GET /api/channels`). */
export async function listChannels(context: Context, scope: Scope<Actor>): Promise<ChannelsAnswer> {
  const { actor } = scope;
  const items = (await channelRows(scope)).map((row) => channelJson(context, actor, row));
  return { items, next: null, kinds: [...KINDS], note: actor.demonstration ? DEMONSTRATION[actor.language] : null };
}

/** One channel without its secrets. */
export function channelJson(context: Context, actor: Actor, row: ChannelRow): ChannelJson {
  const whole = wholeSettings(context.channels.key, actor.tenant, row) ?? {};
  const secrets = kindOfRow(row).fields.filter(({ name, is }) => is === 'secret' && whole[name] !== undefined).map(({ name }) => [name, masked(whole[name] ?? '', hostOf(whole[name] ?? ''))]);
  const shutUntil = row.shut_until !== null && row.shut_until > context.clock.now() ? formatInstant(row.shut_until, actor.zone) : null;
  return {
    id: row.id, kind: row.kind, name: row.name, active: row.active, classes: [...row.classes], units: [...row.units], positions: [...row.positions], quiet: row.quiet, settings: { ...row.settings },
    secrets: Object.fromEntries(secrets), shutUntil, answered: row.answered && { at: formatInstant(row.answered.at, actor.zone), ok: row.answered.ok, text: row.answered.text[actor.language] },
  };
}

const hostOf = (secret: string): string | null => (/^https?:/.test(secret) && URL.canParse(secret) ? new URL(secret).host : null);
