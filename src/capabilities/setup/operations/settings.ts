import { recordHappening } from '#capabilities/audit/index.ts';
import { companies, withReadScope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { conflict, operation, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { certificateBody, certificateJson, folderBody, folderJson, importAnswer, importGround, installationJson, peopleBody, sheetAnswer, sheetBody, templateFilter } from '../contract.ts';
import { checkPeople } from '../rules/people.ts';
import { lookAtFolder, makeFolder } from '../server/folder.ts';
import { companyOf, firstPasswords, importPeople } from '../server/import.ts';
import { placeOf, shippedPolicy } from '../server/shipped.ts';
import { readSheet, templateSheet } from '../server/sheet.ts';

const access = { is: 'administrator' } as const;
const TOLD = { zh: '初始密码只显示一次。没有记下的，请在“组织岗位”里重置。', en: 'First passwords are shown once. Those that were not noted can be reset under People.' } as const;

/** What is of the whole machine is set by the administrator of its only company; a demonstration touches nothing. */
async function maySet(context: Context, actor: Actor): Promise<boolean> {
  return !actor.demonstration && (await companies(context.db)).filter((company) => !company.demonstration).length === 1;
}

async function requireSetting(context: Context, actor: Actor): Promise<void> {
  if (!(await maySet(context, actor))) throw conflict('not-yours-alone', { zh: '证书和备份文件夹是整台服务器的设置：演示公司不能改；有多家公司时，请用环境变量设置。', en: 'The certificate and the backup folder belong to the whole machine: a demonstration cannot change them, and with several companies they are set in the environment.' });
}

/** Pages of the wizard that can be repeated, and the import of people at any time. */
export const settingOperations = [
  operation({
    method: 'GET', path: '/api/setup/template', summary: { zh: '人员导入模板', en: 'Template for importing people' }, access: { is: 'public' }, query: templateFilter, answer: 'file',
    async handle({ input: { query: { policy } }, context }) {
      return templateSheet(policy === undefined ? { units: [], positions: [] } : placeOf((await shippedPolicy(context.installation.policies, policy)).policy));
    },
  }),
  operation({
    method: 'GET', path: '/api/people-import/template', summary: { zh: '本公司的人员导入模板', en: 'Template for importing people of this company' }, access, answer: 'file',
    handle: async ({ actor, context }) => templateSheet((await withReadScope(context.db, actor, companyOf)).place),
  }),
  operation({
    method: 'GET', path: '/api/people-import', summary: { zh: '导入人员前的比对依据', en: 'What a sheet of people is compared with' }, access, answer: importGround,
    async handle({ actor, context }) {
      const { place, people } = await withReadScope(context.db, actor, companyOf);
      return { place: { units: [...place.units], positions: [...place.positions] }, people: people.map((person) => ({ ...person, positions: [...person.positions] })) };
    },
  }),
  operation({
    method: 'POST', path: '/api/people-import/sheet', summary: { zh: '读人员表', en: 'Read a sheet of people' }, access, body: sheetBody, answer: sheetAnswer, repeated: { never: 'it only reads what was sent' },
    handle: ({ input: { body } }) => readSheet(body.file),
  }),
  changing({
    method: 'POST', path: '/api/people-import', summary: { zh: '导入人员', en: 'Import people' }, access, body: peopleBody, answer: importAnswer,
    before: async ({ actor, input: { body }, context }) => firstPasswords(context, checkPeople(body, body.mapping, await withReadScope(context.db, actor, companyOf))),
    change: async (scope, { input: { body }, context }, passwords) => importPeople(scope, context, body, await companyOf(scope), passwords),
    withoutSecret: (answer, language) => ({ ...answer, rows: answer.rows.map(({ password: _password, ...row }) => row), note: TOLD[language] }),
  }),
  operation({
    method: 'GET', path: '/api/installation', summary: { zh: '安装设置', en: 'Installation' }, access, answer: installationJson,
    handle: async ({ actor, context }) => ({ reach: context.installation.reach(), backup: await context.installation.backup(), mayChange: await maySet(context, actor) }),
  }),
  operation({
    method: 'POST', path: '/api/installation/certificate-check', summary: { zh: '检查证书', en: 'Look at a certificate' }, access, body: certificateBody, answer: certificateJson, repeated: { never: 'it only looks' },
    handle: ({ input: { body }, context }) => Promise.resolve(context.installation.readCertificate(body)),
  }),
  operation({
    method: 'POST', path: '/api/installation/folder-check', summary: { zh: '检查备份文件夹', en: 'Look at a backup folder' }, access, body: folderBody, answer: folderJson, repeated: { never: 'it only looks' },
    async handle({ actor, input: { body }, context }) {
      await requireSetting(context, actor);
      return lookAtFolder(body.folder, context.installation.dataFolder);
    },
  }),
  changing({
    method: 'PUT', path: '/api/installation/certificate', summary: { zh: '更换证书', en: 'Use a certificate' }, access, body: certificateBody, answer: installationJson, secrets: ['key'],
    async before({ actor, input: { body }, context }) {
      await requireSetting(context, actor);
      const { why } = context.installation.readCertificate(body);
      if (why) throw wrong([{ path: ['body', 'cert'], message: why }]);
    },
    async change(scope, { actor, input: { body }, context }) {
      const { names, until } = context.installation.readCertificate(body);
      await recordHappening(scope, { stream: scope.tenant, of: 'company', type: 'certificate-set', actor: actor.person, at: context.clock.now(), body: { names, until } });
      await context.installation.keepCertificate(body);
      return { reach: context.installation.reach(), backup: await context.installation.backup(), mayChange: true };
    },
  }),
  changing({
    method: 'PUT', path: '/api/installation/backup-folder', summary: { zh: '设置备份文件夹', en: 'Set the backup folder' }, access, body: folderBody, answer: installationJson,
    async before({ actor, input: { body }, context }) {
      await requireSetting(context, actor);
      const { why } = await lookAtFolder(body.folder, context.installation.dataFolder);
      if (why) throw wrong([{ path: ['body', 'folder'], message: why }]);
    },
    async change(scope, { actor, input: { body: { folder } }, context }) {
      await recordHappening(scope, { stream: scope.tenant, of: 'company', type: 'backup-folder-set', actor: actor.person, at: context.clock.now(), body: { folder } });
      await makeFolder(folder);
      await context.installation.keepBackupFolder(folder);
      return { reach: context.installation.reach(), backup: await context.installation.backup(), mayChange: true };
    },
  }),
] as const;
