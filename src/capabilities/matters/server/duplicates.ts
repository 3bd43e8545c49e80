import { isId, type Scope, type TenantActor } from '#platform/db/index.ts';
import { titleOfStage, type MatterState } from '#engine';
import type { Actor } from '#platform/operations/index.ts';
import { likeness } from '../rules/likeness.ts';
import { likeliest, type Candidate } from '../rules/likeliest.ts';
import { seesState } from '../rules/seers.ts';
import { severityTitle } from './matter-row.ts';
import { worldOf, type GatheredMatter } from './gather.ts';
import { wordsFor, WORDS_OF_MATTER, type Worded } from './personal.ts';
import type { Duplicate } from './present/verb-asks.ts';
import { closedMatters, KIND_OF_MATTER } from './seeing.ts';

/** What came in lately, of anybody, is looked through for the same words: so many at most, and not older than this. */
const LATELY = 30;
const DAYS = 3 * 86_400_000;

/** Of the same customer, of his house, and what came in lately. */
const OTHERS = `with own as (select id from matter where tenant_id = $1 and customer_id = $2 and kind = $3 and id <> $4 and not ended order by received_at desc limit 20),
    house as (select m.id from customer c join matter m on m.tenant_id = $1 and m.customer_id = c.id where c.tenant_id = $1 and c.address = $5 and $5 <> '' and c.id <> $2 and m.kind = $3 and m.id <> $4 and not m.ended order by m.received_at desc limit 20),
    lately as (select id from matter where tenant_id = $1 and kind = $3 and id <> $4 and not ended and received_at > $6 order by received_at desc limit $7)
  select m.number, ${WORDS_OF_MATTER}, m.policy_version, m.stage, m.received_at as "receivedAt", m.severity, m.first_due_at as "dueAt", left(m.content, 400) as content, case when ${KIND_OF_MATTER} = any($8) then m.state end as state,
    case when m.id in (select id from own) then 'customer' when m.id in (select id from house) then 'house' else 'words' end as because
  from matter m where m.tenant_id = $1 and m.id in (select id from own union select id from house union select id from lately)`;
const NAMED = 'select id from matter where tenant_id = $1 and (number = $2 or id = $3::uuid)';

interface Row extends Omit<Candidate, 'alike'>, Worded { readonly policy_version: string; readonly state: MatterState | null; readonly stage: string; readonly content: string; readonly severity: string | null; readonly dueAt: number | null }

/** Open matters of the same kind that this one is most likely a duplicate of: of the same customer, of his house, of the same words. None that does not exist for the reader, and each in the words in which his lists show it. */
export async function duplicatesOf(scope: Scope<Actor>, { row, around, world }: GatheredMatter): Promise<readonly Duplicate[]> {
  const kind = world.policy.kinds[row.kind];
  const { rows } = await scope.run<Row>({ name: 'matter-duplicates', text: OTHERS, values: [scope.tenant, row.customer_id, row.kind, row.id, row.customer_address?.trim() ?? '', new Date(around.now - DAYS), LATELY, closedMatters(around)] });
  // What has come to its end takes nothing in.
  const seen = rows.filter(({ stage, state, policy_version: version }) => stage !== kind?.stages.at(-1) && (state === null || seesState(worldOf(around.policies.version(version), around), state, scope.actor)));
  const words = wordsFor(around, scope.actor);
  return likeliest(seen.map((each) => ({ ...each, alike: likeness(each.content, row.content) })))
    .map(({ number, stage, receivedAt, because, severity, dueAt, ...row }) => {
      const { subject, customerName: customer } = words(row);
      return { number, subject, stage: titleOfStage(kind, stage), customer, receivedAt, because, severity: severityTitle(kind, severity), dueAt };
    });
}

/** The matter somebody names by its number or id; null when there is none in this company. */
export async function matterNamed<A extends TenantActor>(scope: Scope<A>, name: string): Promise<string | null> {
  const { rows } = await scope.run<{ id: string }>({ name: 'matter-named', text: NAMED, values: [scope.tenant, name.trim(), isId(name.trim()) ? name.trim() : null] });
  return rows[0]?.id ?? null;
}
