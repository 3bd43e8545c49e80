import { APPROVE, dangersIn, formatInstant, titleOfAct, titleOfBearer, type Bearer, type MatterState, type ObligationState, type Policy } from '#engine';
import { ASKING, heaviest, obligationFor, type GatheredMatter, type Reader } from '#capabilities/matters/index.ts';
import type { Said } from '../rules/wording.ts';
import type { OutboxRow } from './take.ts';

/** A person by id (his name is looked up when it is read, so that nothing here has to be erased), or a position or unit by its title. */
export type Whom = { readonly person: string } | { readonly title: string } | null;

/** What a row of `notice` keeps: the words of the notice with people as ids. */
export interface KeptWords extends Omit<Said, 'bearer' | 'insteadOf' | 'standsFor'> {
  readonly bearer: Whom; readonly insteadOf: Whom;
  /** In whose stead he hears of it. */
  readonly standsFor?: Whom;
  /** Title of the severity, where it is the heaviest its policy knows; else of what somebody is in danger of. */
  readonly mark?: string | null;
  /** The act it is about, so that a link opens exactly that. */
  readonly opens?: string | null;
  /** Title of whoever is next above, to whom an alarm climbs; null = nobody, or the policy has a ladder of its own. */
  readonly above?: string | null;
}

/** It was meant for somebody whom nobody holds, or for somebody absent; who is next above. */
export interface Circumstances { readonly movedUp: boolean; readonly standsFor?: string | null; readonly above?: string | null }

/** The words for one recipient, from the matter as it is at the moment of sending. */
export function wordsFor(row: OutboxRow, gathered: GatheredMatter | null, recipient: Reader, { movedUp, standsFor = null, above = null }: Circumstances): KeptWords {
  const clause = row.content.clause ?? [];
  const meantFor = movedUp ? (row.recipients[0] ?? null) : null;
  if (!gathered) return { number: row.content.number ?? null, kind: null, act: null, due: null, overdue: false, bearer: null, outcome: null, insteadOf: meantFor?.person ? { person: meantFor.person } : null, clause };
  const { world: { policy, now }, row: { state } } = gathered;
  const owed = obligationFor({ ...row.content, template: row.template }, gathered.world, state, recipient);
  const due = owed ? (owed.dueAt ?? owed.breachedAt) : null;
  const taker = row.template === 'taken' ? state.acts.find((each) => each.seq === row.content.seq)?.actor : undefined;
  const bearer = taker && taker !== 'system' ? { person: taker.person ?? '' } : owed && !ASKING.includes(row.template) && row.template !== 'approval-wanted' ? owed.bearers[0] : undefined;
  return {
    number: state.number, kind: policy.kinds[state.kind]?.title ?? null, act: actTitle(row, gathered, owed), due: due === null ? null : formatInstant(due, policy.zone),
    overdue: owed?.status === 'breached' || (due !== null && due < now), bearer: whom(policy, bearer), outcome: outcomeOf(row, state), insteadOf: whom(policy, meantFor ?? undefined),
    // Of what is newly his each reader sees the clause that laid it on him.
    clause: row.template === 'assigned' ? (owed?.clause ?? clause) : clause, ...(standsFor === null ? {} : { standsFor: { person: standsFor } }),
    mark: heaviest(policy, state) ?? (dangersIn(policy.kinds[state.kind], state.facts).map((each) => each.title).join('、') || null), opens: owed?.act ?? null, above, ...(row.content.climbed ? { climbed: true } : {}),
  };
}

/** Puts names to what was kept. @param names - of everybody who ever was in the company, by id. */
export function said(kept: KeptWords, names: ReadonlyMap<string, string>): Said {
  return { ...kept, bearer: spoken(kept.bearer, names), insteadOf: spoken(kept.insteadOf, names), standsFor: spoken(kept.standsFor ?? null, names) };
}

const spoken = (whom: Whom, names: ReadonlyMap<string, string>): string | null => (whom === null ? null : 'title' in whom ? whom.title : (names.get(whom.person) ?? null));

function whom(policy: Policy, bearer: Bearer | undefined): Whom {
  if (!bearer) return null;
  return bearer.person ? { person: bearer.person } : { title: titleOfBearer(policy, bearer, () => undefined) };
}

function actTitle(row: OutboxRow, { world: { policy }, row: { state } }: GatheredMatter, owed: ObligationState | undefined): string | null {
  const kind = policy.kinds[state.kind];
  if (owed?.duty === APPROVE) {
    const approval = state.approvals.find((each) => each.seq === owed.round);
    return approval ? titleOfAct(kind, approval.act) : titleOfAct(kind, APPROVE);
  }
  if (owed) return titleOfAct(kind, owed.act);
  if (row.template === 'approval-decided') {
    const approval = decidedApproval(row, state);
    return approval ? titleOfAct(kind, approval.act) : null;
  }
  if (row.template === 'recorded-against-rule') return kind && row.content.rule && kind.acts[row.content.rule] ? titleOfAct(kind, row.content.rule) : null;
  return row.template === 'told' ? toldAct(row, policy, state) : null;
}

/** The act that made a reaction tell: one of this matter, else one of a matter below it (`order.sign`), which has numbers of its own. */
function toldAct(row: OutboxRow, policy: Policy, state: MatterState): string | null {
  const after = policy.reactions[row.content.rule ?? '']?.after ?? [];
  const done = state.acts.find((each) => each.seq === row.content.seq);
  if (done && (after.includes(done.act) || after.includes('*'))) return titleOfAct(policy.kinds[state.kind], done.act);
  const [kind, act] = after.find((name) => name.includes('.'))?.split('.') ?? [];
  if (kind && act) return titleOfAct(policy.kinds[kind], act);
  // The same decision may have done more since: then it is the last of those the reaction follows.
  const before = state.acts.findLast((each) => each.seq <= (row.content.seq ?? 0) && after.includes(each.act));
  return before ? titleOfAct(policy.kinds[state.kind], before.act) : null;
}

const decidedApproval = (row: OutboxRow, state: MatterState): MatterState['approvals'][number] | undefined =>
  state.approvals.findLast((each) => each.approval === row.content.rule && each.status !== 'pending' && each.status !== 'lapsed');

function outcomeOf(row: OutboxRow, state: MatterState): Said['outcome'] {
  if (row.template !== 'approval-decided') return null;
  const status = decidedApproval(row, state)?.status;
  return status === undefined ? null : status === 'rejected' || status === 'returned' ? status : 'approved';
}
