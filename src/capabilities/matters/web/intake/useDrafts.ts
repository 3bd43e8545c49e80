import { useEffect, useMemo, useRef, useState } from 'react';
import { v4 as newId } from 'uuid';
import { nowFrom, useClock, useNewest } from '#ui/index.ts';
import { useMe } from '#capabilities/identity/web/index.ts';
import { isEmptyDraft, type Draft } from '../rules/draft.ts';
import { finished, joined, noDrafts, ofKind, reopen, ring, type Drafts, type Ringing } from '../rules/drafts.ts';
import { keepingOf, type Keeping } from './keep.ts';
import { useHolding } from './useHolding.ts';
import { forgetPictures } from './pictures.ts';

export interface Writing {
  readonly whose: string;
  readonly draft: Draft;
  readonly parked: readonly Draft[];
  readonly change: (part: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;
  readonly chooseKind: (kind: string) => void;
  readonly park: () => void;
  readonly take: (id: string) => void;
  /** A draft is saved, or thrown away; without one, the open one. */
  readonly done: (draft?: Draft) => void;
  readonly ring: (call: Pick<Ringing, 'phone' | 'call'>) => void;
  /** A call for which there was no room; it stays until somebody takes it or lets it go. */
  readonly waiting: Pick<Ringing, 'phone' | 'call'> | null;
  readonly letGo: () => void;
  /** When it was last kept (epoch ms of this machine); null = this machine has no room. */
  readonly keptAt: number | null;
  readonly elsewhere: boolean;
  readonly writeHere: () => void;
  /** Leaves the open draft to the other window and begins another here. */
  readonly leaveIt: () => void;
}

/** The drafts of this person on this machine: every change is kept at once, so that nothing typed is ever lost. */
export function useDrafts(): Writing {
  const me = useMe();
  const whose = `${me.tenant.slug}.${me.person}`;
  const keeping = useMemo(() => keepingOf(whose), [whose]);
  const [drafts, setDrafts] = useState<Drafts>(() => found(keeping));
  const [waiting, setWaiting] = useState<Writing['waiting']>(null);
  const { elsewhere, take: writeHere } = useHolding(whose, drafts.current.id);
  const keptAt = useKept(keeping, drafts, elsewhere);
  useOtherWindows(keeping, elsewhere, setDrafts);
  const answer = (call: Pick<Ringing, 'phone' | 'call'>): void => {
    const rung = ring(newest.current, { ...call, id: newId(), at: Date.now() });
    setWaiting(rung ? null : call);
    if (!rung) return;
    const stays = new Set([rung.current, ...rung.parked].map((each) => each.id));
    for (const gone of newest.current.parked) if (!stays.has(gone.id)) keeping.forget(gone.id);
    setDrafts(rung);
  };
  const newest = useNewest(drafts);
  return {
    whose, draft: drafts.current, parked: drafts.parked, waiting, keptAt, elsewhere, writeHere,
    change: (part) => setDrafts((before) => ({ ...before, current: { ...before.current, ...(typeof part === 'function' ? part(before.current) : part) } })),
    chooseKind: (kind) => setDrafts((before) => ofKind(before, kind)),
    park: () => answer({ phone: '', call: '' }),
    take: (id) => setDrafts((before) => reopen(before, id)),
    done: (draft = drafts.current) => {
      keeping.forget(draft.id);
      void forgetPictures(whose, draft.pictures.map((each) => each.id));
      setDrafts((before) => finished(before, { id: newId(), at: Date.now() }, draft.id));
    },
    ring: answer,
    letGo: () => setWaiting(null),
    leaveIt: () => setDrafts((before) => ({ ...before, current: noDrafts(newId(), Date.now()).current, parked: [...before.parked, before.current] })),
  };
}

function found(keeping: Keeping): Drafts {
  const kept = keeping.all();
  const open = kept.find((draft) => draft.id === keeping.open()) ?? kept.at(-1);
  const begun = noDrafts(newId(), Date.now());
  return { current: open ?? begun.current, parked: kept.filter((draft) => draft !== open) };
}

/** Keeps whatever has changed, as soon as it has. */
function useKept(keeping: Keeping, drafts: Drafts, elsewhere: boolean): number | null {
  const last = useRef(new Map<string, Draft>());
  const [keptAt, setKeptAt] = useState<number | null>(0);
  // By the one clock of the page: in a demonstration it is the demonstration's.
  const clock = useNewest(useClock().reading);
  useEffect(() => {
    const now = new Map([drafts.current, ...drafts.parked].map((draft) => [draft.id, draft]));
    let room = true;
    for (const [id, draft] of now) {
      if (last.current.get(id) === draft || (elsewhere && id === drafts.current.id)) continue;
      // What another window has just written is not written back over it.
      if (id === drafts.current.id || last.current.has(id)) room = keeping.keep(draft) && room;
      if (id === drafts.current.id) setKeptAt(isEmptyDraft(draft) ? 0 : room ? nowFrom(clock.current, performance.now()) : null);
    }
    last.current = now;
    keeping.keepOpen(drafts.current.id);
  }, [keeping, drafts, elsewhere, clock]);
  return keptAt;
}

function useOtherWindows(keeping: Keeping, elsewhere: boolean, setDrafts: (change: (before: Drafts) => Drafts) => void): void {
  useEffect(() => {
    const hear = ({ key }: StorageEvent): void => {
      if (keeping.owns(key)) setDrafts((before) => joined(before, keeping.all(), elsewhere));
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  }, [keeping, elsewhere, setDrafts]);
}
