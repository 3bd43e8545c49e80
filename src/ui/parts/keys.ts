import type { KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useNewest } from '../client/submission.ts';
import { useShortcut } from '../keys/index.ts';
import { confirms, isComposition } from '../rules/index.ts';

/** Ctrl+Enter inside a form or panel; deaf while a Chinese input method composes. Put the answer on the element's `onKeyDown`. */
export function useConfirm(confirm: () => void): (event: ReactKeyboardEvent) => void {
  const newest = useNewest(confirm);
  return (event) => {
    if (!confirms({ ...pressOf(event), isComposing: event.nativeEvent.isComposing })) return;
    event.preventDefault();
    event.stopPropagation();
    newest.current();
  };
}

/** Enter in a one-line field; deaf while composing. */
export function useEnter(enter: () => void): (event: ReactKeyboardEvent) => void {
  const newest = useNewest(enter);
  return (event) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isComposition({ isComposing: event.nativeEvent.isComposing, keyCode: event.keyCode })) return;
    event.preventDefault();
    newest.current();
  };
}

/** A function key (`F2`, `F8`, `F9`) anywhere on the page. */
export function useFunctionKey(code: string, pressed: () => void, active = true): void {
  useShortcut(code, pressed, { active });
}

function pressOf(event: ReactKeyboardEvent): { key: string; code: string; keyCode: number; ctrlKey: boolean; metaKey: boolean; altKey: boolean } {
  return { key: event.key, code: event.code, keyCode: event.keyCode, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey };
}
