import { formatInstant } from '#engine';
import { recordHappening } from '#capabilities/audit/index.ts';
import { gatherTenant, hiddenMatters, KIND_OF_MATTER, seesCustomers } from '#capabilities/matters/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import { answeredBefore, insertAnswer, keyOf, once } from '#platform/idempotency/index.ts';
import { Answered, wrong, type Actor, type Context, type FileAnswer, type Request } from '#platform/operations/index.ts';
import type { RegisterBody } from '../contract.ts';
import { contactRegister } from '../rules/forms/contact-register/fill.ts';
import { layoutOf } from '../rules/forms/registry.ts';
import { againOnClash } from './clash.ts';
import { contactOf, contactsWhere, type ContactRead } from './contact.ts';
import { keepFile, openKept, PDF } from './kept-files.ts';
import { companyName, footOf, valuesOf } from './sheets.ts';

const AT_MOST = 2_000;
const CONTACTS = contactsWhere({ order: 'asc', limit: String(AT_MOST + 1), where: ({ at }) => `${at} >= $2 and ${at} < $3 and ${KIND_OF_MATTER} <> all($4::text[]) and ($5::text is null or m.unit_code = $5)` });

const TITLE = { zh: '来电来访处理记录表', en: 'Register of calls and visits' } as const;
const LONG = { zh: `这段时间超过 ${AT_MOST} 件，请缩短期间后再打印。`, en: `There are more than ${AT_MOST} in this period. Please choose a shorter one.` };
const BACKWARDS = { zh: '结束时间应晚于开始时间。', en: 'The end has to be later than the beginning.' };

/**
 * The register of calls and visits of a period (F-04) as PDF (`POST /api/papers/contact-register`); one event in the history of whoever prints it.
 * Names and numbers of customers are masked for those whose position does not see them in lists.
 * @throws 422 for a period that ends before it begins, or holds too much for a register.
 */
export async function printRegister(context: Context, actor: Actor, request: Request, body: RegisterBody): Promise<FileAnswer> {
  if (Date.parse(body.to) <= Date.parse(body.from)) throw wrong([{ path: ['body', 'to'], message: BACKWARDS }]);
  const keyed = keyOf(actor, request, 'POST', '/api/papers/contact-register', body);
  const before = await answeredBefore<{ file: string }>(context.db, actor, keyed);
  if (before) return openKept(context, actor, before.answer.file);
  const { values, count } = await withReadScope(context.db, actor, (scope) => gathered(context, scope, body));
  const { pdf } = await context.papers.press.print(layoutOf(contactRegister), { ...values }, context.clock.now());
  const done = await againOnClash(() => once(context.db, actor, keyed, async (scope) => {
    const now = context.clock.now();
    const file = await keepFile(context, scope, actor.person, { name: `${TITLE[actor.language]} ${body.from.slice(0, 10)}.pdf`, mediaType: PDF, bytes: pdf }, now);
    await recordHappening(scope, { stream: actor.person, of: 'person', type: 'printed', actor: actor.person, at: now, body: { form: contactRegister.id, from: body.from, to: body.to, rows: count, sha256: file.sha256 } });
    if (keyed) await scope.runAll([insertAnswer(scope.tenant, keyed, { status: 200, answer: { file: file.id } }, now)]);
    return { file: file.id };
  }));
  return openKept(context, actor, (done instanceof Answered ? done.answer : done).file);
}

async function gathered(context: Context, scope: Scope<Actor>, { from, to, unit, paper = 'a4-wide', offset = { x: 0, y: 0 } }: RegisterBody) {
  const { actor } = scope;
  const around = await gatherTenant(scope, context.clock.now());
  const { rows } = await scope.run<ContactRead>({ name: 'paper-register', text: CONTACTS, values: [scope.tenant, new Date(from), new Date(to), hiddenMatters(around, actor), unit ?? null] });
  if (rows.length > AT_MOST) throw wrong([{ path: ['body', 'to'], message: LONG }]);
  const open = seesCustomers(around, actor);
  const contacts = rows.map((row) => contactOf(row, around, open, actor.language));
  const [first] = around.policies.known;
  const sheet = {
    head: { company: await companyName(scope), title: TITLE[actor.language], number: contactRegister.number, edition: first?.policy.version.slice(0, 8) ?? '—' },
    foot: footOf(context, actor, around, { number: `${from.slice(0, 10)} — ${to.slice(0, 10)}`, times: '', path: '/contacts' }),
    body: contactRegister.fillIn({ from: zoned(from, actor), to: zoned(to, actor), unit: unit ?? '', contacts }, actor.language, paper),
  };
  return { values: valuesOf([sheet], { paper, copies: 1, offset, preview: false }, actor.language), count: rows.length };
}

const zoned = (iso: string, actor: Actor): string => formatInstant(Date.parse(iso), actor.zone);
