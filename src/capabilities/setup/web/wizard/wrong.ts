import type { Text } from '#engine/text.ts';
import type { WizardJson } from '../../contract.ts';
import { missingColumns } from '../../rules/columns.ts';
import { wrongOfFounding } from '../../rules/founding.ts';
import { wizardLooks } from '../calls.ts';
import type { Draft, Step } from './draft.ts';

/** One field that will not do: where it is, by the id of its control, and why. */
export interface Wrong { readonly step: Step; readonly field: string; readonly says: Text }

const FOUNDING = [['company', 'company'], ['company', 'slug'], ['administrator', 'name'], ['administrator', 'username'], ['administrator', 'password']] as const;
const NO_CERTIFICATE: Text = { zh: '没填：请选择证书文件，或改选“以后再说”。', en: 'Missing: choose the certificate, or “Later” above.' };
const NO_KEY: Text = { zh: '没填：请选择私钥文件，或改选“以后再说”。', en: 'Missing: choose the private key, or “Later” above.' };
const NO_SETTING: Text = { zh: '没填：这一项必填；不想设通道的，种类选“先不设”。', en: 'Missing: it is needed; for no channel choose “None for now”.' };

const LACKS: Text = { zh: '这张表缺少必填的列，一行也不能导入：请在上面指定，或不用这张表。', en: 'The sheet lacks a column that is needed, so not one row can be taken: name it above, or go on without the sheet.' };

/** Everything that will not do and can be told without asking the server, in the order of the pages. */
export function wrongIn(draft: Draft, kinds: WizardJson['kinds']): readonly Wrong[] {
  const founding = FOUNDING.flatMap(([step, field]) => found(step, field, wrongOfFounding(field, draft)));
  const reach = draft.way === 'own' ? [...found('reach', 'certificate', draft.cert === '' ? NO_CERTIFICATE : null), ...found('reach', 'certificate-key', draft.key === '' ? NO_KEY : null)] : [];
  const needed = kinds.find(({ kind }) => kind === draft.kind)?.fields.filter(({ required }) => required) ?? [];
  const sheets = [...found('people', 'people-sheet', draft.uploaded && missingColumns(draft.uploaded.mapping).length > 0 ? LACKS : null), ...found('customers', 'customers-sheet', draft.customers && draft.customers.check.lacking.length > 0 ? LACKS : null)];
  return [...founding, ...reach, ...sheets, ...needed.flatMap(({ name }) => found('channel', `channel-${name}`, (draft.settings[name] ?? '').trim() === '' ? NO_SETTING : null))];
}

const found = (step: Step, field: string, says: Text | null): readonly Wrong[] => (says ? [{ step, field, says }] : []);

/** Whether a page holds what only the server can look at. */
export const isLookedAt = (step: Step, { way, folder }: Draft): boolean => (step === 'reach' && way === 'own') || (step === 'backup' && folder.trim() !== '');

/** What only the server can tell of a page: whether a certificate fits, whether a folder can be written. */
export async function lookedWrong(step: Step, draft: Draft, token: string): Promise<readonly Wrong[]> {
  const looks = wizardLooks(token, null);
  if (step === 'reach' && draft.way === 'own') return found(step, 'certificate', (await looks.certificate({ cert: draft.cert, key: draft.key })).why);
  if (step === 'backup' && draft.folder.trim() !== '') return found(step, 'backup-folder', (await looks.folder(draft.folder.trim())).why);
  return [];
}
