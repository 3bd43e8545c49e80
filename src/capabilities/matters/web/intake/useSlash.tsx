import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { isComposition } from '#ui/index.ts';
import type { Phrase } from './phrase.ts';
import { PhraseList } from './PhraseList.tsx';
import { inserted, phrasesMeant, slashAt, type Slash } from './rules/slash.ts';

interface Slashing {
  /** After each change of the field: whether a phrase is being looked for at the caret. */
  readonly look: (area: HTMLTextAreaElement) => void;
  /** The keys that choose a phrase; all others are left to the field. */
  readonly hear: (event: KeyboardEvent) => void;
  readonly close: () => void;
  readonly list: ReactElement | null;
}

/** Phrases by `/` in a field of words. @param area - the field itself, to put the caret behind what came in */
export function useSlash(phrases: readonly Phrase[], text: string, change: (text: string) => void, area: () => HTMLTextAreaElement | null | undefined): Slashing {
  const [slash, setSlash] = useState<Slash | null>(null);
  const [at, setAt] = useState(0);
  const meant = slash ? phrasesMeant(phrases, slash.typed) : [];
  const put = (phrase: Phrase): void => {
    if (!slash) return;
    const next = inserted(text, slash, phrase.text);
    change(next.text);
    setSlash(null);
    requestAnimationFrame(() => area()?.setSelectionRange(next.caret, next.caret));
  };
  const hear = (event: KeyboardEvent): void => {
    if (!slash || isComposition({ isComposing: event.nativeEvent.isComposing, keyCode: event.keyCode })) return;
    const chosen = meant[at];
    const steps: Record<string, (() => void) | undefined> = {
      ArrowDown: () => setAt((at + 1) % Math.max(1, meant.length)), ArrowUp: () => setAt((at + meant.length - 1) % Math.max(1, meant.length)), Escape: () => setSlash(null),
      ...(chosen && !event.ctrlKey && !event.metaKey ? { Enter: () => put(chosen), Tab: () => put(chosen) } : {}),
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    step();
  };
  return {
    hear, close: () => setSlash(null), look: (field) => { setSlash(slashAt(field.value, field.selectionStart)); setAt(0); },
    list: slash && <PhraseList phrases={meant} at={at} put={put} none={phrases.length === 0} />,
  };
}
