import { useEffect, useState } from 'react';
import { useMe } from '#capabilities/identity/web/index.ts';
import type { Draft } from '../rules/draft.ts';
import { finished, ofKind, readDrafts, reopen, ring, type Drafts } from '../rules/drafts.ts';

export interface Writing {
  readonly draft: Draft;
  readonly parked: readonly Draft[];
  readonly change: (part: Partial<Draft>) => void;
  readonly chooseKind: (kind: string) => void;
  readonly park: () => void;
  readonly take: (at: number) => void;
  readonly done: () => void;
}

/** The drafts of this person on this machine: every change is kept at once, so that nothing typed is ever lost. */
export function useDrafts(phone: string | undefined): Writing {
  const me = useMe();
  const place = `aftercare.intake.${me.tenant.slug}.${me.person}`;
  const [drafts, setDrafts] = useState<Drafts>(() => readDrafts(localStorage.getItem(place)));
  useEffect(() => localStorage.setItem(place, JSON.stringify(drafts)), [place, drafts]);
  useEffect(() => {
    if (phone !== undefined) setDrafts((before) => ring(before, phone));
  }, [phone]);
  return {
    draft: drafts.current,
    parked: drafts.parked,
    change: (part) => setDrafts((before) => ({ ...before, current: { ...before.current, ...part } })),
    chooseKind: (kind) => setDrafts((before) => ofKind(before, kind)),
    park: () => setDrafts((before) => ring(before, '')),
    take: (at) => setDrafts((before) => reopen(before, at)),
    done: () => setDrafts(finished),
  };
}
