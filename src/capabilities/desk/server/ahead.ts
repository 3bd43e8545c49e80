import { fireDue, formatInstant, titleOfBearer, type Bearer, type Decided, type MatterState } from '#engine';
import { bearerKeysOf, gatherTenant, perilOf, reportedUrgently, severityTitle, worldOf, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { wrong, type Actor, type Context } from '#platform/operations/index.ts';
import type { AheadStep } from '../contract.ts';

/** Matters looked at, those due first: a week ahead of one desk is less. */
const LOOKED_AT = 100;
const FARTHEST = 31 * 86_400_000;

/** $1 tenant, $2 keys he bears by, $3 the person, $4 until when, $5 how many. */
const DUE = `with due as (select matter_id, min(due) as due from desk_row where tenant_id = $1 and bearer = any($2) and (barred is null or barred <> $3) and due <= $4 group by matter_id)
  select m.id, m.subject, m.severity, m.policy_version, m.state, (select count(*) from due) as all from due d join matter m on m.tenant_id = $1 and m.id = d.matter_id order by d.due, m.id limit $5`;

interface Row { readonly id: string; readonly subject: string; readonly severity: string | null; readonly policy_version: string; readonly state: MatterState; readonly all: number }

/**
 * What would happen to somebody's desk until an instant if nobody acted: the same engine with another present, nothing written.
 * @param until - ISO time after the present, at most 31 days ahead. @throws Failure 422 otherwise
 */
export function lookAhead(context: Context, actor: Actor, until: string): Promise<{ steps: AheadStep[]; looked: number; all: number }> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    const at = Date.parse(until);
    if (at <= around.now || at > around.now + FARTHEST) throw wrong([{ path: ['until'], message: { zh: '只能看从现在起 31 天以内', en: 'Only the next 31 days can be looked at' } }]);
    const keys = bearerKeysOf(actor, around.company.directory.units);
    const { rows } = await scope.run<Row>({ name: 'desk-ahead', text: DUE, values: [scope.tenant, keys, actor.person, new Date(at), LOOKED_AT] });
    const steps = rows.flatMap((row) => stepsOf(around, row, at)).toSorted((left, right) => left.order - right.order).map(({ step }) => step);
    return { steps, looked: rows.length, all: rows[0]?.all ?? 0 };
  });
}

function stepsOf(around: Surroundings, row: Row, at: number): readonly { readonly order: number; readonly step: AheadStep }[] {
  const world = { ...worldOf(around.policies.version(row.policy_version), around), now: at };
  const { decision, fired } = fireDue(world, row.state);
  const told = toldBy(decision, (bearer) => titleOfBearer(world.policy, bearer, (person) => around.company.names.get(person)));
  const kind = world.policy.kinds[row.state.kind];
  const peril = perilOf(world.policy, { kind: row.state.kind, facts: row.state.facts, urgent: reportedUrgently(row.state.acts) });
  return fired.flatMap(({ obligation, step, at: when }) => {
    const ob = decision.matter.obligations.find((each) => each.key === obligation);
    if (!ob) return [];
    // A limit reached exactly is in time, so a breach is written down a moment later; its time is the due instant.
    const shown = step === 'breach' ? (ob.breachedAt ?? when) : when;
    return [{
      order: shown,
      step: {
        at: formatInstant(shown, world.policy.zone), matter: { id: row.id, number: row.state.number, subject: row.subject, kind: row.state.kind, severity: row.severity, severityTitle: severityTitle(kind, row.severity), peril },
        title: world.policy.duties[ob.duty]?.title ?? ob.act, clause: ob.clause[0] ?? '', breach: step === 'breach', told: told(obligation, step === 'breach'),
      },
    }];
  });
}

type Titled = (bearer: Bearer) => string;

/**
 * Who gets each step, by obligation and step in the order they fire: a reminder goes to whom its ladder names, a breach to whoever bears
 * it. Looked at step by step: what the sender leaves out when much falls due in one moment is not one moment here.
 */
function toldBy({ events, matter }: Decided, title: Titled): (obligation: string, breach: boolean) => string[] {
  const reminders = events.filter((event) => event.type === 'reminded');
  return (obligation, breach) => {
    const at = breach ? -1 : reminders.findIndex((event) => event.body['obligation'] === obligation);
    const [event] = at < 0 ? [] : reminders.splice(at, 1);
    const to = event ? (event.body['to'] as readonly Bearer[]) : (matter.obligations.find((each) => each.key === obligation)?.bearers ?? []);
    return [...new Set(to.map(title))];
  };
}
