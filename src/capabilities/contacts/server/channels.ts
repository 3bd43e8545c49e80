import type { Text } from '#engine/text.ts';
import type { Clock } from '#platform/clock/index.ts';
import { withScope, type Database, type Scope, type TenantActor } from '#platform/db/index.ts';
import type { ChannelKind, Means, Message, Reply, Settings } from '../channels/index.ts';
import { shut, takePlace } from '../rules/pace.ts';
import type { Reach } from '../rules/addresses.ts';
import { leadingTrouble } from './leading.ts';
import { mailOut } from './mailing.ts';
import { post, resolveHost, type Resolve } from './post.ts';
import { changePace } from './paces.ts';
import { channelRow, channelRows, kindOfRow, wholeSettings, type ChannelRow, type NoticeClass } from './rows.ts';
import type { SealingKey } from './sealing.ts';

/** A way that notices of a company may go. */
export interface Route {
  readonly channel: string; readonly name: string; readonly reaches: 'group' | 'phone' | 'email';
  readonly classes: readonly NoticeClass[]; readonly units: readonly string[]; readonly positions: readonly string[];
  /** Reminders wait for office hours. */
  readonly quiet: boolean;
}

/** What became of a message. `later` = it was not tried, or the receiver is shut: nothing is counted as a failure. */
export type Outcome = { readonly is: 'sent' | 'failed' | 'refused'; readonly answer: Text } | { readonly is: 'later'; readonly at: number; readonly tried: boolean; readonly answer: Text };

export interface Channels {
  readonly key: SealingKey;
  /** The ways that are open, read in the caller's transaction. */
  routes<A extends TenantActor>(scope: Scope<A>): Promise<readonly Route[]>;
  /** Names of all channels that ever were, by id. */
  names<A extends TenantActor>(scope: Scope<A>): Promise<ReadonlyMap<string, string>>;
  /** Sends one message over one channel, within the receiver's pace. To be called outside any transaction; never throws for what the receiver does. */
  send(tenant: string, channel: string, message: Message, alarm: boolean): Promise<Outcome>;
  /** Why a channel that leads there is not kept; null when it may. To be called outside any transaction of somebody's work. */
  leading(kind: ChannelKind, settings: Settings): Promise<Text | null>;
  /** Sends one message with settings that are kept nowhere, before anything is set up. Guarded alike; never throws for what the receiver does. */
  sendOnce(kind: ChannelKind, settings: Settings, message: Message): Promise<Reply>;
}

export interface ChannelsOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly key: SealingKey;
  /** Receivers on this machine are allowed, also without https: for trying out and for tests. */
  readonly loopback: boolean;
  readonly resolve?: Resolve;
}

const GONE: Text = { zh: '这个通道已删除或停用', en: 'This channel was removed or switched off' };
const LOCKED: Text = { zh: '这个通道的密钥打不开：数据目录里的密钥文件换过了。请在“通知与对接”重新填写', en: 'The secrets of this channel do not open: the key file in the data folder has changed. Please enter them again' };
const WAITS: Text = { zh: '等发送名额：对方每分钟只收一定条数', en: 'Waits for its turn: the receiver takes only so many a minute' };
const NAMES = 'select id, name from channel where tenant_id = $1';

/** Opens the ways out over the register of channels. */
export function openChannels(options: ChannelsOptions): Channels {
  return {
    key: options.key,
    routes: async (scope) => (await channelRows(scope)).filter((row) => row.active).map(routeOf),
    names: async (scope) => new Map((await scope.run<{ id: string; name: string }>({ name: 'channel-names', text: NAMES, values: [scope.tenant] })).rows.map((row) => [row.id, row.name])),
    send: (tenant, channel, message, alarm) => send(options, tenant, channel, message, alarm),
    leading: (kind, settings) => leadingTrouble(kind, settings, reachOf(options), options.resolve ?? resolveHost),
    sendOnce: (kind, settings, message) => kind.send(settings, message, meansOf(options)),
  };
}

const routeOf = (row: ChannelRow): Route => ({
  channel: row.id, name: row.name, reaches: kindOfRow(row).reaches, classes: row.classes, units: row.units, positions: row.positions, quiet: row.quiet,
});

async function send(options: ChannelsOptions, tenant: string, id: string, message: Message, alarm: boolean): Promise<Outcome> {
  const ready = await withScope(options.db, { tenant }, (scope) => prepare(options, scope, id, alarm));
  if (!('row' in ready)) return ready;
  const { row, settings } = ready;
  const reply = await kindOfRow(row).send(settings, message, meansOf(options));
  await withScope(options.db, { tenant }, (scope) => remember(options, scope, row, reply));
  return reply.is === 'shut' ? { is: 'later', at: options.clock.now() + reply.milliseconds, tried: true, answer: reply.answer } : reply;
}

const reachOf = ({ loopback }: ChannelsOptions): Reach => (loopback ? 'public-or-loopback' : 'public');

function meansOf(options: ChannelsOptions): Means {
  const { resolve = resolveHost, clock } = options;
  const reach = reachOf(options);
  return { now: clock.now(), post: (request) => post(request, reach, resolve), mail: (server, mail) => mailOut(server, mail, reach, resolve) };
}

/** Takes a place of the receiver's minute before anything is sent: with the row's lock, whatever process asks. */
async function prepare<A extends TenantActor>(options: ChannelsOptions, scope: Scope<A>, id: string, alarm: boolean): Promise<Outcome | { readonly row: ChannelRow; readonly settings: Readonly<Record<string, string>> }> {
  const row = await channelRow(scope, id);
  if (!row) return { is: 'refused', answer: GONE };
  const settings = wholeSettings(options.key, scope.tenant, row);
  if (!settings) return { is: 'refused', answer: LOCKED };
  let freeAt: number | null = null;
  await changePace(scope, row.receiver, (pace) => {
    const taken = takePlace(pace, options.clock.now(), kindOfRow(row).perMinute, alarm);
    if ('pace' in taken) return taken.pace;
    freeAt = taken.freeAt;
    return pace;
  });
  return freeAt === null ? { row, settings } : { is: 'later', at: freeAt, tried: false, answer: WAITS };
}

const ANSWERED = 'update channel set answered = $3 where tenant_id = $1 and id = $2';

/** What the receiver said stands on the settings page; a receiver that shut itself is left alone by all processes. */
async function remember<A extends TenantActor>(options: ChannelsOptions, scope: Scope<A>, row: ChannelRow, reply: Reply): Promise<void> {
  const now = options.clock.now();
  if (reply.is === 'shut') await changePace(scope, row.receiver, (pace) => shut(pace, now + reply.milliseconds));
  await scope.run({ name: 'channel-answered', text: ANSWERED, values: [scope.tenant, row.id, JSON.stringify({ at: now, ok: reply.is === 'sent', text: reply.answer })] });
}
