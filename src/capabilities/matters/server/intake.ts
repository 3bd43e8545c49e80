import { possibleActs } from '#engine';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import { Answered, conflict, Failure, type Actor, type Request } from '#platform/operations/index.ts';
import type { IntakeAnswer, IntakeBody, MatterJson, ReceiveBody } from '../contract.ts';
import { followingOf } from '../rules/following.ts';
import { receiverTitle } from '../rules/receiver-title.ts';
import { act } from './act.ts';
import { forecastIntake } from './forecast.ts';
import type { MattersContext } from './context.ts';
import { readMatter, reading } from './read.ts';
import { withReadablePhone } from './readable-phone.ts';
import { receive } from './receive.ts';

const CLAIM = 'insert into intake_draft (tenant_id, draft, matter_id, person_id, key) values ($1, $2, $3, $4, $5) on conflict (tenant_id, draft) do nothing';
const CLAIMED = `select d.matter_id, d.person_id, d.key, p.name from intake_draft d join person p on p.tenant_id = d.tenant_id and p.id = d.person_id
  where d.tenant_id = $1 and d.draft = $2`;

interface Claim { readonly matter_id: string; readonly person_id: string; readonly key: string | null; readonly name: string }

/** Somebody was quicker with the same call: thrown through the transaction, so that no second matter comes of it. */
class SavedMeanwhile extends Error {}

/**
 * Saves what the intake has written (`POST /api/intake`): receives the matter and, in the same round, passes it on or answers it.
 * A matter that was received stays received, even where what was to follow is refused; the answer says why.
 * The same call or draft is saved once, whoever saves it: later ones get the matter that is there.
 * @throws Failure 409 refused, 422 wrong or nobody chosen to get it, 404 for a customer who is no longer there
 */
export async function saveIntake(context: MattersContext, actor: Actor, given: IntakeBody, request: Request): Promise<IntakeAnswer> {
  const body = { ...given, receive: await withReadablePhone(context, actor, given.receive, ['body', 'receive']) };
  const claim = await claimOf(context, actor, body.draft);
  if (claim && !repeats(claim, actor, request)) return savedBefore(context, actor, claim);
  const alarming = !claim && await requireReceiver(context, actor, body);
  if (!claim) await requireAnswer(context, actor, body);
  const received: ReceiveBody = alarming ? { ...body.receive, urgent: true } : body.receive;
  let matter: MatterJson;
  try {
    matter = claim ? await readMatter(context, actor, claim.matter_id) : plain(await receive(context, actor, received, request, (scope, id) => claimFor(scope, body.draft, id, request)));
  } catch (error) {
    if (!(error instanceof SavedMeanwhile)) throw error;
    const theirs = await claimOf(context, actor, body.draft);
    if (!theirs) throw error;
    return savedBefore(context, actor, theirs);
  }
  const followed = await follow(context, actor, body, request, matter);
  return { ...followed, already: null, ...(await afterwards(context, actor, matter.id, body.then === 'forward' && followed.done.length > 0)) };
}

async function claimFor(scope: Scope<Actor>, draft: string | undefined, matter: string, request: Request): Promise<void> {
  if (draft === undefined) return;
  const { count } = await scope.run({ name: 'intake-claim', text: CLAIM, values: [scope.tenant, draft, matter, scope.actor.person, request.idempotencyKey] });
  if (count === 0) throw new SavedMeanwhile('this call was saved meanwhile');
}

async function claimOf(context: MattersContext, actor: Actor, draft: string | undefined): Promise<Claim | null> {
  if (draft === undefined) return null;
  return withReadScope(context.db, actor, async (scope) => (await scope.run<Claim>({ name: 'intake-claimed', text: CLAIMED, values: [scope.tenant, draft] })).rows[0] ?? null);
}

/** The same request sent again after a lost answer: what had still to follow, follows. */
const repeats = (claim: Claim, actor: Actor, request: Request): boolean => claim.person_id === actor.person && claim.key !== null && claim.key === request.idempotencyKey;

async function savedBefore(context: MattersContext, actor: Actor, claim: Claim): Promise<IntakeAnswer> {
  try {
    const matter = await readMatter(context, actor, claim.matter_id);
    return { matter, already: { name: claim.name, mine: claim.person_id === actor.person }, done: [], passedTo: null, notDone: null, mayRecall: false };
  } catch (error) {
    if (!(error instanceof Failure) || error.status !== 404) throw error;
    throw conflict('saved-before', { zh: `这通电话已由${claim.name}登记，您无权查看那一件。请与${claim.name}联系。`, en: `${claim.name} has registered this call already, as a matter you may not see. Please ask ${claim.name}.` });
  }
}

type Followed = Pick<IntakeAnswer, 'matter' | 'done' | 'notDone'>;

async function follow(context: MattersContext, actor: Actor, body: IntakeBody, request: Request, received: MatterJson): Promise<Followed> {
  if (body.then === undefined) return { matter: received, done: [], notDone: null };
  const { then } = body;
  const { forward, answer, routed } = await reading(context, actor, received.id, ({ world, row }) => followingOf(world, row.state, actor));
  const acts = then === 'answer' ? answer : forward ? [forward] : null;
  if (then === 'forward' && routed) return { matter: received, done: [], notDone: null };
  if (acts === null) return { matter: received, done: [], notDone: { act: null, title: '', why: NOT_POSSIBLE[then][actor.language] } };
  if (then === 'forward' && body.to === undefined) return { matter: received, done: [], notDone: { act: acts[0]?.id ?? null, title: acts[0]?.title ?? '', why: NOBODY[actor.language], receiver: true } };
  let matter = received;
  const done: string[] = [];
  for (const [at, next] of acts.entries()) {
    const given = Object.fromEntries(Object.entries({ ...body.receive.facts, ...body.fields }).filter(([name]) => next.asks.includes(name)));
    try {
      ({ matter } = plain(await act(context, actor, received.id, { act: next.id, fields: { ...given, ...(then === 'forward' ? { to: body.to } : {}) } }, following(request, at))));
      done.push(next.title);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return { matter, done, notDone: { act: next.id, title: next.title, why: whyOf(error, actor) } };
    }
  }
  return { matter, done, notDone: null };
}

/** Whether the last step may be taken back, and whom it was passed on to, to be told to the caller: a unit with those of it who are there, a person with his unit. */
function afterwards(context: MattersContext, actor: Actor, matter: string, passed: boolean): Promise<Pick<IntakeAnswer, 'mayRecall' | 'passedTo'>> {
  return reading(context, actor, matter, ({ world, row, around }) => {
    const mayRecall = possibleActs(world, row.state, actor).some(({ act: { is }, refusals }) => is === 'recall' && refusals.length === 0);
    const to = passed ? row.state.acts.findLast((each) => each.fields.to !== undefined)?.fields.to : undefined;
    return { mayRecall, passedTo: to ? receiverTitle(world, to, (person) => around.company.names.get(person)) : null };
  });
}

const NOT_POSSIBLE = {
  forward: { zh: '按制度，这一类现在不需要或还不能转办', en: 'the policy does not ask for forwarding this now, or not yet' },
  answer: { zh: '按制度，这一类不能当场办结', en: 'the policy does not let this be ended on the spot' },
} as const;
const NOBODY = { zh: '还没有选转给谁', en: 'nobody was chosen to forward it to' } as const;

/** Each act has a key of its own, made from the receipt's: repeated together, done once each. No header can carry the arrow. */
function following(request: Request, at: number): Request {
  return { ...request, dry: false, idempotencyKey: request.idempotencyKey === null ? null : `→${at}${request.idempotencyKey}` };
}

/** The first reason in the reader's language: the clause's own words where there are any. */
export function whyOf(failure: Failure, actor: Actor): string {
  const { details, issues } = failure.more;
  const refusals: unknown = details !== null && typeof details === 'object' && 'refusals' in details ? details.refusals : [];
  const first: unknown = Array.isArray(refusals) ? refusals[0] : undefined;
  if (first !== null && typeof first === 'object' && 'text' in first && typeof first.text === 'string') return first.text;
  return issues?.[0]?.message[actor.language] ?? failure.text[actor.language];
}

/**
 * Where the policy wants a matter passed on at once and does not do so itself, nothing is saved while nobody is chosen: a record with
 * a warning beside it would be forgotten. Saving without passing on is its own request. Where somebody is in danger it is saved all the same:
 * a fact can always be recorded. It goes as an urgent report then, so that whoever oversees is alarmed while nobody has it.
 * @returns whether it goes as an urgent report
 * @throws Failure 422 `receiver-needed`
 */
async function requireReceiver(context: MattersContext, actor: Actor, body: IntakeBody): Promise<boolean> {
  if (body.then !== 'forward' || body.to !== undefined) return false;
  const { forward, routed, matter } = await forecastIntake(context, actor, body);
  if (matter.peril !== null) return routed === null;
  if (!forward?.owed || routed !== null) return false;
  throw new Failure(422, 'receiver-needed', { zh: `按制度要马上${forward.title}，还没有选转给谁`, en: `The policy wants “${forward.title}” now, and nobody was chosen to get it` }, { issues: [{ path: ['body', 'to'], message: { zh: '请选择转给谁', en: 'Choose who gets it' } }] });
}

/** Nothing is ended as answered without the answer: it is what the customer was told. @throws Failure 422 `answer-needed` */
async function requireAnswer(context: MattersContext, actor: Actor, body: IntakeBody): Promise<void> {
  if (body.then !== 'answer') return;
  const needs = (await forecastIntake(context, actor, body)).answer?.needs ?? null;
  if (needs === null || isWritten(body.receive.facts?.[needs]) || isWritten(body.fields?.[needs])) return;
  throw new Failure(422, 'answer-needed', { zh: '当场办结要写下答复了什么', en: 'To close it as answered, write down the answer' }, { issues: [{ path: ['body', 'receive', 'facts', needs], message: { zh: '请写下答复', en: 'Write down the answer' } }] });
}

const isWritten = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const plain = <T>(answer: T | Answered<T>): T => (answer instanceof Answered ? answer.answer : answer);
