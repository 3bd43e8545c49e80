import { EMPTY_DRAFT, isEmptyDraft, isOnlyRung, type Draft } from './draft.ts';

/** All that is being written at the intake: the open draft first, those put aside behind it. */
export interface Drafts { readonly current: Draft; readonly parked: readonly Draft[] }

/** More calls than these nobody keeps in mind; the next one is asked to wait. */
export const MOST_PARKED = 8;

/** What a screen-pop or somebody's hand begins a draft with. `id` and `at` come from outside: nothing here draws lots or looks at a clock. */
export interface Ringing { readonly phone: string; readonly call: string; readonly id: string; readonly at: number }

export function noDrafts(id: string, at: number): Drafts {
  return { current: { ...EMPTY_DRAFT, id, begunAt: at }, parked: [] };
}

/** Reads one draft that this machine has kept; null for anything that is none. */
export function readDraft(text: string | null): Draft | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || typeof kept.id !== 'string' || kept.id === '') return null;
    return { ...EMPTY_DRAFT, ...(kept as Partial<Draft>), id: kept.id };
  } catch {
    return null;
  }
}

/** Makes room: what only rang and never got a word goes first, the oldest before the others. @returns null when all of them hold words */
function withRoom(parked: readonly Draft[]): readonly Draft[] | null {
  if (parked.length <= MOST_PARKED) return parked;
  const idle = parked.find(isOnlyRung);
  return idle ? withRoom(parked.filter((draft) => draft !== idle)) : null;
}

/** The draft a call belongs to: the same call, else the same number while no other call is named. */
export function draftOfCall(drafts: Drafts, ringing: Pick<Ringing, 'phone' | 'call'>): Draft | null {
  const all = [drafts.current, ...drafts.parked];
  if (ringing.call !== '') {
    const same = all.find((draft) => draft.call === ringing.call);
    if (same) return same;
  }
  if (ringing.phone === '') return null;
  return all.find((draft) => draft.phone === ringing.phone && (draft.call === '' || ringing.call === '') && draft.urgent === null) ?? null;
}

/**
 * Another call: what was being written is put aside, never overwritten; a call whose draft is there gets it back.
 * @returns null when there is no room: nothing is changed then
 */
export function ring(drafts: Drafts, ringing: Ringing): Drafts | null {
  const known = draftOfCall(drafts, ringing);
  if (known) {
    const named = replaced(drafts, known.id, { ...known, call: ringing.call === '' ? known.call : ringing.call });
    return reopen(named, known.id);
  }
  const { current } = drafts;
  if (isEmptyDraft(current)) return { ...drafts, current: { ...current, ...rungBy(ringing), begunAt: ringing.at } };
  const parked = withRoom([...drafts.parked, current]);
  return parked && { ...drafts, current: blank(ringing), parked };
}

/** Takes a parked draft up again; the open one takes its place unless it is empty. */
export function reopen(drafts: Drafts, id: string): Drafts {
  const taken = drafts.parked.find((draft) => draft.id === id);
  if (!taken) return drafts;
  const rest = drafts.parked.filter((draft) => draft.id !== id);
  return { ...drafts, current: taken, parked: isEmptyDraft(drafts.current) ? rest : [...rest, drafts.current] };
}

/**
 * A draft is done with. If it is the open one, an empty one comes, and those put aside stay beside it: a key pressed once too often
 * saves nobody else's call. If it was put aside meanwhile (a slow server), whatever is being written now stays.
 */
export function finished(drafts: Drafts, next: Pick<Ringing, 'id' | 'at'>, id = drafts.current.id): Drafts {
  if (id !== drafts.current.id) return { ...drafts, parked: drafts.parked.filter((draft) => draft.id !== id) };
  return { ...drafts, current: blank({ phone: '', call: '', ...next }) };
}

/** Chooses the kind. Whoever was chosen for another kind is chosen no more. */
export function ofKind(drafts: Drafts, kind: string): Drafts {
  return { ...drafts, current: { ...drafts.current, kind, to: null } };
}

/** What another window has written meanwhile: its drafts stand among the parked ones, the open one stays. @param mirrored - the open one is written there too, and only shown here */
export function joined(drafts: Drafts, kept: readonly Draft[], mirrored: boolean): Drafts {
  const own = kept.find((draft) => draft.id === drafts.current.id);
  return { ...drafts, current: mirrored && own ? own : drafts.current, parked: kept.filter((draft) => draft.id !== drafts.current.id).toSorted((a, b) => a.begunAt - b.begunAt) };
}

function replaced(drafts: Drafts, id: string, draft: Draft): Drafts {
  return { ...drafts, current: drafts.current.id === id ? draft : drafts.current, parked: drafts.parked.map((each) => (each.id === id ? draft : each)) };
}

/** Of no kind yet: what the last caller wanted says nothing about the next one. */
function blank(ringing: Ringing): Draft {
  return { ...EMPTY_DRAFT, id: ringing.id, begunAt: ringing.at, ...rungBy(ringing) };
}

function rungBy({ phone, call }: Ringing): Pick<Draft, 'phone' | 'call' | 'rung'> {
  return { phone, call, rung: phone === '' && call === '' ? null : phone };
}
