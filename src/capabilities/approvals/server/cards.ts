import { APPROVE, formatInstant, standsInFor, titleOfAct, titleOfBearer, titleOfStage, type ApprovalState, type MatterState } from '#engine';
import { bearerKeysOf, frameOf, gatherMatter, gatherTenant, matterJson, sees, severityTitle, type GatheredMatter, type Surroundings } from '#capabilities/matters/index.ts';
import type { MatterJson } from '#capabilities/matters/contract.ts';
import { severityLevel } from '#ui/rules/index.ts';
import { withReadScope, type Scope } from '#platform/db/index.ts';
import type { Actor, Context } from '#platform/operations/index.ts';
import type { ApprovalCard, ApprovalsAnswer } from '../contract.ts';
import { afterConsent } from '../rules/after.ts';

/** Cards sent at once: whoever has decided these gets the next. */
const CARDS = 20;
const FACTS = 3;

/** $1 tenant, $2 keys he bears by, $3 the person, $4 how many. A matter with several decisions comes once. */
const WAITING = `with mine as (select distinct on (d.matter_id) d.matter_id, d.due from desk_row d where d.tenant_id = $1 and d.bearer = any($2) and d.lane = 'approve' and (d.barred is null or d.barred <> $3) order by d.matter_id, d.due)
  select matter_id as id, (select count(*) from mine)::integer as waiting from mine order by due, matter_id limit $4`;

/** Everything that waits for this person's decision, first due first, each with what follows his consent. */
export function approvalCards(context: Context, actor: Actor): Promise<ApprovalsAnswer> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const { rows } = await scope.run<{ id: string; waiting: number }>({ name: 'approvals-waiting', text: WAITING, values: [scope.tenant, keysOf(around, actor), actor.person, CARDS] });
    const items: ApprovalCard[] = [];
    for (const { id } of rows) items.push(...await cardsOf(scope, context.clock.now(), id));
    return { items: items.toSorted((a, b) => (a.dueAt ?? '9') < (b.dueAt ?? '9') ? -1 : 1), next: null, waiting: rows[0]?.waiting ?? 0, now: formatInstant(around.now, actor.zone), zone: actor.zone };
  });
}

function keysOf({ company, now }: Surroundings, actor: Actor): readonly string[] {
  const { directory } = company;
  return [...new Set([actor, ...standsInFor({ directory, now }, actor.person)].flatMap((each) => bearerKeysOf(each, directory.units)))];
}

async function cardsOf(scope: Scope<Actor>, now: number, id: string): Promise<readonly ApprovalCard[]> {
  const gathered = await gatherMatter(scope, id, now, null);
  if (!gathered || !sees(gathered, scope.actor)) return [];
  const { world, row } = gathered;
  const shown = matterJson(world, row.state, frameOf(gathered), (person) => gathered.around.company.names.get(person), scope.actor);
  return row.state.approvals.flatMap((approval, at) => {
    const told = shown.approvals[at];
    return approval.status === 'pending' && told?.steps.some((step) => step.mine && step.decision === null) ? [cardOf(gathered, scope.actor, approval, told, shown)] : [];
  });
}

function cardOf(gathered: GatheredMatter, actor: Actor, approval: ApprovalState, told: MatterJson['approvals'][number], shown: MatterJson): ApprovalCard {
  const { world, row, around } = gathered;
  const kind = world.policy.kinds[row.kind];
  const names = (person: string): string | undefined => around.company.names.get(person);
  const money = told.covers.find(({ name }) => kind?.facts[name]?.type.is === 'money');
  const value = money && approval.facts[money.name];
  const due = dueOf(row.state, approval);
  const covered = new Set(told.covers.map(({ name }) => name));
  const type = kind?.facts['severity']?.type;
  const severity = shown.classes['severity'] ?? null;
  return {
    id: approval.id, title: told.title, act: approval.act, actTitle: titleOfAct(kind, approval.act, actor.language), clause: told.clause, ours: world.policy.approvals[approval.approval]?.source.ours ?? null,
    applicant: told.applicantName, reason: told.reason, askedAt: formatInstant(row.state.obligations.find((ob) => ob.round === approval.seq)?.startedAt ?? around.now, world.policy.zone),
    dueAt: due === null ? null : formatInstant(due, world.policy.zone), overdue: due !== null && due < around.now,
    matter: {
      id: row.id, number: row.number, kindTitle: shown.kindTitle, subject: row.subject, stageTitle: titleOfStage(kind, row.stage), severityTitle: severityTitle(kind, severity),
      level: severityLevel(type?.is === 'one' ? type.values.map((each) => each.id) : [], severity), peril: shown.peril, customer: shown.customer?.name ?? '', place: shown.customer?.address ?? '',
    },
    amount: money && typeof value === 'number' ? { title: money.title, value } : null,
    covers: told.covers.filter((each) => each !== money || typeof value !== 'number').map(({ title, value: words }) => ({ title, value: words })),
    facts: shown.factTitles.filter((fact) => !covered.has(fact.name) && fact.name !== 'severity' && fact.name !== 'content').slice(0, FACTS).map(({ title, value: words }) => ({ title, value: words })),
    earlier: told.steps.filter((step) => step.decision !== null).map((step) => ({ who: step.byName ?? step.bearerTitle, opinion: step.opinion })),
    after: afterConsent(world, row.state, approval, actor, (bearer) => titleOfBearer(world.policy, bearer, names))
      .map(({ says, dueAt, clause }) => ({ says: says[actor.language], dueAt: dueAt === null ? null : formatInstant(dueAt, world.policy.zone), clause: [...clause] })),
  };
}

/** When the decision is due that this person owes; null where the policy sets no limit. */
function dueOf(state: MatterState, approval: ApprovalState): number | null {
  const owed = state.obligations.filter((ob) => ob.duty === APPROVE && ob.round === approval.seq && (ob.status === 'open' || ob.status === 'breached'));
  return owed.map((ob) => ob.dueAt ?? ob.breachedAt).find((at) => at !== null) ?? null;
}
