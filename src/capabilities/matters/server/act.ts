import { decideAct, decideApproval, readGiven, requestApproval, type ActCommand, type Decided, type Decision } from '#engine';
import { own } from '#engine/conditions/index.ts';
import { uuidv7, type Scope } from '#platform/db/index.ts';
import { keyOf, once } from '#platform/idempotency/index.ts';
import { changed, missing, type Actor, type Answered, type Request } from '#platform/operations/index.ts';
import type { ActAnswer, ActBody } from '../contract.ts';
import type { ChainedRow } from '#capabilities/audit/index.ts';
import { announce } from './announce.ts';
import type { MattersContext } from './context.ts';
import { gatherMatter, occurredAtOf, type GatheredMatter } from './gather.ts';
import { aboveOf, openBelow, tellParent } from './opening.ts';
import { withFiles } from './files.ts';
import { eventJson } from './present/event.ts';
import { frameOf, matterJson } from './present/matter.ts';
import { readEvents } from './read.ts';
import { Refusing, refusing } from './refuse.ts';
import { sees } from './seeing.ts';
import { write } from './write.ts';

/** Thrown to end a dry run: the transaction is rolled back and the answer stands. */
class Dry extends Error { constructor(readonly answer: ActAnswer) { super('dry run') } }

/** One change of one matter: gather under its lock, decide, write, answer. */
async function change(context: MattersContext, actor: Actor, id: string, request: Request, asked: { method: string; path: string; body: object; act: string; version?: number | undefined }, decide: (gathered: GatheredMatter) => Decision): Promise<ActAnswer | Answered<ActAnswer>> {
  const keyed = request.dry ? null : keyOf(actor, request, asked.method, asked.path, asked.body);
  try {
    return await refusing(context.db, actor, request.dry, asked.body, () => once(context.db, actor, keyed, async (scope) => {
      const gathered = await gatherMatter(scope, id, context.clock.now(), 'update');
      if (!gathered || !sees(gathered, actor)) throw missing();
      if (asked.version !== undefined && asked.version !== gathered.row.version) throw await staleness(scope, gathered, actor, asked.version);
      const decision = decide(gathered);
      if (decision.refused) throw new Refusing(gathered.world, gathered.runnable, gathered.row.kind, id, asked.act, decision.refused, decision.wrong);
      let answer: ActAnswer | null = null;
      // Nothing else belongs to this change: the commit goes out with its rows.
      const alone = decision.effects.length === 0 && !decision.matter.parent && !request.dry;
      const linked = await withFiles(context, scope, decision);
      await write(scope, {
        decision: linked, before: gathered.row.state, policy: gathered.world.policy, head: gathered.row.head, recordedAt: gathered.around.recordedAt, now: gathered.around.now, keyed,
        answer: (rows) => { answer = answerOf(gathered, linked, rows, actor); return { status: 200, answer }; },
      }, null, { last: alone });
      if (!answer) throw new Error('nothing was answered');
      if (!alone) {
        await openBelow(context, scope, aboveOf(gathered), decision.matter, decision.effects);
        await tellParent(context, scope, decision.matter, gathered.row.state.seq, gathered.around.recordedAt);
        if (request.dry) throw new Dry(answer);
      }
      announce(context, scope, decision.matter, decision.notices.length > 0);
      return answer;
    }));
  } catch (error) {
    if (error instanceof Dry) return error.answer;
    throw error;
  }
}

/** Does an act (`POST /api/matters/{id}/acts`). */
export function act(context: MattersContext, actor: Actor, id: string, body: ActBody, request: Request): Promise<ActAnswer | Answered<ActAnswer>> {
  return change(context, actor, id, request, { method: 'POST', path: `/api/matters/${id}/acts`, body, act: body.act, version: body.version }, (gathered) => {
    const command = commandOf(gathered, actor, body);
    return 'wrong' in command ? command : decideAct(gathered.world, gathered.row.state, command);
  });
}

/** Asks for the approval an act needs (`POST /api/matters/{id}/approvals`). */
export async function askApproval(context: MattersContext, actor: Actor, id: string, body: { act: string; fields?: Record<string, unknown> | undefined }, request: Request): Promise<{ answer: ActAnswer; approval: string }> {
  const approval = uuidv7();
  const answer = await change(context, actor, id, request, { method: 'POST', path: `/api/matters/${id}/approvals`, body, act: body.act }, (gathered) => {
    const command = commandOf(gathered, actor, { act: body.act, fields: body.fields });
    return 'wrong' in command ? command : requestApproval(gathered.world, gathered.row.state, command, approval);
  });
  const done = 'beside' in answer ? answer.answer : answer;
  return { answer: done, approval: done.matter.approvals.at(-1)?.id ?? approval };
}

/** Gives or refuses one step of an approval (`POST /api/approvals/{id}/decision`). */
export function giveApproval(context: MattersContext, actor: Actor, matterId: string, approval: string, body: { decision: 'approve' | 'reject'; opinion?: string | undefined }, request: Request): Promise<ActAnswer | Answered<ActAnswer>> {
  return change(context, actor, matterId, request, { method: 'POST', path: `/api/approvals/${approval}/decision`, body, act: 'approve' }, (gathered) =>
    decideApproval(gathered.world, gathered.row.state, { id: approval, actor, decision: body.decision, opinion: body.opinion ?? null, at: gathered.around.now }));
}

function commandOf(gathered: GatheredMatter, actor: Actor, body: ActBody): ActCommand | Extract<Decision, { wrong: unknown }> {
  const { world, row, around } = gathered;
  const kind = world.policy.kinds[row.kind];
  const rule = kind && own(kind.acts, body.act);
  if (!kind || !rule) return { refused: [], wrong: [{ path: 'act', message: { zh: `没有「${body.act}」这一种办理`, en: `there is no act “${body.act}”` } }] };
  const fields = { ...body.fields, ...(body.reason !== undefined && body.fields?.['reason'] === undefined ? { reason: body.reason } : {}) };
  const given = readGiven(withPeople(fields, around), { policy: world.policy, directory: around.company.directory, kind, act: rule, matter: row.state });
  if (given.wrong.length) return { refused: [], wrong: given.wrong };
  return { act: body.act, actor, facts: given.facts, fields: given.fields, occurredAt: occurredAtOf(body.occurredAt, around) };
}

/** People may be named by their user names; rules know them by id. */
function withPeople(fields: Readonly<Record<string, unknown>>, around: GatheredMatter['around']): Record<string, unknown> {
  const id = (name: unknown): unknown => (typeof name === 'string' ? (around.company.idsByUsername.get(name) ?? name) : name);
  const to = fields['to'];
  const person = to !== null && typeof to === 'object' && 'person' in to ? { ...to, person: id(to.person) } : undefined;
  const named = typeof to === 'string' && !around.company.directory.units.includes(to) ? id(to) : to;
  return {
    ...fields, ...(to === undefined ? {} : { to: person ?? named }),
    ...(Array.isArray(fields['present']) ? { present: fields['present'].map(id) } : {}), ...(fields['about'] === undefined ? {} : { about: id(fields['about']) }),
  };
}

function answerOf(gathered: GatheredMatter, decision: Decided, rows: readonly ChainedRow[], actor: Actor): ActAnswer {
  const names = (person: string): string | undefined => gathered.around.company.names.get(person);
  return {
    matter: matterJson(gathered.world, decision.matter, frameOf(gathered), names, actor),
    events: rows.map((row) => eventJson(gathered.world, gathered.row.kind, {
      seq: row.seq, type: row.type, act: row.act, actor: row.actor, occurredAt: Date.parse(row.occurred_at), recordedAt: Date.parse(row.recorded_at), body: row.body as Record<string, unknown>, words: row.words ?? {}, hash: row.hash,
    }, names, actor.language, gathered.around.now)),
  };
}

async function staleness(scope: Scope<Actor>, gathered: GatheredMatter, actor: Actor, known: number): Promise<Error> {
  const since = gathered.row.state.acts.filter((each) => each.actor !== 'system')[known]?.seq ?? gathered.row.seq;
  return changed({ version: gathered.row.version, events: await readEvents(scope, gathered, since - 1, actor.language) });
}

