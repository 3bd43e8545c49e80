import { createHash } from 'node:crypto';
import type { Text } from '#engine/text.ts';
import type { Scope, TenantActor } from '#platform/db/index.ts';
import { channelNamed, type ChannelKind, type Settings } from '../channels/index.ts';
import { seal, unseal, type SealingKey } from './sealing.ts';

export type NoticeClass = 'alarm' | 'reminder' | 'information';
export interface Answered { readonly at: number; readonly ok: boolean; readonly text: Text }

/** A channel as its row keeps it. */
export interface ChannelRow {
  readonly id: string; readonly kind: string; readonly name: string; readonly active: boolean; readonly classes: readonly NoticeClass[]; readonly units: readonly string[]; readonly positions: readonly string[];
  readonly quiet: boolean; readonly settings: Settings; readonly secrets: Uint8Array | null; readonly receiver: string; readonly answered: Answered | null; readonly shut_until: number | null;
}

const COLUMNS = 'c.id, c.kind, c.name, c.active, c.classes, c.units, c.positions, c.quiet, c.settings, c.secrets, c.receiver, c.answered, p.shut_until';
const FROM = 'from channel c left join channel_pace p on p.tenant_id = c.tenant_id and p.receiver = c.receiver where c.tenant_id = $1 and c.removed_at is null';
const ALL = `select ${COLUMNS} ${FROM} order by c.name, c.id`;
const ONE = `select ${COLUMNS} ${FROM} and c.id = $2`;

/** All channels of the company, by name. */
export async function channelRows<A extends TenantActor>(scope: Scope<A>): Promise<readonly ChannelRow[]> {
  return (await scope.run<ChannelRow>({ name: 'channel-all', text: ALL, values: [scope.tenant] })).rows;
}

/** @returns null when there is none, or it was taken away. */
export async function channelRow<A extends TenantActor>(scope: Scope<A>, id: string): Promise<ChannelRow | null> {
  return (await scope.run<ChannelRow>({ name: 'channel-one', text: ONE, values: [scope.tenant, id] })).rows[0] ?? null;
}

/** The settings with their secrets; null when the installation's key does not open them. */
export function wholeSettings(key: SealingKey, tenant: string, row: ChannelRow): Settings | null {
  if (row.secrets === null) return row.settings;
  const opened = unseal(key, row.secrets, `${tenant}/${row.id}`);
  return opened === null ? null : { ...row.settings, ...(JSON.parse(opened) as Settings) };
}

/** Settings as they are stored: what is secret sealed, the rest readable. */
export function apart(key: SealingKey, tenant: string, id: string, kind: ChannelKind, settings: Settings): { readonly open: Settings; readonly sealed: Buffer | null } {
  const secret = (name: string): boolean => kind.fields.some((field) => field.name === name && field.is === 'secret');
  const pick = (wanted: boolean): Settings => Object.fromEntries(Object.entries(settings).filter(([name]) => secret(name) === wanted));
  const secrets = pick(true);
  return { open: pick(false), sealed: Object.keys(secrets).length === 0 ? null : seal(key, JSON.stringify(secrets), `${tenant}/${id}`) };
}

/** What names the receiver without telling its address. */
export function receiverOf(kind: ChannelKind, settings: Settings): string {
  return createHash('sha256').update(`${kind.kind} ${kind.receiver(settings)}`).digest('hex');
}

/** @throws Error when a row names a kind that no folder has: never written by us. */
export function kindOfRow(row: ChannelRow): ChannelKind {
  const kind = channelNamed(row.kind);
  if (!kind) throw new Error(`no kind of channel ${row.kind}`);
  return kind;
}
