import type { z } from 'zod';
import { formatInstant, titleOfAct, type Bearer, type Kind, type MatterState, type ObligationState } from '#engine';
import { builder, instant, sql, withReadScope, type Scope } from '#platform/db/index.ts';
import { writeCursor, wrong, type Actor } from '#platform/operations/index.ts';
import type { MatterRow, matterFilter, obligationFilter, obligationRow, refusalRow } from '../contract.ts';
import type { MattersContext } from './context.ts';
import { gatherTenant, worldOf, type Surroundings } from './gather.ts';
import { NEVER, placeIn } from './place.ts';
import { obligationJson } from './present/obligation.ts';
import { rowsFor, rowsOfCustomer, seesCustomers, wordsFor, WORDS_OF_MATTER, type Worded } from './personal.ts';
import { hiddenMatters, KIND_OF_MATTER, kindsOfHidden } from './seeing.ts';
import { namedFor, onDeskOf, sharedBy, viewCondition } from './views.ts';

const PAGE = 50;
export interface Page<T> { readonly items: T[]; readonly next: string | null }

type MatterFilter = z.infer<typeof matterFilter>;

/** Columns of a matter that lists show; nothing of its state is read. */
const COLUMNS = ['id', 'number', 'kind', 'subject', 'customer_name', 'severity', 'stage', 'channel', 'received_at', 'first_due_at', 'policy', 'policy_version', 'ended'] as const;

/** Matters, newest received first (`GET /api/matters`). */
export function listMatters(context: MattersContext, actor: Actor, filter: MatterFilter): Promise<Page<MatterRow>> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const limit = filter.limit ?? PAGE;
    const rows = await scope.all(pageQuery(scope.tenant, filter, around, actor, await heldIn(context, scope, filter)).limit(limit + 1));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(filter.customer === undefined ? rowsFor(around, actor) : rowsOfCustomer(around, actor, shown)), next: rows.length > limit && last ? writeCursor(filter, [last.received_at, last.id]) : null };
  });
}

/** Beyond this a total is told as “more than”: counting on would cost more than it says. */
const COUNTED_TO = 100_000;

/** How many matters a filter finds, counted to a hundred thousand (`GET /api/matters/count`). */
export function countMatters(context: MattersContext, actor: Actor, filter: MatterFilter): Promise<{ count: number; more: boolean }> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const found = narrowed(scope.tenant, filter, around, actor, await heldIn(context, scope, filter)).select('id').limit(COUNTED_TO + 1).as('found');
    const [row] = await scope.all(builder.selectFrom(found).select(sql<number>`count(*)::integer`.as('count')));
    return { count: Math.min(row?.count ?? 0, COUNTED_TO), more: (row?.count ?? 0) > COUNTED_TO };
  });
}

const ROLES = sql<Readonly<Record<string, Bearer>> | null>`state->'roles'`.as('roles');
const FACTS = sql<MatterState['facts']>`state->'facts'`.as('facts');
const URGENT = sql<boolean>`jsonb_path_exists(state, '$.acts[*].fields.urgent ? (@ == true)')`.as('urgent');
const PLACE = sql<string | null>`(select c.address from customer c where c.tenant_id = m.tenant_id and c.id = m.customer_id)`.as('place');

/** So much of the content as a subject can hold of it. */
const BEGINNING = sql<string>`left(content, 200)`.as('beginning');

/** The matters that may hold what is searched for; null = any. */
const heldIn = (context: MattersContext, scope: Scope<Actor>, { search }: MatterFilter): Promise<readonly string[] | null> => (search === undefined ? Promise.resolve(null) : context.mattersHolding(scope, search));

function pageQuery(tenant: string, filter: MatterFilter, around: Surroundings, actor: Actor, held: readonly string[] | null) {
  const after = placeIn(filter);
  return narrowed(tenant, filter, around, actor, held).select([...COLUMNS, ROLES, PLACE, BEGINNING, FACTS, URGENT])
    .$if(after !== null, (query) => query.where(sql<boolean>`(received_at, id) < (${instant(after?.at ?? 0)}, ${after?.id ?? ''}::uuid)`))
    .orderBy('received_at', 'desc').orderBy('id', 'desc');
}

function narrowed(tenant: string, filter: MatterFilter, around: Surroundings, actor: Actor, held: readonly string[] | null) {
  const { kind, stage, severity, customer, number, search, open, overdue, project, from, to, view, bearer, named, shared, owed } = filter;
  const hidden = hiddenMatters(around, actor);
  const finals = finalStages(around);
  return mattersOf(tenant, search !== undefined && held === null)
    .where('tenant_id', '=', tenant)
    .$if(hidden.length > 0, (query) => query.where(sql<boolean>`${sql.raw(KIND_OF_MATTER)} <> all(${hidden}::text[])`))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(stage !== undefined, (query) => query.where('stage', '=', stage ?? ''))
    .$if(severity !== undefined, (query) => query.where('severity', '=', severity ?? ''))
    .$if(customer !== undefined, (query) => query.where('customer_id', '=', fileOf(tenant, customer ?? '')))
    .$if(number !== undefined, (query) => query.where('number', 'like', `%${escaped(number ?? '')}%`))
    .$if(held !== null, (query) => query.where(sql<boolean>`id = any(${held ?? []}::uuid[])`))
    .$if(search !== undefined, (query) => query.where((where) => where.or(soughtIn(around, actor).map((column) => where(sql.ref<string>(column), 'ilike', `%${escaped(search ?? '')}%`)))))
    .$if(open === 'true', (query) => query.where('ended', '=', false).where(sql<boolean>`(kind, stage) not in (${sql.join(finals.length ? finals.map(([k, s]) => sql`(${k}, ${s})`) : [sql`('', '')`])})`))
    .$if(open === 'false', (query) => query.where(sql<boolean>`(ended or (kind, stage) in (${sql.join(finals.length ? finals.map(([k, s]) => sql`(${k}, ${s})`) : [sql`('', '')`])}))`))
    .$if(project !== undefined && project !== '', (query) => query.where('project', '=', project ?? ''))
    .$if(overdue !== undefined, (query) => query.where('first_due_at', '<', instant(around.now)).where('ended', '=', false))
    .$if(from !== undefined, (query) => query.where('received_at', '>=', instant(Date.parse(from ?? ''))))
    .$if(to !== undefined, (query) => query.where('received_at', '<', instant(Date.parse(to ?? ''))))
    .$if(bearer !== undefined, (query) => query.where(onDeskOf(bearer ?? '', owed ?? 'open', around, actor.zone)))
    .$if(named !== undefined, (query) => query.where(namedFor(named ?? '', owed ?? 'open', around, actor.zone)))
    .$if(shared !== undefined, (query) => query.where(sharedBy(shared ?? '', owed ?? 'open', around, actor.zone)))
    .$if(view !== undefined, (query) => query.where(viewCondition(view ?? 'mine', around, actor)));
}

/**
 * The matters to narrow down. What very many may hold is found among the newest soonest: they are walked in their order until a page is
 * full. Nobody can estimate how many hold a text; without this all of them would be looked at and sorted.
 */
const mattersOf = (tenant: string, walked: boolean): ReturnType<typeof allMatters> => (walked
  // Of the same columns, which the builder cannot know.
  ? builder.selectFrom(sql`(select * from matter where tenant_id = ${tenant}::uuid order by received_at desc, id desc offset 0)`.as('m')) as unknown as ReturnType<typeof allMatters>
  : allMatters());
const allMatters = () => builder.selectFrom('matter as m');

/** Whoever became part of another file is that file; somebody unknown has nothing. */
const fileOf = (tenant: string, customer: string) => sql<string>`(select coalesce(c.merged_into, c.id) from customer c where c.tenant_id = ${tenant} and c.id = ${customer})`;
/** Words that stand under a mask are not looked for: a hit would tell them. The subject begins with the place. */
const soughtIn = (around: Surroundings, actor: Actor): readonly string[] => (seesCustomers(around, actor) ? ['subject', 'content', 'number', 'customer_name'] : ['content', 'number']);
const escaped = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** (kind, last stage) of every policy in force, and of those withdrawn: there a matter has come to its end. */
export function finalStages(around: Surroundings): readonly (readonly [string, string])[] {
  return around.policies.known.flatMap(({ policy }) => Object.values(policy.kinds).map((kind) => [kind.id, kind.stages.at(-1) ?? ''] as const));
}

interface ObligationColumns extends Worded {
  readonly matter_id: string; readonly ordinal: number; readonly due_at: number | null; readonly ob: ObligationState; readonly number: string; readonly kind: string;
  readonly severity: string | null; readonly policy_version: string;
}

const STATES = ['open', 'paused', 'breached', 'met', 'met-late', 'waived', 'void'];

/** Obligations by due time, those without one last (`GET /api/obligations`). `bearer` = a position, unit or person's id, or `me`. */
export function listObligations(context: MattersContext, actor: Actor, filter: z.infer<typeof obligationFilter>): Promise<Page<z.infer<typeof obligationRow>>> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const limit = filter.limit ?? PAGE;
    const states = filter.state?.split(',') ?? [];
    if (states.some((state) => !STATES.includes(state))) throw wrong([{ path: ['query', 'state'], message: { zh: `应为其中之一：${STATES.join('、')}`, en: `should be one of: ${STATES.join(', ')}` } }]);
    const rows = await scope.rows<ObligationColumns>(obligationQuery(scope.tenant, filter, states, hiddenMatters(around, actor), actor, limit + 1));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const words = wordsFor(around, actor);
    const items = shown.map((row) => ({
      ...obligationJson(worldOf(around.policies.version(row.policy_version), around), { id: row.matter_id, kind: row.kind }, row.ob, row.ordinal, (person) => around.company.names.get(person), actor.language),
      matter: { id: row.matter_id, number: row.number, kind: row.kind, subject: words(row, row.ob.bearers).subject, severity: row.severity },
    }));
    return { items, next: rows.length > limit && last ? writeCursor(filter, [last.due_at ?? NEVER, last.matter_id, last.ordinal]) : null };
  });
}

function obligationQuery(tenant: string, filter: z.infer<typeof obligationFilter>, states: readonly string[], hidden: readonly string[], actor: Actor, limit: number) {
  const bearer = filter.bearer === 'me' ? actor.person : filter.bearer;
  const after = placeIn(filter);
  const due = sql`coalesce(o.due_at, 'infinity'::timestamptz)`;
  return sql<ObligationColumns>`select o.matter_id, o.ordinal, o.due_at, m.state->'obligations'->o.ordinal as ob, m.number, m.kind, ${sql.raw(WORDS_OF_MATTER)}, m.severity, m.policy_version
    from obligation o join matter m on m.tenant_id = o.tenant_id and m.id = o.matter_id
    where o.tenant_id = ${tenant}::uuid
    ${states.length ? sql`and o.status in (${sql.join(states.map((state) => sql`${state}`))})` : sql``}
    ${filter.matter === undefined ? sql`` : sql`and o.matter_id = ${filter.matter}::uuid`}
    ${bearer === undefined ? sql`` : sql`and ${bearer} in (o.bearer_position, o.bearer_unit, o.bearer_person::text)`}
    ${hidden.length ? sql`and ${sql.raw(KIND_OF_MATTER)} <> all(${hidden}::text[])` : sql``}
    ${after === null ? sql`` : sql`and (${due}, o.matter_id, o.ordinal) > (${after.at === null ? sql`'infinity'::timestamptz` : instant(after.at)}, ${after.id}::uuid, ${after.ordinal}::integer)`}
    order by ${due}, o.matter_id, o.ordinal limit ${limit}::integer`.compile(builder);
}

interface RefusalColumns { readonly id: string; readonly matter_id: string | null; readonly kind: string; readonly person_id: string; readonly act: string; readonly clause: string[]; readonly refusals: readonly { readonly text: { readonly zh: string; readonly en: string } }[]; readonly at: number; readonly recorded: boolean }

const kindIn = (around: Surroundings, kind: string): Kind | undefined => around.policies.known.map(({ policy }) => policy.kinds[kind]).find((each) => each !== undefined);

/** The refusal register, newest first (`GET /api/refusals`). */
export function listRefusals(context: MattersContext, actor: Actor, filter: { cursor?: string | undefined; limit?: number | undefined; matter?: string | undefined }): Promise<Page<z.infer<typeof refusalRow>>> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const limit = filter.limit ?? PAGE;
    const after = placeIn(filter);
    const hidden = hiddenMatters(around, actor);
    const rows = await scope.rows<RefusalColumns>(sql<RefusalColumns>`select id, matter_id, kind, person_id, act, clause, refusals, at, recorded from refusal where tenant_id = ${scope.tenant}::uuid
      ${filter.matter === undefined ? sql`` : sql`and matter_id = ${filter.matter}::uuid`}
      ${hidden.length ? sql`and (case when matter_id is null then kind <> all(${kindsOfHidden(around, actor)}::text[])
        else not exists (select from matter m where m.tenant_id = ${scope.tenant}::uuid and m.id = refusal.matter_id and ${sql.raw(KIND_OF_MATTER)} = any(${hidden}::text[])) end)` : sql``}
      ${after === null ? sql`` : sql`and (at, id) < (${instant(after.at ?? 0)}, ${after.id}::uuid)`}
      order by at desc, id desc limit ${limit + 1}::integer`.compile(builder));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const zone = around.policies.known[0]?.policy.zone ?? 'UTC';
    return {
      items: shown.map((row) => ({
        id: row.id, matter: row.matter_id, kind: row.kind, who: row.person_id, whoName: around.company.names.get(row.person_id) ?? '—', act: row.act, actTitle: titleOfAct(kindIn(around, row.kind), row.act, actor.language), recorded: row.recorded, clause: row.clause,
        texts: row.refusals.map((each) => each.text[actor.language]), at: formatInstant(row.at, zone),
      })),
      next: rows.length > limit && last ? writeCursor(filter, [last.at, last.id]) : null,
    };
  });
}
