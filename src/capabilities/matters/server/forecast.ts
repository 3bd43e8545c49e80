import { decideAct, decideReceive, explainObligation, formatInstant, readGiven, titleOfBearer, titleOfValue, type Decided, type MatterState, type Notice, type Proposal, type World } from '#engine';
import { factAsk } from '#capabilities/policies/index.ts';
import { uuidv7, withReadScope, type Scope } from '#platform/db/index.ts';
import { missing, type Actor } from '#platform/operations/index.ts';
import type { IntakeBody, IntakeForecast, ReceiveBody } from '../contract.ts';
import { answerFact, endingTick, followingOf, type Following } from '../rules/following.ts';
import type { MattersContext } from './context.ts';
import { gatherTenant, iso, occurredAtOf, type Surroundings } from './gather.ts';
import { matterJson } from './present/matter.ts';
import { frameOf, prepare, type Prepared } from './receive.ts';
import { Refusing, refusing } from './refuse.ts';
import { usualReceiverOf } from './usual-receiver.ts';

const CUSTOMER = 'select id, name, phone, address from customer where tenant_id = $1 and erased_at is null and id = (select coalesce(k.merged_into, k.id) from customer k where k.tenant_id = $1 and k.id = $2)';
interface Customer { readonly id: string | null; readonly name: string | null; readonly phone: string | null; readonly address: string | null }

/**
 * What saving would do (`POST /api/intake/forecast`): the same decision as saving, made on the draft, nothing written. With `then`
 * and `to`, as it would stand after being passed on. @throws Failure as saving would
 */
export function forecastIntake(context: MattersContext, actor: Actor, body: IntakeBody): Promise<IntakeForecast> {
  return refusing(context.db, actor, true, body.receive, () => withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const prepared = prepare(around, actor, body.receive);
    const at = occurredAtOf(body.receive.occurredAt, around);
    const command = { ...prepared.command, id: uuidv7(), number: `${prepared.kind.title} ${formatInstant(at, prepared.world.policy.zone).slice(0, 10)}`, occurredAt: at };
    const received = decideReceive(prepared.world, command);
    if (received.refused) throw new Refusing(prepared.world, prepared.runnable, body.receive.kind, null, 'receive', received.refused, received.wrong);
    const following = followingOf(prepared.world, received.matter, actor);
    const usual = await usualOf(scope, around, prepared, received, following, body);
    const after = passedOn(prepared, around, actor, received, following, usual === null ? body : { ...body, to: usual });
    const frame = frameOf(prepared, around, body.receive, await customerOf(scope, body.receive), at);
    return {
      matter: matterJson(prepared.world, after.matter, frame, (person) => around.company.names.get(person), actor),
      climbs: climbsOf(prepared.world, after.matter), tells: tellsOf(prepared.world, around, after.notices), forward: following.forward && { act: following.forward.id, title: following.forward.title, owed: following.owed }, forwardRefused: after.refused,
      usualReceiver: usual,
      answer: answerOf(prepared, following, endingTick(prepared.world, command)), routed: routedOf(prepared, around, following),
      proposed: proposedOf(prepared, actor, command),
    };
  }));
}

/** To whom it would go where that is asked and nobody is chosen; looked up only then, for it looks through many matters. */
async function usualOf(scope: Scope<Actor>, around: Surroundings, { kind }: Prepared, { matter }: Decided, { forward, routed }: Following, { then, to, receive }: IntakeBody): Promise<string | null> {
  return then === 'forward' && to === undefined && forward && !routed ? usualReceiverOf(scope, around, kind, matter, receive.content, forward.id) : null;
}

/** The matter after it was passed on, where that is asked and possible; else as received, with the reason. */
function passedOn(prepared: Prepared, around: Surroundings, actor: Actor, received: Decided, following: Following, body: IntakeBody): { readonly matter: MatterState; readonly notices: readonly Notice[]; readonly refused: string | null } {
  const { forward } = following;
  const { matter, notices } = received;
  if (body.then !== 'forward' || body.to === undefined || !forward) return { matter, notices, refused: null };
  const { world, kind } = prepared;
  const facts = Object.fromEntries(Object.entries({ ...body.receive.facts, ...body.fields }).filter(([name]) => forward.asks.includes(name)));
  const given = readGiven({ ...facts, to: body.to }, { policy: world.policy, directory: around.company.directory, kind, act: forward, matter });
  const [issue] = given.wrong;
  if (issue) return { matter, notices, refused: issue.message[actor.language] };
  const decided = decideAct(world, matter, { act: forward.id, actor, facts: given.facts, fields: given.fields, occurredAt: world.now });
  if (decided.refused) return { matter, notices, refused: decided.refused[0]?.text[actor.language] ?? decided.wrong[0]?.message[actor.language] ?? '' };
  return { matter: decided.matter, notices: [...notices, ...decided.notices], refused: null };
}

/** Who hears of it the moment it is saved because a clause says so. Whoever newly owes something stands beside what he owes. */
function tellsOf(world: World, around: Surroundings, notices: readonly Notice[]): IntakeForecast['tells'] {
  const title = (bearer: Notice['to'][number]): string => titleOfBearer(world.policy, bearer, (person) => around.company.names.get(person));
  const told = notices.filter(({ template }) => template === 'told' || template === 'urgent');
  return [...new Set(told.map(({ rule }) => rule))].map((rule) => {
    const by = told.filter((each) => each.rule === rule);
    return { to: [...new Set(by.flatMap(({ to }) => to.map(title)))], clause: [...new Set(by.flatMap(({ clause }) => clause))], ours: world.policy.reactions[rule]?.source.ours ?? null };
  }).filter(({ to }) => to.length > 0);
}

function climbsOf(world: World, matter: MatterState): IntakeForecast['climbs'] {
  return Object.fromEntries(matter.obligations.map((ob, ordinal) => [
    `${matter.id}-${ordinal}`,
    (explainObligation(world, matter, ob.key)?.then ?? []).filter((each) => each.tell !== '' && each.step !== 'breach').map((each) => ({ at: iso(each.at, world), says: each.tell })),
  ]));
}

/** How it would be ended on the spot. The policy's own tick comes first: it says in the matter that it was so. */
function answerOf({ kind }: Prepared, { answer }: Following, tick: string | null): IntakeForecast['answer'] {
  const known = kind.acts['receive']?.asks ?? [];
  if (tick !== null) return { tick, titles: [], asks: [], needs: answerFact(kind, known) };
  if (answer === null) return null;
  const asks = [...new Set(answer.flatMap((act) => act.asks))].filter((name) => !known.includes(name));
  const needs = answerFact(kind, [...known, ...asks]);
  return { tick: null, needs, titles: answer.map((act) => act.title), asks: asks.flatMap((name) => { const fact = kind.facts[name]; return fact ? [factAsk(fact, fact.assume ?? null, name === needs)] : []; }) };
}

function routedOf({ world, kind }: Prepared, around: Surroundings, { routed }: Following): IntakeForecast['routed'] {
  const act = routed && kind.acts[routed.act];
  if (!routed?.fields.to || !act) return null;
  return { title: act.title, to: titleOfBearer(world.policy, routed.fields.to, (person) => around.company.names.get(person)), clause: [...act.source.clause] };
}

/** What the facts alone would propose for each axis, whatever the writer has chosen. */
function proposedOf({ world, kind }: Prepared, actor: Actor, command: Parameters<typeof decideReceive>[1]): IntakeForecast['proposed'] {
  const axes = (kind.acts['receive']?.asks ?? []).filter((name) => { const type = kind.facts[name]?.type; return type?.is === 'one' && type.values.some((value) => value.when !== null); });
  const bare = decideReceive(world, { ...command, facts: Object.fromEntries(Object.entries(command.facts).filter(([name]) => !axes.includes(name))) });
  const said = bare.refused ? [] : (bare.events[0]?.body['proposed'] as readonly Proposal[] | undefined) ?? [];
  return Object.fromEntries(said.map((each) => [each.fact, { value: each.value, title: titleOfValue(kind.facts[each.fact], each.value, actor.language), clause: [...each.clause] }]));
}

async function customerOf(scope: Scope<Actor>, { customer }: ReceiveBody): Promise<Customer> {
  if (!customer || !('id' in customer)) return { id: null, name: null, phone: null, address: customer?.address ?? null };
  const known = (await scope.run<Customer>({ name: 'intake-customer', text: CUSTOMER, values: [scope.tenant, customer.id] })).rows[0];
  if (!known) throw missing();
  return known;
}
