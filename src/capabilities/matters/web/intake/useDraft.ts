import { useState } from 'react';
import { useMe } from '#capabilities/identity/web/index.ts';
import { EMPTY_DRAFT, readDraft, type Draft } from '../rules/draft.ts';

/** The draft of this person on this machine: every change is kept at once, so that nothing typed is ever lost. */
export function useDraft(phone: string | undefined): { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void; readonly drop: () => void } {
  const me = useMe();
  const place = `aftercare.intake.${me.tenant.slug}.${me.person}`;
  const [draft, setDraft] = useState<Draft>(() => {
    const kept = readDraft(localStorage.getItem(place));
    return phone === undefined || phone === kept.phone ? kept : { ...EMPTY_DRAFT, kind: kept.kind, phone };
  });
  const change = (part: Partial<Draft>): void => setDraft((before) => {
    const after = { ...before, ...part };
    localStorage.setItem(place, JSON.stringify(after));
    return after;
  });
  const drop = (): void => {
    localStorage.removeItem(place);
    setDraft((before) => ({ ...EMPTY_DRAFT, kind: before.kind, to: before.to }));
  };
  return { draft, change, drop };
}
