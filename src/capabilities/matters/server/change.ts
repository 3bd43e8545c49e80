import type { Decided, Decision, MatterState } from '#engine';
import type { ChainedRow } from '#capabilities/audit/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { keyOf, once } from '#platform/idempotency/index.ts';
import { changed, missing, type Actor, type Answered, type Request } from '#platform/operations/index.ts';
import type { ActAnswer } from '../contract.ts';
import { announce } from './announce.ts';
import type { MattersContext } from './context.ts';
import { correctedFrame, withNames, writeCorrection, type Correction } from './corrected.ts';
import { afterDue } from './fired.ts';
import { withFiles } from './files.ts';
import type { GatheredMatter } from './gather.ts';
import { concernsOther, gatherBoth, writeOther } from './merging.ts';
import { aboveOf, openBelow, tellParent } from './opening.ts';
import { eventJson } from './present/event.ts';
import { matterJson, type MatterFrame } from './present/matter.ts';
import { readEvents } from './read.ts';
import { Refusing, refusing, registerFact } from './refuse.ts';
import { sees } from './seeing.ts';
import { write } from './write.ts';

/** Thrown to end a dry run: the transaction is rolled back and the answer stands. */
class Dry extends Error { constructor(readonly answer: ActAnswer) { super('dry run') } }

/** What is asked for: where it was sent, the act's name, and what the body says for acts that concern more than the matter. */
export interface Asked {
  readonly method: string; readonly path: string; readonly body: object; readonly act: string; readonly version?: number | undefined;
  /** Looked up inside the transaction before the matter is locked. */
  readonly lookUp?: (scope: Scope<Actor>) => Promise<Correction>;
}

type Decide = (gathered: GatheredMatter, matter: MatterState, prepared: Correction | null, other: MatterState | undefined) => Decision;

/** One change of one matter: gather under its lock, let fall due what is due, decide, write, answer. */
export async function change(context: MattersContext, actor: Actor, id: string, request: Request, asked: Asked, decide: Decide): Promise<ActAnswer | Answered<ActAnswer>> {
  const keyed = request.dry ? null : keyOf(actor, request, asked.method, asked.path, asked.body);
  try {
    return await refusing(context.db, actor, request.dry, asked.body, () => once(context.db, actor, keyed, async (scope) => {
      const prepared = (await asked.lookUp?.(scope)) ?? null;
      const { gathered, other } = await gatherBoth(scope, id, prepared?.body ?? null, context.clock.now());
      if (!gathered || !sees(gathered, actor)) throw missing();
      if (asked.version !== undefined && asked.version !== gathered.row.version) throw await staleness(scope, gathered, actor, asked.version);
      const { decision, fired } = afterDue(gathered.world, gathered.row.state, (matter) => decide(gathered, matter, prepared, other?.row.state));
      if (decision.refused) throw new Refusing(gathered.world, gathered.runnable, gathered.row.kind, id, asked.act, decision.refused, decision.wrong, namesOf(gathered), gathered.row.state.stage);
      const concerns = other ? concernsOther(gathered, asked.act) : null;
      // Nothing else belongs to this change: the commit goes out with its rows.
      const alone = decision.effects.length === 0 && !decision.matter.parent && !request.dry && !concerns && !prepared?.customer && !prepared?.place && !decision.against && decision.matter.facts['content'] === gathered.row.state.facts['content'];
      const customer = prepared?.customer ?? null;
      const correction = { customer, place: prepared?.place ?? null };
      const linked = withNames(await withFiles(context, scope, decision), gathered, correction);
      const frame = correctedFrame(gathered, decision, correction);
      let answer: ActAnswer | null = null;
      await write(scope, {
        decision: linked, fired, before: gathered.row.state, policy: gathered.world.policy, head: gathered.row.head, recordedAt: gathered.around.recordedAt, now: gathered.around.now, keyed, beside: prepared?.beside ?? [],
        answer: (rows) => { answer = answerOf(gathered, linked, rows, actor, frame); return { status: 200, answer }; },
      }, null, { last: alone });
      if (!answer) throw new Error('nothing was answered');
      if (!alone) {
        await writeCorrection(scope, gathered, frame, customer);
        if (decision.against) await registerFact(scope, gathered, decision);
        if (other && concerns) await followOther(context, scope, gathered, other, concerns);
        await openBelow(context, scope, aboveOf(gathered), decision.matter, decision.effects);
        await tellParent(context, scope, decision.matter, gathered.row.state.seq, gathered.around.recordedAt);
        if (request.dry) throw new Dry(answer);
      }
      announce(context, scope, gathered.world, decision.matter, decision.notices.length > 0);
      return answer;
    }));
  } catch (error) {
    if (error instanceof Dry) return error.answer;
    throw error;
  }
}

async function followOther(context: MattersContext, scope: Scope<Actor>, gathered: GatheredMatter, other: GatheredMatter, is: 'merge' | 'unmerge'): Promise<void> {
  const decision = await writeOther(scope, gathered, other, is);
  await openBelow(context, scope, aboveOf(other), decision.matter, decision.effects);
  announce(context, scope, other.world, decision.matter, decision.notices.length > 0);
}

const namesOf = (gathered: GatheredMatter) => (person: string): string | undefined => gathered.around.company.names.get(person);

function answerOf(gathered: GatheredMatter, decision: Decided, rows: readonly ChainedRow[], actor: Actor, frame: MatterFrame): ActAnswer {
  const names = namesOf(gathered);
  return {
    matter: matterJson(gathered.world, decision.matter, frame, names, actor),
    events: rows.map((row) => eventJson(gathered.world, gathered.row.kind, {
      seq: row.seq, type: row.type, act: row.act, actor: row.actor, occurredAt: Date.parse(row.occurred_at), recordedAt: Date.parse(row.recorded_at), body: row.body as Record<string, unknown>, words: row.words ?? {}, hash: row.hash,
    }, names, actor.language, gathered.around.now)),
  };
}

const SINCE = `select seq from event where tenant_id = $1 and stream = $2 and actor is not null and type in ('acted', 'recalled', 'recorded-against-rule') order by seq offset $3 limit 1`;

/** What happened since the version somebody knows: the version counts what people did, also what they took back. */
async function staleness(scope: Scope<Actor>, gathered: GatheredMatter, actor: Actor, known: number): Promise<Error> {
  const { rows } = await scope.run<{ seq: number }>({ name: 'matter-since', text: SINCE, values: [scope.tenant, gathered.row.id, Math.max(0, known)] });
  return changed({ version: gathered.row.version, events: await readEvents(scope, gathered, (rows[0]?.seq ?? gathered.row.seq) - 1, actor.language) });
}
