import { formatInstant, isAtEnd, isOwing, titleOfBearer, titleOfOutcome, titleOfStage, type Language, type MatterState } from '#engine';
import type { Surroundings } from '#capabilities/matters/index.ts';
import { maskedPhone, maskedText } from '#platform/documents/index.ts';
import type { Contact } from '../rules/forms/contact-register/fill.ts';

/** What a contact is made of: the columns that a statement reads, `m` the matter and `c` its customer. */
export const CONTACT = 'm.kind, m.policy_version, m.number, m.channel, m.content, m.customer_name, c.phone, c.address, m.received_at, m.state';
/** A contact is what came from outside: nothing the system opened, nothing below another matter. */
export const FROM_OUTSIDE = "m.parent_id is null and m.channel <> 'internal'";

export interface ContactRead {
  readonly kind: string; readonly policy_version: string; readonly number: string; readonly channel: string; readonly content: string; readonly customer_name: string; readonly phone: string | null; readonly address: string | null;
  readonly received_at: number; readonly state: MatterState;
}

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
  return {
    at: iso(row.received_at), channel: row.channel, caller: open ? row.customer_name : maskedText(row.customer_name, 1), phone: open ? (row.phone ?? '') : maskedPhone(row.phone ?? ''), place: open ? (row.address ?? '') : maskedText(row.address ?? '', 2),
    kind: kind?.title ?? row.kind, number: row.number, content: row.content, promised: iso(promised?.dueAt), forwardedTo: forwarded?.fields.to ? titleOfBearer(policy, forwarded.fields.to, names) : '', forwardedAt: iso(forwarded?.at),
    acceptedAt: iso(accepted?.at), result: titleOfStage(kind, row.state.stage), repliedAt: iso(done('reply', 'inform')[0]?.at), satisfied: outcome === undefined ? '' : (titleOfOutcome(outcome)?.[language] ?? outcome),
    recordedBy: received && received.actor !== 'system' && received.actor.person ? names(received.actor.person) : '',
  };
}

/** Whether its receiver still has to take it up (签收): nothing is said of what is closed, nor where the policy asks for no taking. */
export function waitsForTaking(row: Pick<ContactRead, 'kind' | 'policy_version' | 'state'>, around: Surroundings): boolean {
  const kind = around.policies.version(row.policy_version).policy.kinds[row.kind];
  if (!kind || row.state.ended || isAtEnd(kind, row.state)) return false;
  return row.state.obligations.some((each) => isOwing(each) && kind.acts[each.act]?.is === 'accept');
}
