import { enterAfterSetUp } from '#capabilities/identity/index.ts';
import { answered, operation } from '#platform/operations/index.ts';
import {
  certificateJson, channelAnswer, customerCheck, customerSheetFilter, folderJson, setupCertificateBody, setupChannelBody, setupCustomersBody, setupFolderBody, setupSheetBody, sheetAnswer, tokenBody, wizardAnswer, wizardBody, wizardJson,
} from '../contract.ts';
import { NOTHING_KNOWN } from '../rules/customers/plan.ts';
import { checkOf, readCustomers } from '../server/customers/import.ts';
import { finishWizard, requireLink, ZONES } from '../server/finish.ts';
import { lookAtFolder } from '../server/folder.ts';
import { customerTemplate, readSheet } from '../server/sheet.ts';
import { shippedPolicies } from '../server/shipped.ts';

/** Nobody is signed in yet: the one-time link opens these, and only while there is no company. */
const access = { is: 'public' } as const;

/** The first-run wizard. Every operation but the last only looks. */
export const wizardOperations = [
  operation({
    method: 'POST', path: '/api/setup/begin', summary: { zh: '首次设置：有什么可选', en: 'First set-up: what there is to choose from' }, access, body: tokenBody, answer: wizardJson,
    async handle({ input: { body }, context }) {
      await requireLink(context, body.token);
      const { installation } = context;
      return { policies: [...(await shippedPolicies(installation.policies))], zones: [...ZONES], kinds: [...installation.channels.kinds], reach: installation.reach(), backup: await installation.backup() };
    },
  }),
  operation({
    method: 'POST', path: '/api/setup/sheet', summary: { zh: '首次设置：读人员表', en: 'First set-up: read the sheet of people' }, access, body: setupSheetBody, answer: sheetAnswer,
    async handle({ input: { body }, context }) {
      await requireLink(context, body.token);
      return readSheet(body.file);
    },
  }),
  operation({
    method: 'GET', path: '/api/setup/customer-template', summary: { zh: '客户、房屋、设备导入模板', en: 'Template for importing customers, homes or devices' }, access, query: customerSheetFilter, answer: 'file',
    handle: ({ input: { query } }) => customerTemplate(query.sheet),
  }),
  operation({
    method: 'POST', path: '/api/setup/customers', summary: { zh: '首次设置：试读客户表', en: 'First set-up: look at a sheet of customers' }, access, body: setupCustomersBody, answer: customerCheck,
    async handle({ input: { body: { token, file, mapping } }, request, context }) {
      await requireLink(context, token);
      return checkOf('customers', await readCustomers(file), mapping, NOTHING_KNOWN, request.language);
    },
  }),
  operation({
    method: 'POST', path: '/api/setup/certificate', summary: { zh: '首次设置：检查证书', en: 'First set-up: look at a certificate' }, access, body: setupCertificateBody, answer: certificateJson,
    async handle({ input: { body: { token, ...pem } }, context }) {
      await requireLink(context, token);
      return context.installation.readCertificate(pem);
    },
  }),
  operation({
    method: 'POST', path: '/api/setup/folder', summary: { zh: '首次设置：检查备份文件夹', en: 'First set-up: look at a backup folder' }, access, body: setupFolderBody, answer: folderJson,
    async handle({ input: { body }, context }) {
      await requireLink(context, body.token);
      return lookAtFolder(body.folder, context.installation.dataFolder);
    },
  }),
  operation({
    method: 'POST', path: '/api/setup/channel-test', summary: { zh: '首次设置：试发一条', en: 'First set-up: send a test' }, access, body: setupChannelBody, answer: channelAnswer,
    async handle({ input: { body: { token, channel, to } }, request, context }) {
      await requireLink(context, token);
      return context.installation.channels.tryOut(channel, to ?? null, request.language);
    },
  }),
  operation({
    method: 'POST', path: '/api/setup/finish', summary: { zh: '首次设置：全部写入', en: 'First set-up: write everything' }, access, body: wizardBody, answer: wizardAnswer, status: 201,
    async handle({ input: { body }, request, context }) {
      const done = await finishWizard(context, body);
      const { me, beside } = await enterAfterSetUp(context, body, request.address);
      return answered({ me, ...done }, beside);
    },
  }),
] as const;
