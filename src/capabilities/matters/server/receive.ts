import { decideReceive, formatInstant, readGiven, type MatterState, type World } from '#engine';
import { own } from '#engine/conditions/index.ts';
import { uuidv7, withReadScope, type Database, type Scope } from '#platform/db/index.ts';
import { keyOf, once } from '#platform/idempotency/index.ts';
import { missing, wrong, type Actor, type Answered, type Request } from '#platform/operations/index.ts';
import type { MatterJson, ReceiveBody } from '../contract.ts';
import { numbering } from '../rules/numbering.ts';
import { subjectOf } from '../rules/subject.ts';
import { count, customerRegistered, type Counted } from './caller.ts';
import { gatherTenant, occurredAtOf, worldOf, type Surroundings } from './gather.ts';
import { openBelow } from './opening.ts';
import { withReadablePhone } from './readable-phone.ts';
import { withFiles } from './files.ts';
import { matterJson, type MatterFrame } from './present/matter.ts';
import { Refusing, refusing } from './refuse.ts';
import { announce } from './announce.ts';
import { write } from './write.ts';
import type { MattersContext } from './context.ts';

const FIND_CUSTOMER = 'select id, name, phone, address from customer where tenant_id = $1 and erased_at is null and id = (select coalesce(k.merged_into, k.id) from customer k where k.tenant_id = $1 and k.id = $2)';

/**
 * Receives a matter (`POST /api/matters`), or with `dry` shows what would follow without writing anything.
 * @param inside - runs in the same transaction before anything of the matter is written; what it throws undoes everything
 */
export async function receive(context: MattersContext, actor: Actor, given: ReceiveBody, request: Request, inside?: (scope: Scope<Actor>, matter: string) => Promise<void>): Promise<MatterJson | Answered<MatterJson>> {
  const body = await withReadablePhone(context, actor, given, ['body']);
  if (request.dry) return refusing(context.db, actor, true, body, () => preview(context.db, context, actor, body));
  const keyed = keyOf(actor, request, 'POST', '/api/matters', body);
  return refusing(context.db, actor, false, body, () => once(context.db, actor, keyed, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const prepared = prepare(around, actor, body);
    const id = uuidv7();
    const at = occurredAtOf(body.occurredAt, around);
    const numbers = numbering(prepared.kind.number, body.kind, at, prepared.world.policy.zone);
    const counted = await count(scope, numbers.counter, body, around.recordedAt);
    const decision = decideReceive(prepared.world, { ...prepared.command, id, number: numbers.render(counted.last), occurredAt: at });
    if (decision.refused) throw new Refusing(prepared.world, prepared.runnable, body.kind, null, 'receive', decision.refused, decision.wrong);
    await inside?.(scope, id);
    const frame = frameOf(prepared, around, body, counted, at);
    const alone = decision.effects.length === 0;
    const answer = matterJson(prepared.world, decision.matter, frame, (person) => around.company.names.get(person), actor);
    await write(scope, {
      decision: await withFiles(context, scope, decision), before: null, policy: prepared.runnable.policy, head: null, recordedAt: around.recordedAt, now: around.now, keyed,
      beside: counted.fresh ? customerRegistered(scope, counted, around) : [], answer: () => ({ status: 201, answer }),
    }, {
      channel: body.channel, subject: frame.subject, content: body.content,
      customerId: counted.id, customerName: counted.name ?? '', parentId: null, receivedAt: at,
    }, { last: alone });
    if (!alone) await openBelow(context, scope, { runnable: prepared.runnable, around, customer: counted.id ? { id: counted.id, name: counted.name ?? '' } : null }, decision.matter, decision.effects);
    announce(context, scope, prepared.world, decision.matter, decision.notices.length > 0);
    return answer;
  }));
}

export interface Prepared { readonly world: World; readonly runnable: ReturnType<Surroundings['policies']['version']>; readonly kind: World['policy']['kinds'][string]; readonly command: Omit<Parameters<typeof decideReceive>[1], 'id' | 'number' | 'occurredAt'> }

/** Which policy takes it, and the facts as the policy types them. */
export function prepare(around: Surroundings, actor: Actor, body: ReceiveBody): Prepared {
  const runnable = around.policies.forKind(body.kind);
  const kind = runnable && own(runnable.policy.kinds, body.kind);
  const act = kind && own(kind.acts, 'receive');
  if (!runnable || !kind || !act) {
    const any = runnable ?? around.policies.inForce[0];
    if (!any) throw wrong([{ path: ['body', 'kind'], message: { zh: '现在没有生效的制度，不能登记。请管理员先发布制度。', en: 'No policy is in force, and nothing can be received. Ask an administrator to publish one.' } }]);
    throw new Refusing(worldOf(any, around), any, body.kind, null, 'receive', [], [{ path: 'kind', message: { zh: `没有「${body.kind}」这一类事项，或它不由人登记`, en: `there is no kind “${body.kind}” that people receive` } }]);
  }
  const world = worldOf(runnable, around);
  const words = { ...(kind.facts['content'] ? { content: body.content } : {}), ...(kind.facts['subject'] && body.subject ? { subject: body.subject } : {}) };
  const given = readGiven({ ...body.facts, ...(act.asks.includes('content') ? words : {}), ...(body.reason ? { reason: body.reason } : {}), ...(body.files ? { files: body.files } : {}) },
    { policy: runnable.policy, directory: around.company.directory, kind, act, matter: null });
  if (given.wrong.length) throw new Refusing(world, runnable, body.kind, null, 'receive', [], given.wrong);
  if (body.unit && !around.company.directory.units.includes(body.unit)) throw new Refusing(world, runnable, body.kind, null, 'receive', [], [{ path: 'unit', message: { zh: '没有这个部门', en: 'no such unit' } }]);
  const fields = { ...given.fields, ...(kind.facts['content'] ? {} : { text: body.content }), ...(body.urgent ? { urgent: true } : {}) };
  return { world, runnable, kind, command: { kind: body.kind, unit: body.unit ?? null, about: null, parent: null, act: 'receive', actor, facts: given.facts, fields } };
}

export function frameOf(prepared: Prepared, { policies }: Surroundings, body: ReceiveBody, customer: Pick<Counted, 'id' | 'name' | 'phone' | 'address'>, at: number): MatterFrame {
  return {
    policyId: prepared.runnable.policy.id, policyVersion: prepared.runnable.policy.version, policySince: policies.since[prepared.runnable.policy.version] ?? null, subject: subjectOf(body.subject, prepared.kind.title, customer.address ?? '', body.content),
    content: body.content, channel: body.channel, receivedAt: at,
    customer: customer.id ? { id: customer.id, name: customer.name ?? '', phone: customer.phone ?? '', address: customer.address ?? '' } : null,
  };
}

/** The same decision without its number and without a trace: for the column “what will follow” of the intake. */
async function preview(db: Database, context: MattersContext, actor: Actor, body: ReceiveBody): Promise<MatterJson> {
  return withReadScope(db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const prepared = prepare(around, actor, body);
    const at = occurredAtOf(body.occurredAt, around);
    const id = uuidv7();
    const number = `${prepared.kind.title} ${formatInstant(at, prepared.world.policy.zone).slice(0, 10)}`;
    const decision = decideReceive(prepared.world, { ...prepared.command, id, number, occurredAt: at });
    if (decision.refused) throw new Refusing(prepared.world, prepared.runnable, body.kind, null, 'receive', decision.refused, decision.wrong);
    const known = body.customer && 'id' in body.customer ? (await scope.run<{ id: string; name: string; phone: string; address: string }>({ name: 'matter-customer', text: FIND_CUSTOMER, values: [scope.tenant, body.customer.id] })).rows[0] : undefined;
    if (body.customer && 'id' in body.customer && !known) throw missing();
    const customer = known ?? { id: null, name: null, phone: null, address: body.customer && !('id' in body.customer) ? (body.customer.address ?? null) : null };
    return matterJson(prepared.world, decision.matter satisfies MatterState, frameOf(prepared, around, body, customer, at), (person) => around.company.names.get(person), actor);
  });
}
