import { useCallback, useState } from 'react';
import type { Speller } from '../rules/index.ts';

let loaded: Speller | null = null;

/** The spelling of Chinese words. It is large, and fetched when a list is opened for the first time; until then lists search by words. */
export function useSpeller(): { readonly speller: Speller | null; readonly load: () => void } {
  const [speller, setSpeller] = useState<Speller | null>(() => loaded);
  const load = useCallback(() => {
    if (loaded) return;
    void import('pinyin-pro').then(({ match }) => {
      loaded = (text, letters) => match(text, letters, { continuous: true });
      setSpeller(() => loaded);
    }, () => undefined);
  }, []);
  return { speller, load };
}
