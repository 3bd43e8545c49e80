import { RIGHTS } from '../../../src/capabilities/identity/contract.ts';
import { uuidv7 } from '../../../src/platform/db/index.ts';
import { fillFile } from './customer-file.ts';
import { SAMPLES } from '../../support/attached-files.ts';
import { arrangeTrial, type Product, type TestDatabase } from '../../support/index.ts';

/** What every row of a foreign company has somewhere in its words, so that it is noticed wherever it comes out. */
export const CANARY = 'canary-of-another-company';

/** A company of the battery, with people of every kind and one object of every sort that has an address. */
export interface Company {
  readonly tenant: string;
  readonly slug: string;
  /** Administrator with all rights; a key, because signing out must not end the battery. */
  readonly chief: string;
  /** All rights, but no administrator. */
  readonly deputy: string;
  /** No position at all. */
  readonly newcomer: string;
  /** For each right, somebody who has all others. */
  readonly without: Readonly<Record<string, string>>;
  /** Has yet to change his password. */
  readonly fresh: string;
  /** Proofs of people and keys that are no longer good. */
  readonly gone: Readonly<Record<string, string>>;
  /** Ids of objects that have an address. */
  readonly objects: readonly string[];
}

const PASSWORD = 'battery-password';

/** Founds a company with everything in it. `words` stands in every name. */
export async function found(base: TestDatabase, product: Product, slug: string, words: string): Promise<Company> {
  const tenant = await base.company(slug);
  await base.owner({ text: 'update tenant set name = $2 where id = $1', values: [tenant, words] });
  await arrangeTrial(base, tenant, RIGHTS);
  const join = async (username: string, rights: readonly string[], administrator = false, more: object = {}): Promise<{ id: string; cookie: string }> => {
    const positions = rights.map((position) => ({ position, unit: null }));
    const id = await product.person(tenant, { username, name: `${username} ${words}`, phone: words, password: PASSWORD, positions, administrator, ...more });
    return { id, cookie: await product.signIn(slug, username, PASSWORD) };
  };
  const keyOf = async (cookie: string, name = words): Promise<{ id: string; key: string }> => (await product.ask({ method: 'POST', url: '/api/keys', payload: { name } }, cookie)).json();

  const boss = await join('boss', RIGHTS, true);
  const chief = await keyOf(boss.cookie);
  const deputy = await join('deputy', RIGHTS);
  const newcomer = await join('newcomer', []);
  const fresh = await join('fresh', RIGHTS, true, { mustChangePassword: true });
  const without = Object.fromEntries(await Promise.all(RIGHTS.map(async (right, at) => [right, (await join(`without-${at}`, RIGHTS.filter((one) => one !== right))).cookie] as const)));
  const colleague = await join('colleague', ['work']);
  const spare = await keyOf(colleague.cookie);
  const phrase = (await product.ask({ method: 'POST', url: '/api/phrases', payload: { title: words, text: words, of: 'me' } }, chief.key)).json() as { id: string };
  const desk = await ofTheDesk(product, chief.key, join, words);
  return {
    tenant, slug, chief: chief.key, deputy: deputy.cookie, newcomer: newcomer.cookie, fresh: fresh.cookie, without,
    gone: await leftBehind(base, product, { slug, join, keyOf, chief: chief.key }),
    objects: [colleague.id, spare.id, phrase.id, ...desk.objects, ...(await fillFile(base, tenant, desk.customer, words)), await aChannel(product, chief.key, words), await aNotice(base, tenant, boss.id, words), ...(await shiftsAndLeave(base, product, tenant, chief.key, { slug, away: colleague.id, here: boss.id }))],
  };
}

/** Each company has a policy of its own, so that no name of one is also a name of the other. */
const POLICIES = [['property-management', 'cs-staff'], ['retail', 'after-sales-staff']] as const;
let founded = 0;

/** A way out of the product that leads nowhere: by the time somebody writes to its name, that leads inside. */
async function aChannel(product: Product, chief: string, words: string): Promise<string> {
  const payload = { kind: 'wecom', name: words, active: true, classes: ['alarm'], settings: { url: `https://${uuidv7()}.invalid/robot`, mention: 'no' } };
  const reply = await product.ask({ method: 'POST', url: '/api/channels', payload }, chief);
  if (reply.statusCode !== 201) throw new Error(reply.body);
  return (reply.json() as { id: string }).id;
}

/** A unit with its hand-over sheet, and somebody's leave. */
async function shiftsAndLeave(base: TestDatabase, product: Product, tenant: string, chief: string, { slug, away, here }: { slug: string; away: string; here: string }): Promise<readonly string[]> {
  const unit = `shift-unit-${slug}`;
  await base.owner({ text: 'insert into unit (tenant_id, code, name) values ($1, $2, $2)', values: [tenant, unit] });
  await base.owner({ text: 'update tenant set directory_version = directory_version + 1 where id = $1', values: [tenant] });
  const made = async (url: string, payload: object): Promise<string> => {
    const reply = await product.ask({ method: 'POST', url, payload }, chief);
    if (reply.statusCode !== 201) throw new Error(`${url}: ${reply.body}`);
    return (reply.json() as { id: string }).id;
  };
  const [from, until] = [1, 3].map((days) => new Date(product.clock.now() + days * 86_400_000).toISOString());
  return [unit, await made('/api/handovers', { unit }), await made('/api/absences', { person: away, from, until, substitute: here })];
}

/** A notice for the one who asks. */
async function aNotice(base: TestDatabase, tenant: string, person: string, words: string): Promise<string> {
  const id = uuidv7();
  const content = { number: words, kind: null, act: null, due: null, overdue: false, bearer: null, outcome: null, insteadOf: null, clause: [] };
  await base.owner({
    text: "insert into notice (tenant_id, id, person_id, outbox_id, template, content, at, class) values ($1, $2, $3, $4, 'told', $5, now(), 'alarm')", values: [tenant, id, person, uuidv7(), JSON.stringify(content)],
  });
  return id;
}

/** A policy, a customer, a matter with an obligation, an approval asked for, and a picture: whatever has an address at the desk. */
async function ofTheDesk(product: Product, chief: string, join: (username: string, rights: readonly string[], administrator?: boolean, more?: object) => Promise<{ id: string; cookie: string }>, words: string): Promise<{ readonly customer: string; readonly objects: readonly string[] }> {
  const [policy, receiver] = POLICIES[founded++ % POLICIES.length] ?? POLICIES[0];
  const done = async (asked: Promise<{ statusCode: number; body: string; json(): unknown }>): Promise<Record<string, unknown>> => {
    const reply = await asked;
    if (reply.statusCode >= 300) throw new Error(reply.body);
    return reply.json() as Record<string, unknown>;
  };
  await done(product.ask({ method: 'POST', url: '/api/policies', payload: { shipped: policy } }, chief));
  const desk = await join('desk', [], false, { positions: [{ position: receiver, unit: null }] });
  const head = await join('head', [], false, { positions: [{ position: 'department-manager', unit: null }] });
  const matter = await done(product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: words, customer: { name: words, phone: '13800001234' } } }, desk.cookie));
  const id = String(matter['id']);
  await done(product.ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'oversee' } }, head.cookie));
  const state = (await done(product.ask({ method: 'GET', url: `/api/matters/${id}` }, desk.cookie)))['obligations'] as { id: string; duty: string; round: number }[];
  const owed = state.find((each) => each.duty === 'complaint.overseen');
  const approval = await done(product.ask({ method: 'POST', url: `/api/matters/${id}/approvals`, payload: { act: 'waive', fields: { obligation: `complaint.overseen/${owed?.round}/1`, reason: words } } }, head.cookie));
  const picture = await done(product.ask({ method: 'POST', url: '/api/attachments', ...formWith(id) }, desk.cookie));
const exported = await done(product.ask({ method: 'POST', url: '/api/exports', payload: { list: 'matters' } }, chief));
  const printed = await product.ask({ method: 'POST', url: `/api/matters/${id}/papers/evidence-pack`, payload: { paper: 'a4' } }, chief);
  if (printed.statusCode !== 200) throw new Error(printed.body);
  const papers = (await done(product.ask({ method: 'GET', url: `/api/matters/${id}/papers` }, chief)))['items'] as { form: string; file: string | null }[];
  const kept = String(papers.find((each) => each.form === 'evidence-pack')?.file);
  const customer = String((matter['customer'] as { id: string }).id);
  return { customer, objects: [id, String(exported['id']), kept, String(owed?.id), String(approval['id']), String(picture['id']), customer, policy] };
}

/** A picture for a matter, as a browser sends it. */
function formWith(matter: string): { payload: Buffer; headers: Record<string, string> } {
  const edge = 'battery-edge';
  const part = (head: string): string => `--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(`${part('name="matter"')}${matter}\r\n--${edge}\r\nContent-Disposition: form-data; name="file"; filename="photo.png"\r\nContent-Type: image/png\r\n\r\n`), SAMPLES['png']?.bytes ?? Buffer.alloc(0), Buffer.from(`\r\n--${edge}--\r\n`)]);
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${edge}` } };
}

interface Tools {
  readonly slug: string;
  readonly chief: string;
  join(username: string, rights: readonly string[], administrator?: boolean): Promise<{ id: string; cookie: string }>;
  keyOf(cookie: string): Promise<{ id: string; key: string }>;
}

async function leftBehind(base: TestDatabase, product: Product, { join, keyOf, chief }: Tools): Promise<Record<string, string>> {
  const leaver = await join('leaver', RIGHTS, true);
  const leaverKey = await keyOf(leaver.cookie);
  await product.ask({ method: 'POST', url: `/api/people/${leaver.id}/leave` }, chief);
  const out = await join('signed-out', RIGHTS, true);
  await product.ask({ method: 'POST', url: '/api/logout' }, out.cookie);
  const late = await join('expired', RIGHTS, true);
  await base.owner({ text: 'update session set expires_at = created_at where person_id = $1', values: [late.id] });
  const dropped = await join('dropped-key', RIGHTS, true);
  const droppedKey = await keyOf(dropped.cookie);
  await product.ask({ method: 'POST', url: `/api/keys/${droppedKey.id}/revoke` }, chief);
  return { 'the cookie of a leaver': leaver.cookie, 'the key of a leaver': leaverKey.key, 'a cookie after signing out': out.cookie, 'an expired cookie': late.cookie, 'a revoked key': droppedKey.key };
}
