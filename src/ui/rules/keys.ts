/** The part of a keyboard event that a decision about keys needs. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
}

/**
 * Whether a Chinese input method is at work on this key. Some send the confirming Enter after the composition has ended, with
 * `keyCode` 229 and `isComposing` false: both signs count.
 */
export function isComposition(press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === 229;
}

/** Ctrl+Enter (⌘+Enter on a Mac), main block or numeric pad, outside a composition. */
export function confirms(press: KeyPress): boolean {
  if (isComposition(press) || press.altKey) return false;
  return (press.ctrlKey || press.metaKey) && (press.code === 'Enter' || press.code === 'NumpadEnter' || press.key === 'Enter');
}

/** A function key alone, outside a composition. Read by `code`, for an input method may swallow `key`. */
export function isPlainKey(press: KeyPress, code: string): boolean {
  return !isComposition(press) && !press.ctrlKey && !press.metaKey && !press.altKey && (press.code === code || press.key === code);
}
