import type { Decided } from '#engine';
import type { ChainedRow } from '#capabilities/audit/index.ts';
import { customerToRead, normalPhone, wrongPhone } from '#capabilities/customers/index.ts';
import { isId, type Scope } from '#platform/db/index.ts';
import { wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { namedCaller, type ActBody, type MatterJson } from '../contract.ts';
import { placeBefore, subjectAgain } from '../rules/subject.ts';
import { callerOf, lookAgain } from './caller.ts';
import { gatherTenant, type GatheredMatter } from './gather.ts';
import { frameOf, type MatterFrame } from './present/matter.ts';

/** Held until the act is written: nobody erases him, or makes his file part of another, meanwhile. */
const CUSTOMER = `select id, name, phone, address from customer where tenant_id = $1 and erased_at is null and merged_into is null and (id = (select coalesce(k.merged_into, k.id) from customer k where k.tenant_id = $1 and k.id = $2::uuid) or ($3 <> '' and phone = $3)) order by created_at limit 2 for share`;
const WORDS = 'update matter set content = $3, subject = $4 where tenant_id = $1 and id = $2';
/** It belongs to his project from now on. */
const MOVED = "update matter set customer_id = $3, customer_name = $4, project = coalesce((select c.project from customer c where c.tenant_id = $1 and c.id = $3), '') where tenant_id = $1 and id = $2";
const MOVED_ON_DESKS = 'update desk_row d set project = m.project from matter m where d.tenant_id = $1 and d.matter_id = $2 and m.tenant_id = $1 and m.id = $2';

type Customer = NonNullable<MatterJson['customer']>;
/** What a correction changes beside the state of the matter: the columns that lists show; `beside`: the stream of a customer who is new. */
export interface Correction { readonly body: ActBody; readonly customer: Customer | null; readonly beside: readonly ChainedRow[]; /** Where it is about, put right; null = as before. */ readonly place: string | null }

/** The act that puts a record right, and its field for the place: that one is no fact of a policy, but the beginning of the line. */
const CORRECT = 'correct';
const WHERE = 'where';
/** It leaves room in the line for what it is about. */
const LONGEST_PLACE = 40;
/** These say why, and correct nothing. */
const WHY: readonly string[] = ['reason', 'text', 'files'];

/**
 * Finds the customer a matter is corrected to, by number or telephone, and puts his id in the place of what was written. One who is
 * told by name, number and place, as at the intake, is registered where his number is not known.
 * @throws Failure 422 when there is nobody, or more than one, of that number; for a place that is none; where nothing is corrected; 403 for a customer whose file he may not read: the answer would read it to him
 */
export async function correctionOf(context: Context, scope: Scope<Actor>, asked: ActBody): Promise<Correction> {
  const { [WHERE]: where, ...fields } = asked.fields ?? {};
  const place = asked.act === CORRECT ? placeOf(where) : null;
  if (asked.act === CORRECT && place === null && Object.entries(fields).every(([name, value]) => WHY.includes(name) || (value ?? null) === null)) throw wrong([{ path: ['body', 'fields'], message: NOTHING }]);
  const body = place === null ? asked : { ...asked, fields };
  const named = body.fields?.['customer'];
  if (named !== null && typeof named === 'object') return { ...(await toCaller(context, scope, body, named)), place };
  if (typeof named !== 'string' || named.trim() === '') return { body, customer: null, beside: [], place };
  const look = () => scope.run<Customer>({ name: 'correct-customer-find', text: CUSTOMER, values: [scope.tenant, isId(named.trim()) ? named.trim() : null, normalPhone(named)] });
  const rows = await lookAgain((await look()).rows, look);
  const [customer] = rows;
  if (!customer || rows.length > 1) {
    const message = customer ? { zh: '这个号码有几位客户，请从客户页选定后再更正', en: 'Several customers have this number; choose one on the customers’ page' } : { zh: '没有找到这位客户，请先登记客户', en: 'There is no such customer; register him first' };
    throw wrong([{ path: ['body', 'fields', 'customer'], message }]);
  }
  await customerToRead(context, scope, customer.id);
  return { body: { ...body, fields: { ...body.fields, customer: customer.id } }, customer, beside: [], place };
}

const NOTHING = { zh: '没有写要更正什么；只补充说明请用「记沟通」', en: 'Nothing is corrected; to add words only, make a note' };

/** Where it is about, as one line; null where nothing is said of it. @throws Failure 422 */
function placeOf(where: unknown): string | null {
  if (where === undefined || where === null) return null;
  const place = typeof where === 'string' ? where.replace(/\s+/g, ' ').trim() : '';
  if (!/[^\s\p{Cf}]/u.test(place)) throw wrong([{ path: ['body', 'fields', WHERE], message: { zh: '位置要写出来；不更正位置就不要给这一项', en: 'Write the place; leave it out where it is not corrected' } }]);
  if ([...place].length > LONGEST_PLACE) throw wrong([{ path: ['body', 'fields', WHERE], message: { zh: `位置最多 ${LONGEST_PLACE} 字`, en: `A place has at most ${LONGEST_PLACE} characters` } }]);
  return place;
}

async function toCaller(context: Context, scope: Scope<Actor>, body: ActBody, told: object): Promise<Omit<Correction, 'place'>> {
  const read = namedCaller.safeParse(told);
  const unread = read.success ? wrongPhone(read.data.phone ?? '') : { zh: '应为客户', en: 'should be a customer' };
  if (!read.success || unread) throw wrong([{ path: ['body', 'fields', 'customer'], message: unread ?? { zh: '应为客户', en: 'should be a customer' } }]);
  const { caller: { fresh, ...customer }, beside } = await callerOf(scope, read.data, await gatherTenant(scope, context.clock.now()));
  if (!fresh) await customerToRead(context, scope, customer.id);
  return { body: { ...body, fields: { ...body.fields, customer: customer.id } }, customer, beside };
}

/** Names beside the ids in the event: as words, which can be erased. */
export function withNames(decision: Decided, gathered: GatheredMatter, { customer, place }: Pick<Correction, 'customer' | 'place'>): Decided {
  if (!customer && place === null) return decision;
  const before = placeBefore(gathered.row.subject, gathered.row.content);
  const words = {
    ...(customer ? { customer: customer.name, ...(gathered.row.customer_name === null ? {} : { 'was.customer': gathered.row.customer_name }) } : {}),
    ...(place === null ? {} : { [WHERE]: place, ...(before === '' ? {} : { [`was.${WHERE}`]: before }) }),
  };
  const act = decision.events.find((event) => event.actor.is === 'person');
  return { ...decision, events: decision.events.map((event) => (event === act ? { ...event, words: { ...event.words, ...words } } : event)) };
}

/** What the row says beside the state once it is corrected: a subject made of place and words is made again. */
export function correctedFrame(gathered: GatheredMatter, decision: Decided, { customer, place }: Pick<Correction, 'customer' | 'place'>): MatterFrame {
  const frame = frameOf(gathered);
  const said = decision.matter.facts['content'];
  const content = typeof said === 'string' && said !== gathered.row.state.facts['content'] ? said : null;
  if (content === null && !customer && place === null) return frame;
  const title = gathered.world.policy.kinds[gathered.row.kind]?.title ?? '';
  return { ...frame, content: content ?? frame.content, customer: customer ?? frame.customer, subject: subjectAgain(frame, title, place ?? customer?.address ?? null, content ?? frame.content) };
}

/** Brings the columns of the row to what was corrected, in the transaction of the act. */
export async function writeCorrection(scope: Scope<Actor>, gathered: GatheredMatter, frame: MatterFrame, customer: Customer | null): Promise<void> {
  if (frame.content !== gathered.row.content || frame.subject !== gathered.row.subject) await scope.run({ name: 'correct-words', text: WORDS, values: [scope.tenant, gathered.row.id, frame.content, frame.subject] });
  if (!customer) return;
  await scope.run({ name: 'correct-customer', text: MOVED, values: [scope.tenant, gathered.row.id, customer.id, customer.name] });
  await scope.run({ name: 'correct-desks', text: MOVED_ON_DESKS, values: [scope.tenant, gathered.row.id] });
}
