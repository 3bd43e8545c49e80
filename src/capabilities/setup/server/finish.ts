import { linkRefused, setUp } from '#capabilities/identity/index.ts';
import { publishPolicy } from '#capabilities/policies/index.ts';
import type { Text } from '#engine/text.ts';
import { companies } from '#platform/db/index.ts';
import { wrong, type Context } from '#platform/operations/index.ts';
import type { CustomerImported, ImportAnswer, WizardBody } from '../contract.ts';
import { checkPeople, type Company } from '../rules/people.ts';
import { importCustomers, readCustomers } from './customers/import.ts';
import { inTime, lookAtFolder, makeFolder } from './folder.ts';
import { firstPasswords, importPeople } from './import.ts';
import { placeOf, shippedPolicy } from './shipped.ts';

export interface Finished { readonly people: ImportAnswer | null; readonly customers: CustomerImported | null; readonly address: string | null; readonly files: Text[] }

/** Zones a company may be in; ours first. */
export const ZONES: readonly string[] = ['Asia/Shanghai', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'Asia/Shanghai')];

/** Turns away whoever does not have the link, or comes when there is a company already. @throws Failure 403 */
export async function requireLink(context: Context, token: string): Promise<void> {
  if (!context.identity.setup.knows(token) || (await companies(context.db)).length > 0) throw await linkRefused(context);
}

/**
 * The last button of the wizard: everything that belongs into the database in one transaction, then what is kept beside it.
 * @throws Failure 403, 422: then nothing was written, and the link works again.
 */
export async function finishWizard(context: Context, body: WizardBody): Promise<Finished> {
  await requireLink(context, body.token);
  await requireSound(context, body);
  const shipped = body.policy === null ? null : await shippedPolicy(context.installation.policies, body.policy);
  const company: Company = { place: shipped ? placeOf(shipped.policy) : { units: [], positions: [] }, people: [], taken: [body.username.normalize('NFKC')] };
  const passwords = await firstPasswords(context, body.people ? checkPeople(body.people, body.people.mapping, company) : []);
  const lines = body.customers ? await readCustomers(body.customers.file) : null;
  const { people, customers } = await setUp(context, body, async (scope) => {
    if (shipped) await publishPolicy(scope, { ...shipped, actor: scope.actor.person, at: context.clock.now() });
    if (body.channel) await context.installation.channels.add(scope, body.channel);
    return {
      people: body.people ? await importPeople(scope, context, body.people, company, passwords) : null,
      customers: lines && body.customers ? await importCustomers(scope, { sheet: 'customers', lines, mapping: body.customers.mapping, file: body.customers.name, at: context.clock.now() }) : null,
    };
  });
  return { people, customers, ...(await keepFiles(context, body)) };
}

/** What could only be found wrong after the writing is looked at before. */
async function requireSound({ installation }: Context, { zone, certificate, backupFolder }: WizardBody): Promise<void> {
  const issues: { path: string[]; message: Text }[] = [];
  if (!ZONES.includes(zone)) issues.push({ path: ['body', 'zone'], message: { zh: '没有这个时区，请从列表中选择。', en: 'There is no such time zone. Please choose one of the list.' } });
  const found = certificate && installation.readCertificate(certificate);
  if (found?.why) issues.push({ path: ['body', 'certificate'], message: found.why });
  const looked = backupFolder === undefined ? null : await lookAtFolder(backupFolder, installation.dataFolder);
  if (looked?.why) issues.push({ path: ['body', 'backupFolder'], message: looked.why });
  if (issues.length > 0) throw wrong(issues);
}

/** Files cannot be rolled back: they come last, and what fails is told and can be repeated in the settings. */
async function keepFiles({ installation, log }: Context, { certificate, backupFolder }: WizardBody): Promise<{ address: string | null; files: Text[] }> {
  const files: Text[] = [];
  let address: string | null = null;
  if (backupFolder !== undefined) {
    const kept = inTime(makeFolder(backupFolder).then(() => installation.keepBackupFolder(backupFolder)));
    await kept.then((done) => { if (done === null) throw new Error('the folder does not answer'); }).catch((error: unknown) => {
      log.error({ err: error }, 'the backup folder of the set-up could not be kept');
      files.push({ zh: '备份文件夹没有存下来，请在“安装设置”里再试一次。', en: 'The backup folder could not be kept. Please try again under Installation.' });
    });
  }
  if (certificate) {
    address = await installation.keepCertificate(certificate).catch((error: unknown) => {
      log.error({ err: error }, 'the certificate of the set-up could not be kept');
      files.push({ zh: '证书没有存下来，请在“安装设置”里再试一次。', en: 'The certificate could not be kept. Please try again under Installation.' });
      return null;
    });
  }
  return { address, files };
}
