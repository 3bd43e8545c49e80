import type { Kind, MatterState } from '#engine';
import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import { ENOUGH, usualReceiver } from '../rules/usual-receiver.ts';
import type { Surroundings } from './gather.ts';
import { kindsOfHidden } from './seeing.ts';

/** So many matters of the kind are looked through, newest first, among so many of all: a fixed amount of work. */
const LOOKED_AMONG = 400;
const LOOKED_THROUGH = 100;
/** The last passing on that was not to a person: one colleague would quietly get a stranger's complaint. */
const PASSED = `select m.facts, m.content, m.bearer from (
    select r.state->'facts' as facts, left(r.content, ${ENOUGH}) as content, jsonb_path_query_first(r.state, '$.acts[*] ? (@.act == $act).fields.to ? (!exists(@.person))', jsonb_build_object('act', $3::text)) as bearer
    from (select id, kind, content, state from matter where tenant_id = $1 order by received_at desc, id desc limit ${LOOKED_AMONG}) r where r.kind = $2 limit ${LOOKED_THROUGH}) m
  where m.bearer is not null`;
interface Row { readonly facts: MatterState['facts']; readonly content: string; readonly bearer: { readonly unit?: string; readonly position?: string } }

/**
 * Whom the company has lately passed such a matter on to: a unit or a position as the receiver field names it, never a person.
 * @param act - the act that would pass it on
 */
export async function usualReceiverOf(scope: Scope<Actor>, around: Surroundings, kind: Kind, draft: MatterState, words: string, act: string): Promise<string | null> {
  if (kindsOfHidden(around, scope.actor).includes(kind.id)) return null;
  const { rows } = await scope.run<Row>({ name: 'usual-receiver', text: PASSED, values: [scope.tenant, kind.id, act] });
  const passed = rows.flatMap(({ facts, content, bearer }) => {
    const to = bearer.position ?? bearer.unit;
    return to === undefined ? [] : [{ to, said: saidOf(kind, facts), words: content }];
  });
  const dangers = saidOf(kind, draft.facts).flatMap((name) => { const fact = kind.facts[name]; return fact ? [fact.title] : []; });
  return usualReceiver({ said: saidOf(kind, draft.facts), words: [words, ...dangers] }, passed);
}

/** What was ticked when it was received: later acts say more, which no new matter has. */
function saidOf(kind: Kind, facts: MatterState['facts']): readonly string[] {
  return (kind.acts['receive']?.asks ?? []).filter((name) => facts[name] === true);
}
