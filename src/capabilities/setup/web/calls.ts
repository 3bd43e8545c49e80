import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { call } from '#ui/index.ts';
import {
  certificateJson, channelAnswer, customerCheck, customerImported, folderJson, importBatch, importUndone, importAnswer, importGround, installationJson, sheetAnswer, wizardAnswer, wizardJson,
  type CertificateJson, type ChannelToAdd, type FolderJson, type ImportAnswer, type PeopleBody, type SheetJson, type WizardAnswer, type WizardBody,
} from '../contract.ts';
import type { Checking } from './customers/uploaded.ts';

/** Looks at what somebody has typed or chosen; in the wizard with its link, later as administrator. */
export interface Looks {
  readonly template: string;
  readonly sheet: (file: string) => Promise<SheetJson>;
  readonly certificate: (pem: { cert: string; key: string }) => Promise<CertificateJson>;
  readonly folder: (folder: string) => Promise<FolderJson>;
}

const post = { method: 'POST' } as const;

export const wizardQuery = (token: string) => queryOptions({ queryKey: ['setup', token], queryFn: ({ signal }) => call({ ...post, path: '/api/setup/begin', body: { token }, schema: wizardJson, quiet: true, signal }), retry: false, staleTime: Infinity });
export const wizardLooks = (token: string, policy: string | null): Looks => ({
  template: policy === null ? '/api/setup/template' : `/api/setup/template?policy=${encodeURIComponent(policy)}`,
  sheet: (file) => call({ ...post, path: '/api/setup/sheet', body: { token, file }, schema: sheetAnswer, quiet: true }),
  certificate: (pem) => call({ ...post, path: '/api/setup/certificate', body: { token, ...pem }, schema: certificateJson, quiet: true }),
  folder: (folder) => call({ ...post, path: '/api/setup/folder', body: { token, folder }, schema: folderJson, quiet: true }),
});
export const tryWizardChannel = (token: string, channel: ChannelToAdd, to: string) => call({ ...post, path: '/api/setup/channel-test', body: { token, channel, ...(to.trim() === '' ? {} : { to: to.trim() }) }, schema: channelAnswer, quiet: true });
export const finishWizard = (body: WizardBody): Promise<WizardAnswer> => call({ ...post, path: '/api/setup/finish', body, schema: wizardAnswer, quiet: true });

export const settingsLooks: Looks = {
  template: '/api/people-import/template',
  sheet: (file) => call({ ...post, path: '/api/people-import/sheet', body: { file }, schema: sheetAnswer }),
  certificate: (pem) => call({ ...post, path: '/api/installation/certificate-check', body: pem, schema: certificateJson }),
  folder: (folder) => call({ ...post, path: '/api/installation/folder-check', body: { folder }, schema: folderJson }),
};
export const groundQuery = queryOptions({ queryKey: ['people', 'import'], queryFn: ({ signal }) => call({ path: '/api/people-import', schema: importGround, signal }), staleTime: 0 });
export const importPeople = (body: PeopleBody, key: string): Promise<ImportAnswer> => call({ ...post, path: '/api/people-import', body, schema: importAnswer, key });
const mapped = (mapping: object | undefined): object => (mapping === undefined ? {} : { mapping });
export const checkCustomers: Checking = (sheet, file, mapping) => call({ ...post, path: '/api/customer-imports/check', body: { sheet, file, ...mapped(mapping) }, schema: customerCheck });
export const checkWizardCustomers = (token: string): Checking => (_sheet, file, mapping) => call({ ...post, path: '/api/setup/customers', body: { token, file, ...mapped(mapping) }, schema: customerCheck, quiet: true });
export const importCustomers = (body: object, key: string) => call({ ...post, path: '/api/customer-imports', body, schema: customerImported, key });
export const batchesQuery = queryOptions({ queryKey: ['customer-imports'], queryFn: ({ signal }) => call({ path: '/api/customer-imports', schema: z.object({ items: z.array(importBatch) }), signal }).then(({ items }) => items) });
export const undoImport = (id: string, key: string) => call({ ...post, path: `/api/customer-imports/${id}/undo`, schema: importUndone, key });
export const installationQuery = queryOptions({ queryKey: ['installation'], queryFn: ({ signal }) => call({ path: '/api/installation', schema: installationJson, signal }) });
export const keepCertificate = (pem: { cert: string; key: string }, key: string) => call({ method: 'PUT', path: '/api/installation/certificate', body: pem, schema: installationJson, key });
export const keepFolder = (folder: string, key: string) => call({ method: 'PUT', path: '/api/installation/backup-folder', body: { folder }, schema: installationJson, key });
