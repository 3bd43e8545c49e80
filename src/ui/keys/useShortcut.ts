import { useEffect, useRef, type RefObject } from 'react';
import { useNewest } from '../client/submission.ts';
import type { Layer, Shortcut } from '../rules/index.ts';
import { listenFor, numbersIn } from './board.ts';

interface Heard { readonly active?: boolean; readonly layer?: Layer }

/**
 * A shortcut of a page: `useShortcut('F9', save)`. Deaf while a Chinese input method composes; of several listeners the uppermost
 * layer hears it (panel, page, frame), and within one the last that came.
 * @param active - false while it means nothing.
 */
export function useShortcut(key: Shortcut, pressed: () => void, { active = true, layer = 'page' }: Heard = {}): void {
  const newest = useNewest(pressed);
  useEffect(() => (active ? listenFor({ key, layer, run: () => newest.current() }) : undefined), [key, layer, active, newest]);
}

/** Makes an element the active panel: Alt+1…9 means what stands in it with `data-keytip="1"` to `"9"`. */
export function useNumbers<E extends HTMLElement>(active = true): RefObject<E | null> {
  const panel = useRef<E>(null);
  useEffect(() => (active && panel.current ? numbersIn(panel.current) : undefined), [active]);
  return panel;
}
