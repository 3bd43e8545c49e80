import { useSyncExternalStore } from 'react';
import type { Speller } from '../rules/index.ts';

let loaded: Speller | null = null;
const waiting = new Set<() => void>();

/** The spelling of Chinese words. It is large, and fetched when a list is opened for the first time; until then lists search by words. */
export function useSpeller(): { readonly speller: Speller | null; readonly load: () => void } {
  return { speller: useSyncExternalStore(hear, () => loaded), load };
}

function hear(changed: () => void): () => void {
  waiting.add(changed);
  return () => void waiting.delete(changed);
}

/** Once for all lists of the page: each of them hears when it has come. */
function load(): void {
  if (loaded) return;
  void import('pinyin-pro').then(({ match }) => {
    loaded = (text, letters) => match(text, letters, { continuous: true });
    for (const tell of waiting) tell();
  }, () => undefined);
}
