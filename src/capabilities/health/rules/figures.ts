import { civilDayOf, dateOf } from '#engine/calendar/index.ts';
import type { Text } from '#engine/text.ts';

/** What was measured, all of it by instants and bytes. null = not known, or not there. */
export interface Figures {
  readonly now: number;
  /** In which days are told. */
  readonly zone: string;
  readonly version: string;
  readonly startedAt: number;
  readonly memory: { readonly used: number; readonly of: number };
  readonly database: { readonly version: string; readonly bytes: number; readonly milliseconds: number; readonly clockOff: number } | null;
  readonly disk: { readonly free: number; /** By which it shrank lately, bytes a day. */ readonly perDay: number | null } | null;
  readonly reach: { readonly https: 'ours' | 'proxy' | null; readonly until: number | null; readonly loopback: boolean };
  /** Last day of the table of public holidays. */
  readonly holidaysUntil: number;
  readonly outbox: { readonly waiting: number; readonly oldest: number | null };
  /** The earliest that should have been looked at by now and was not. */
  readonly dueSince: number | null;
  readonly backup: { readonly folder: string | null; readonly last: number | null; readonly failed: { readonly at: number; readonly why: Text | null } | null; readonly trial: { readonly at: number; readonly succeeded: boolean; readonly seconds: number } | null };
  readonly failedSignIns: number;
  readonly channels: readonly { readonly name: string; readonly answered: { readonly at: number; readonly ok: boolean; readonly text: Text } | null }[];
  readonly mail: boolean;
}

/** One line of the page. `note`: nothing is broken, but somebody should know. */
export interface Sentence { readonly id: string; readonly is: 'good' | 'bad' | 'note'; readonly text: Text; readonly remedy: Text | null }

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const GB = 1_000_000_000;

export const good = (id: string, zh: string, en: string): Sentence => ({ id, is: 'good', text: { zh, en }, remedy: null });
export const flawed = (id: string, is: 'bad' | 'note', text: Text, remedy: Text): Sentence => ({ id, is, text, remedy });
export const dayOf = (at: number, zone: string): string => dateOf(civilDayOf(at, zone));

/** Bytes as people say them. */
export function size(bytes: number): string {
  if (bytes >= 10 * GB) return `${Math.round(bytes / GB)} GB`;
  if (bytes >= GB) return `${(bytes / GB).toFixed(1)} GB`;
  return `${Math.max(1, Math.round(bytes / 1_000_000))} MB`;
}
