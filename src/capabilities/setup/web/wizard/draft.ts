import type { ChannelToAdd, KindJson, WizardBody } from '../../contract.ts';
import { MOST_ROWS } from '../../rules/people.ts';
import { bodyOf } from '../people/body.ts';
import type { UploadedCustomers } from '../customers/uploaded.ts';
import type { Uploaded } from '../people/uploaded.ts';

export const STEPS = ['company', 'administrator', 'reach', 'people', 'customers', 'channel', 'backup', 'overview'] as const;
export type Step = (typeof STEPS)[number];
export type Way = 'own' | 'proxy' | 'later';

/** Everything somebody has typed so far. */
export interface Draft {
  readonly at: number;
  readonly company: string; readonly slug: string; readonly zone: string; readonly policy: string | null;
  readonly name: string; readonly username: string; readonly password: string;
  readonly way: Way; readonly cert: string; readonly key: string;
  readonly uploaded: Uploaded | null; readonly customers: UploadedCustomers | null;
  readonly kind: string | null; readonly channelName: string; readonly settings: Readonly<Record<string, string>>;
  readonly folder: string;
}

export const emptyDraft = (zone: string, policy: string | null): Draft => ({
  at: 0, company: '', slug: '', zone, policy, name: '', username: 'admin', password: '', way: 'later', cert: '', key: '', uploaded: null, customers: null, kind: null, channelName: '', settings: {}, folder: '',
});

const PLACE = 'aftercare.set-up';

/** What may lie in the browser: no password, no key, nothing secret of a channel. */
export function withoutSecrets(draft: Draft, kinds: readonly KindJson[]): Draft {
  const open = kinds.find(({ kind }) => kind === draft.kind)?.fields.filter(({ is }) => is !== 'secret').map(({ name }) => name) ?? [];
  return { ...draft, password: '', key: '', settings: Object.fromEntries(Object.entries(draft.settings).filter(([name]) => open.includes(name))) };
}

/** Reads what an earlier tab left; null when there is nothing, or nothing that fits. */
export function readDraft(): Draft | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
    const whole = emptyDraft('', null);
    return typeof found === 'object' && found !== null && Object.keys(whole).every((name) => name in found) ? (found as Draft) : null;
  } catch {
    return null;
  }
}

export function keepDraft(draft: Draft, kinds: readonly KindJson[]): void {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(withoutSecrets(draft, kinds)));
  } catch {
    // A browser that keeps nothing: what is typed stays until the page is left.
  }
}

export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept either.
  }
}

/** The channel as it would be added; null when none is wanted. */
export const channelOf = ({ kind, channelName, settings }: Draft, title: string): ChannelToAdd | null => (kind === null ? null : { kind, name: channelName.trim() === '' ? title : channelName.trim(), settings: { ...settings } });

/** What the last button sends. */
export function wizardBodyOf(token: string, draft: Draft, channel: ChannelToAdd | null): WizardBody {
  const { company, slug, zone, policy, name, username, password, way, cert, key, uploaded, customers, folder } = draft;
  return {
    token, company: company.trim(), slug, zone, policy, name: name.trim(), username: username.trim(), password,
    ...(way === 'own' ? { certificate: { cert, key } } : {}), ...(uploaded && uploaded.sheet.rows.length <= MOST_ROWS ? { people: bodyOf(uploaded) } : {}),
    ...(customers && customers.check.counts.new > 0 ? { customers: { file: customers.file, name: customers.name, mapping: customers.check.mapping } } : {}),
    ...(channel ? { channel } : {}), ...(folder.trim() === '' ? {} : { backupFolder: folder.trim() }),
  };
}
