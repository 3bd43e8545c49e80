import { EMPTY_DRAFT, isEmptyDraft, type Draft } from './draft.ts';

/** All that is being written at the intake: one draft open, others parked, and to whom each kind was passed on last. */
export interface Drafts { readonly current: Draft; readonly parked: readonly Draft[]; readonly passedTo: Readonly<Record<string, string>> }
export const NO_DRAFTS: Drafts = { current: EMPTY_DRAFT, parked: [], passedTo: {} };

/** Reads what this machine has kept; anything unreadable counts as nothing. */
export function readDrafts(text: string | null): Drafts {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('current' in kept)) return NO_DRAFTS;
    const { current, parked, passedTo } = kept as Partial<Drafts>;
    return { current: { ...EMPTY_DRAFT, ...current }, parked: (parked ?? []).map((draft) => ({ ...EMPTY_DRAFT, ...draft })), passedTo: passedTo ?? {} };
  } catch {
    return NO_DRAFTS;
  }
}

/** Another call: what was being written is parked, never overwritten. A caller whose draft is parked gets it back. */
export function ring(drafts: Drafts, phone: string): Drafts {
  if (phone !== '' && drafts.current.phone === phone) return drafts;
  const before = phone === '' ? -1 : drafts.parked.findIndex((draft) => draft.phone === phone);
  if (before >= 0) return reopen(drafts, before);
  return { ...drafts, current: blank(drafts, phone), parked: isEmptyDraft(drafts.current) ? drafts.parked : [drafts.current, ...drafts.parked] };
}

/** Takes a parked draft up again; the open one takes its place unless it is empty. */
export function reopen(drafts: Drafts, at: number): Drafts {
  const taken = drafts.parked[at];
  if (!taken) return drafts;
  const rest = drafts.parked.filter((_, i) => i !== at);
  return { ...drafts, current: taken, parked: isEmptyDraft(drafts.current) ? rest : [drafts.current, ...rest] };
}

/** After saving: an empty draft of the same kind; to whom this kind went is proposed the next time. */
export function finished(drafts: Drafts): Drafts {
  const { kind, to } = drafts.current;
  const passedTo = to === '' ? drafts.passedTo : { ...drafts.passedTo, [kind]: to };
  const after = { ...drafts, passedTo };
  return { ...after, current: blank(after, '') };
}

/** Chooses the kind; where it went the last time is proposed with it. */
export function ofKind(drafts: Drafts, kind: string): Drafts {
  return { ...drafts, current: { ...drafts.current, kind, to: drafts.passedTo[kind] ?? '' } };
}

function blank(drafts: Drafts, phone: string): Draft {
  const { kind } = drafts.current;
  return { ...EMPTY_DRAFT, kind, phone, to: drafts.passedTo[kind] ?? '' };
}
