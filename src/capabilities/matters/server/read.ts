import { possibleActs, type Language } from '#engine';
import { withReadScope, type Scope, type TenantActor } from '#platform/db/index.ts';
import { missing, type Actor } from '#platform/operations/index.ts';
import type { EventJson, ExplanationJson, MatterJson, PossibleAct, WhyAsked, BecauseJson } from '../contract.ts';
import { duplicatesOf } from './duplicates.ts';
import type { MattersContext } from './context.ts';
import { gatherMatter, type GatheredMatter } from './gather.ts';
import { possibleJson } from './present/asks.ts';
import { eventJson } from './present/event.ts';
import type { StoredEvent } from './present/stored-event.ts';
import { becauseJson } from './present/because.ts';
import { explanationJson } from './present/explanation.ts';
import { frameOf, matterJson } from './present/matter.ts';
import { sees } from './seeing.ts';

const EVENTS = `select e.seq, e.type, e.act, e.actor, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt", e.body, coalesce(w.words, '{}') as words, encode(e.hash, 'hex') as hash
  from event e left join event_words w on w.tenant_id = e.tenant_id and w.stream = e.stream and w.seq = e.seq
  where e.tenant_id = $1 and e.stream = $2 and e.seq > $3 order by e.seq limit 500`;

/** Reads under no lock, then presents. @throws missing when there is none, or it may not be seen. */
export async function reading<T>(context: MattersContext, actor: Actor, id: string, present: (gathered: GatheredMatter, scope: Scope<Actor>) => Promise<T> | T): Promise<T> {
  return withReadScope(context.db, actor, async (scope) => {
    const gathered = await gatherMatter(scope, id, context.clock.now(), null);
    if (!gathered || !sees(gathered, actor)) throw missing();
    return present(gathered, scope);
  });
}

const namesOf = (gathered: GatheredMatter) => (person: string): string | undefined => gathered.around.company.names.get(person);

export function readMatter(context: MattersContext, actor: Actor, id: string): Promise<MatterJson> {
  return reading(context, actor, id, (gathered) => matterJson(gathered.world, gathered.row.state, frameOf(gathered), namesOf(gathered), actor));
}

export function readPossibleActs(context: MattersContext, actor: Actor, id: string): Promise<PossibleAct[]> {
  return reading(context, actor, id, async (gathered, scope) => {
    const acts = possibleActs(gathered.world, gathered.row.state, actor);
    // Where he may not merge, nothing is offered.
    const duplicates = acts.some((each) => each.act.is === 'merge' && each.act.daily && each.refusals.length === 0) ? await duplicatesOf(scope, gathered) : [];
    return acts.map((each) => possibleJson(gathered.world, gathered.runnable.document, gathered.row.state, each, actor.language, namesOf(gathered), duplicates));
  });
}

/** Events of a matter after a sequence number, oldest first. */
export async function readEvents<A extends TenantActor>(scope: Scope<A>, gathered: GatheredMatter, after: number, language: Language): Promise<EventJson[]> {
  const { rows } = await scope.run<StoredEvent>({ name: 'matter-events', text: EVENTS, values: [scope.tenant, gathered.row.id, after] });
  const recorded = new Map(gathered.row.state.acts.map((entry) => [entry.seq, entry.recordedAt]));
  const recalled = new Set(gathered.row.state.recalled ?? []);
  return rows.map((row) => eventJson(gathered.world, gathered.row.kind, row, namesOf(gathered), language, recorded.get(row.seq) ?? null, recalled.has(row.seq)));
}

/** 依据 of one obligation. @param id - the matter's id and the obligation's place, `<uuid>-<n>`. */
export async function readExplanation(context: MattersContext, actor: Actor, id: string): Promise<ExplanationJson> {
  const [matterId, ordinal] = [id.slice(0, 36), Number(id.slice(37))];
  return reading(context, actor, matterId, (gathered) => {
    const told = explanationJson(gathered, id, ordinal, actor.language);
    if (!told) throw missing();
    return told;
  });
}

/** 依据 of a severity, a route, an approver or a bearer. @throws missing where the matter has no such thing */
export async function readBecause(context: MattersContext, actor: Actor, id: string, asked: WhyAsked): Promise<BecauseJson> {
  return reading(context, actor, id, (gathered) => {
    const told = becauseJson(gathered, asked, actor.language);
    if (!told) throw missing();
    return told;
  });
}
