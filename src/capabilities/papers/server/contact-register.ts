import { formatInstant, titleOfBearer, titleOfOutcome, titleOfStage, type Language, type MatterState } from '#engine';
import { recordHappening } from '#capabilities/audit/index.ts';
import { gatherTenant, hiddenKinds, type Surroundings } from '#capabilities/matters/index.ts';
import { maskedPhone, maskedText } from '#platform/documents/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import { answeredBefore, insertAnswer, keyOf, once } from '#platform/idempotency/index.ts';
import { Answered, wrong, type Actor, type Context, type FileAnswer, type Request } from '#platform/operations/index.ts';
import type { RegisterBody } from '../contract.ts';
import { seesPersonal } from '../rules/personal.ts';
import { contactRegister, type Contact } from '../rules/forms/contact-register/fill.ts';
import { layoutOf } from '../rules/forms/registry.ts';
import { againOnClash } from './clash.ts';
import { keepFile, openKept, PDF } from './kept-files.ts';
import { companyName, footOf, valuesOf } from './sheets.ts';

const AT_MOST = 2_000;
const MATTERS = `select m.kind, m.policy_version, m.number, m.channel, m.content, m.customer_name, c.phone, c.address, m.received_at, m.state
  from matter m left join customer c on c.tenant_id = m.tenant_id and c.id = m.customer_id
  where m.tenant_id = $1 and m.received_at >= $2 and m.received_at < $3 and m.parent_id is null and m.channel <> 'internal' and m.kind <> all($4::text[]) and ($5::text is null or m.unit_code = $5)
  order by m.received_at, m.id limit ${AT_MOST + 1}`;

interface Row {
  readonly kind: string; readonly policy_version: string; readonly number: string; readonly channel: string; readonly content: string; readonly customer_name: string; readonly phone: string | null; readonly address: string | null;
  readonly received_at: number; readonly state: MatterState;
}

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

async function gathered(context: Context, scope: Scope<Actor>, { from, to, unit }: RegisterBody) {
  const { actor } = scope;
  const around = await gatherTenant(scope, context.clock.now());
  const { rows } = await scope.run<Row>({ name: 'paper-register', text: MATTERS, values: [scope.tenant, new Date(from), new Date(to), hiddenKinds(around, actor), unit ?? null] });
  if (rows.length > AT_MOST) throw wrong([{ path: ['body', 'to'], message: LONG }]);
  const open = seesPersonal(actor.positions, around.policies.inForce.map(({ policy }) => policy));
  const contacts = rows.map((row) => contactOf(row, around, open, actor.language));
  const [first] = around.policies.inForce;
  const sheet = {
    head: { company: await companyName(scope), title: TITLE[actor.language], number: contactRegister.number, edition: first?.policy.version.slice(0, 8) ?? '—' },
    foot: footOf(context, actor, around, { number: `${from.slice(0, 10)} — ${to.slice(0, 10)}`, times: '', path: '/matters' }),
    body: contactRegister.fillIn({ from: zoned(from, actor), to: zoned(to, actor), unit: unit ?? '', contacts }, actor.language, 'a4-wide'),
  };
  return { values: valuesOf([sheet], { paper: 'a4-wide', copies: 1, offset: { x: 0, y: 0 }, preview: false }, actor.language), count: rows.length };
}

const zoned = (iso: string, actor: Actor): string => formatInstant(Date.parse(iso), actor.zone);

/** What became of one contact, by what its acts are, whatever the policy calls them. */
function contactOf(row: Row, around: Surroundings, open: boolean, language: Language): Contact {
  const { policy } = around.policies.version(row.policy_version);
  const kind = policy.kinds[row.kind];
  const names = (person: string): string => around.company.names.get(person) ?? '—';
  const done = (...is: readonly string[]) => row.state.acts.filter((entry) => is.includes(kind?.acts[entry.act]?.is ?? ''));
  const iso = (at: number | null | undefined): string => (at === null || at === undefined ? '' : formatInstant(at, policy.zone));
  const [forwarded] = done('forward');
  const accepted = done('accept').find((entry) => forwarded !== undefined && entry.at >= forwarded.at);
  const promised = row.state.obligations.find((each) => kind?.acts[each.act]?.is === 'reply');
  const [received] = row.state.acts;
  const outcome = done('revisit').at(-1)?.fields.outcome;
  return {
    at: iso(row.received_at), channel: row.channel, caller: open ? row.customer_name : maskedText(row.customer_name, 1), phone: open ? (row.phone ?? '') : maskedPhone(row.phone ?? ''), place: open ? (row.address ?? '') : maskedText(row.address ?? '', 2),
    kind: kind?.title ?? row.kind, number: row.number, content: row.content, promised: iso(promised?.dueAt), forwardedTo: forwarded?.fields.to ? titleOfBearer(policy, forwarded.fields.to, names) : '', forwardedAt: iso(forwarded?.at),
    acceptedAt: iso(accepted?.at), result: titleOfStage(kind, row.state.stage), repliedAt: iso(done('reply', 'inform')[0]?.at), satisfied: outcome === undefined ? '' : (titleOfOutcome(outcome)?.[language] ?? outcome),
    recordedBy: received && received.actor !== 'system' && received.actor.person ? names(received.actor.person) : '',
  };
}
