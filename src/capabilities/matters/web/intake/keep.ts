import { isEmptyDraft, type Draft } from '../rules/draft.ts';
import { readDraft } from '../rules/drafts.ts';

/** Where one person of one company keeps drafts on this machine: each under a key of its own, so that windows do not overwrite each other. */
export interface Keeping {
  /** All drafts that are kept, oldest first. */
  readonly all: () => readonly Draft[];
  readonly one: (id: string) => Draft | null;
  /** Keeps a draft, or forgets it when nothing stands in it. @returns false when this machine has no room */
  readonly keep: (draft: Draft) => boolean;
  readonly forget: (id: string) => void;
  /** The draft this window had open before it was loaded anew. */
  readonly open: () => string | null;
  readonly keepOpen: (id: string) => void;
  /** Whether a key of the storage is one of these drafts. */
  readonly owns: (key: string | null) => boolean;
}

/** @param whose - company and person */
export function keepingOf(whose: string): Keeping {
  const place = `aftercare.intake.${whose}`;
  const drafts = `${place}.draft.`;
  const put = (key: string, value: string): boolean => {
    try {
      localStorage.setItem(key, value);
      return true;
    } catch {
      return false;
    }
  };
  return {
    all: () => Object.keys(localStorage).filter((key) => key.startsWith(drafts)).flatMap((key) => readDraft(localStorage.getItem(key)) ?? []).toSorted((a, b) => a.begunAt - b.begunAt),
    one: (id) => readDraft(localStorage.getItem(drafts + id)),
    keep: (draft) => {
      if (!isEmptyDraft(draft)) return put(drafts + draft.id, JSON.stringify(draft));
      localStorage.removeItem(drafts + draft.id);
      return true;
    },
    forget: (id) => localStorage.removeItem(drafts + id),
    open: () => sessionStorage.getItem(place),
    keepOpen: (id) => sessionStorage.setItem(place, id),
    owns: (key) => key?.startsWith(drafts) ?? false,
  };
}
