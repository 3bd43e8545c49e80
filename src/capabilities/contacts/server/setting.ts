import { recordHappening } from '#capabilities/audit/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { issuesOf, missing, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { channelNamed, type ChannelKind, type Settings } from '../channels/index.ts';
import type { ChannelBody, ChannelJson } from '../contract.ts';
import { channelJson } from './present.ts';
import { apart, channelRow, receiverOf, wholeSettings, type ChannelRow } from './rows.ts';

const NEW = `insert into channel (tenant_id, id, kind, name, active, classes, units, positions, quiet, settings, secrets, receiver, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
const CHANGE = `update channel set kind = $3, name = $4, active = $5, classes = $6, units = $7, positions = $8, quiet = $9, settings = $10, secrets = $11, receiver = $12, changed_at = $13, answered = null
  where tenant_id = $1 and id = $2 and removed_at is null`;
const REMOVE = "update channel set removed_at = $3, active = false, secrets = null, settings = '{}' where tenant_id = $1 and id = $2 and removed_at is null";
/** Changes of the company's stream come one after the other. */
const ONE_BY_ONE = 'select 1 from tenant where id = $1 for no key update';

/**
 * Sets up a channel, or changes one. Secrets that were left out stay; when the receiver is another, they have to be entered again.
 * @param id - null = a new one. @throws missing, wrong
 */
export async function setChannel(context: Context, scope: Scope<Actor>, id: string | null, body: ChannelBody): Promise<ChannelJson> {
  await scope.run({ name: 'channel-turn', text: ONE_BY_ONE, values: [scope.tenant] });
  const before = id === null ? null : await channelRow(scope, id);
  if (id !== null && !before) throw missing();
  const kind = kindFor(body, before);
  const settings = settingsFor(context, scope.tenant, kind, body, before);
  const channel = id ?? uuidv7();
  const { open, sealed } = apart(context.channels.key, scope.tenant, channel, kind, settings);
  const values = [body.name, body.active, body.classes, body.units ?? [], body.positions ?? [], body.quiet ?? true, JSON.stringify(open), sealed, receiverOf(kind, settings), new Date(context.clock.now())];
  await scope.run({ name: before ? 'channel-change' : 'channel-new', text: before ? CHANGE : NEW, values: [scope.tenant, channel, kind.kind, ...values] });
  const { kind: _kind, settings: _settings, ...shown } = body;
  await happened(context, scope, before ? 'channel-changed' : 'channel-added', { channel, kind: kind.kind, ...shown });
  const row = await channelRow(scope, channel);
  if (!row) throw missing();
  return channelJson(context, scope.actor, row);
}

/** Looks at where a channel leads before it is kept; the network is asked outside any transaction. @throws wrong at the field that says so */
export async function requireLeading({ channels }: Pick<Context, 'channels'>, { kind: named, settings }: Pick<ChannelBody, 'kind' | 'settings'>): Promise<void> {
  const kind = channelNamed(named);
  const trouble = kind ? await channels.leading(kind, settings) : null;
  if (kind && trouble) throw wrong([{ path: ['body', 'settings', kind.leads], message: trouble }]);
}

/** Takes a channel away; its secrets are forgotten, its name stays in what was sent. @throws missing */
export async function removeChannel(context: Context, scope: Scope<Actor>, id: string): Promise<void> {
  await scope.run({ name: 'channel-turn', text: ONE_BY_ONE, values: [scope.tenant] });
  const { count } = await scope.run({ name: 'channel-remove', text: REMOVE, values: [scope.tenant, id, new Date(context.clock.now())] });
  if (count === 0) throw missing();
  await happened(context, scope, 'channel-removed', { channel: id });
}

function happened(context: Context, scope: Scope<Actor>, type: string, body: unknown): Promise<void> {
  return recordHappening(scope, { stream: scope.tenant, of: 'company', type, actor: scope.actor.person, at: context.clock.now(), body });
}

function kindFor({ kind: named }: ChannelBody, before: ChannelRow | null): ChannelKind {
  const kind = channelNamed(named);
  if (!kind) throw wrong([{ path: ['body', 'kind'], message: { zh: '没有这种通道，请从列表中选择。', en: 'There is no such kind of channel. Please choose one of the list.' } }]);
  if (before && before.kind !== named) throw wrong([{ path: ['body', 'kind'], message: { zh: '通道的种类不能改，请另建一个。', en: 'The kind of a channel does not change. Please set up another.' } }]);
  return kind;
}

function settingsFor(context: Context, tenant: string, kind: ChannelKind, { settings: given }: ChannelBody, before: ChannelRow | null): Settings {
  const old = before ? (wholeSettings(context.channels.key, tenant, before) ?? {}) : {};
  const kept = kind.fields.filter(({ name, is }) => is === 'secret' && given[name] === undefined && old[name] !== undefined).map(({ name }) => name);
  const together = { ...Object.fromEntries(kept.map((name) => [name, old[name] ?? ''])), ...given };
  const filled = filledIn(kind, together);
  // Whoever may change the address must not be able to have a stored secret sent to his own.
  if (before && kept.length > 0 && kind.receiver(old) !== kind.receiver(filled)) {
    throw wrong(kept.map((name) => ({ path: ['body', 'settings', name], message: { zh: '接收地址换了，请重新填写这一项。', en: 'The receiver has changed. Please enter this again.' } })));
  }
  return filled;
}

/** The fields of a kind as they were filled in, without what is empty. @throws wrong naming those that do not fit */
export function filledIn(kind: ChannelKind, given: Settings): Settings {
  const filled = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== ''));
  const read = kind.schema.safeParse(filled, { reportInput: true });
  if (!read.success) throw wrong(issuesOf(read.error.issues, ['body', 'settings']));
  return filled;
}
