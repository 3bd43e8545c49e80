import { formatInstant, isAtEnd, isOwing, titleOfBearer, titleOfOutcome, titleOfStage, type Language, type MatterState } from '#engine';
import type { Surroundings } from '#capabilities/matters/index.ts';
import { maskedPhone, maskedText } from '#platform/documents/index.ts';
import type { Contact } from '../rules/forms/contact-register/fill.ts';

const COLUMNS = 'm.id, m.kind, m.policy_version, m.number, m.content, m.customer_name, c.phone, c.address, m.state';
/** A contact is what came from outside: nothing the system opened, nothing below another matter. */
const FROM_OUTSIDE = "m.parent_id is null and m.channel <> 'internal'";
const CUSTOMER = 'left join customer c on c.tenant_id = m.tenant_id and c.id = m.customer_id';

/** How a caller who asked again came: nearly always he rings. */
const CAME = "coalesce(e.body->'fields'->>'how', 'phone')";

/** What a page of contacts is narrowed by: conditions over the time, the channel and the words, as the statement writes them. */
export interface Narrowed { readonly where: (contact: { readonly at: string; readonly id: string; readonly seq: string; readonly channel: string; readonly words: readonly string[] }) => string; readonly order: 'asc' | 'desc'; readonly limit: string }

/**
 * The statement of contacts, `$1` the company: what was received, and who asked again how far it is (催办), each at its own time. A duplicate that was
 * merged in was received itself; a chasing taken back was none.
 */
export function contactsWhere({ where, order, limit }: Narrowed): string {
  const by = (at: string, id: string, seq: string): string => `order by ${at} ${order}, ${id} ${order}, ${seq} ${order} limit ${limit}`;
  return `select * from (
    (select ${COLUMNS}, 0 as seq, m.received_at as at, m.channel, null::uuid as asked_by, '' as said from matter m ${CUSTOMER}
      where m.tenant_id = $1 and ${FROM_OUTSIDE} and ${where({ at: 'm.received_at', id: 'm.id', seq: '0', channel: 'm.channel', words: ['m.content'] })} ${by('m.received_at', 'm.id', 'seq')})
    union all
    (select ${COLUMNS}, e.seq, e.occurred_at as at, ${CAME} as channel, e.actor as asked_by, coalesce(w.words->>'text', '') as said
      from event e join matter m on m.tenant_id = $1 and m.id = e.stream ${CUSTOMER} left join event_words w on w.tenant_id = $1 and w.stream = e.stream and w.seq = e.seq
      where e.tenant_id = $1 and e.type = 'acted' and e.act = 'chase' and e.actor is not null and not e.body ? 'merged' and not coalesce(m.state->'recalled' @> to_jsonb(e.seq), false)
      and ${FROM_OUTSIDE} and ${where({ at: 'e.occurred_at', id: 'e.stream', seq: 'e.seq', channel: CAME, words: ['m.content', "w.words->>'text'"] })} ${by('e.occurred_at', 'e.stream', 'e.seq')})
  ) contact ${by('at', 'id', 'seq')}`;
}

export interface ContactRead {
  readonly id: string; readonly kind: string; readonly policy_version: string; readonly number: string; readonly channel: string; readonly content: string; readonly customer_name: string; readonly phone: string | null; readonly address: string | null;
  readonly at: number; readonly state: MatterState;
  /** Of a caller who asked again: the event, who took the call, and what was said; seq 0 = the first call. */
  readonly seq: number; readonly asked_by: string | null; readonly said: string;
}

const ASKED_AGAIN: Readonly<Record<Language, (nth: number, said: string) => string>> = {
  zh: (nth, said) => `催办（第 ${nth} 次）${said === '' ? '' : `：${said}`}`, en: (nth, said) => `Asked again (call ${nth})${said === '' ? '' : `: ${said}`}`,
};

/** What became of one contact, by what its acts are, whatever the policy calls them. */
export function contactOf(row: ContactRead, around: Surroundings, open: boolean, language: Language): Contact {
  const { policy } = around.policies.version(row.policy_version);
  const kind = policy.kinds[row.kind];
  const names = (person: string): string => around.company.names.get(person) ?? '—';
  const done = (...is: readonly string[]) => row.state.acts.filter((entry) => is.includes(kind?.acts[entry.act]?.is ?? ''));
  const iso = (at: number | null | undefined): string => (at === null || at === undefined ? '' : formatInstant(at, policy.zone));
  const [forwarded] = done('forward');
  const accepted = done('accept').find((entry) => forwarded !== undefined && entry.at >= forwarded.at);
  const promised = row.state.obligations.find((each) => kind?.acts[each.act]?.is === 'reply');
  const [received] = row.state.acts;
  const outcome = done('revisit').at(-1)?.fields.outcome;
  const nth = row.state.acts.filter((entry) => entry.act === 'chase' && entry.seq <= row.seq).length;
  return {
    at: iso(row.at), channel: row.channel, caller: open ? row.customer_name : maskedText(row.customer_name, 1), phone: open ? (row.phone ?? '') : maskedPhone(row.phone ?? ''), place: open ? (row.address ?? '') : maskedText(row.address ?? '', 2),
    kind: kind?.title ?? row.kind, number: row.number, content: row.seq === 0 ? row.content : ASKED_AGAIN[language](nth, row.said), promised: iso(promised?.dueAt), forwardedTo: forwarded?.fields.to ? titleOfBearer(policy, forwarded.fields.to, names) : '', forwardedAt: iso(forwarded?.at),
    acceptedAt: iso(accepted?.at), result: titleOfStage(kind, row.state.stage), repliedAt: iso(done('reply', 'inform')[0]?.at), satisfied: outcome === undefined ? '' : (titleOfOutcome(outcome)?.[language] ?? outcome),
    recordedBy: row.asked_by !== null ? names(row.asked_by) : received && received.actor !== 'system' && received.actor.person ? names(received.actor.person) : '',
  };
}

/** Whether its receiver still has to take it up (签收): nothing is said of what is closed, nor where the policy asks for no taking. */
export function waitsForTaking(row: Pick<ContactRead, 'kind' | 'policy_version' | 'state'>, around: Surroundings): boolean {
  const kind = around.policies.version(row.policy_version).policy.kinds[row.kind];
  if (!kind || row.state.ended || isAtEnd(kind, row.state)) return false;
  return row.state.obligations.some((each) => isOwing(each) && kind.acts[each.act]?.is === 'accept');
}
