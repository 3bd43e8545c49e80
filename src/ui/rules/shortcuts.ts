import { isComposition, type KeyPress } from './keys.ts';

/** A shortcut as pages name it: `F2`, `F9`, `Escape`, `Ctrl+Enter`, `Ctrl+K`, `Ctrl+ArrowDown`, `Alt+3`. */
export type Shortcut = string;

/** Which part of the screen a shortcut belongs to; what lies on top hears it first. */
export type Layer = 'frame' | 'page' | 'panel';
const TOP: Readonly<Record<Layer, number>> = { frame: 0, page: 1, panel: 2 };

/**
 * The shortcut a key means, or null: for a letter, for a key an input method is at work on, for one with Shift.
 * Read by `code`, the place of the key: `Digit1` and `Numpad1` are the same digit, and with an input method on `key` is only “Process”.
 */
export function shortcutOf(press: KeyPress & { readonly shiftKey: boolean }): Shortcut | null {
  if (isComposition(press) || press.shiftKey) return null;
  const name = nameOf(press);
  if (press.altKey) return !press.ctrlKey && !press.metaKey && /^\d$/u.test(name) ? `Alt+${name}` : null;
  if (press.ctrlKey || press.metaKey) return name === '' ? null : `Ctrl+${name}`;
  return /^F\d{1,2}$/u.test(name) || name === 'Escape' ? name : null;
}

function nameOf({ code, key }: KeyPress): string {
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(code)?.[1];
  if (digit !== undefined) return digit;
  if (code === 'NumpadEnter') return 'Enter';
  const letter = /^Key([A-Z])$/u.exec(code)?.[1];
  // Keyboards that a program plays have sometimes a key and no code.
  return letter ?? (code === '' ? key : code);
}

/** One who listens for a shortcut. */
export interface Listening { readonly key: Shortcut; readonly layer: Layer }

/** Who hears it: of the uppermost layer the one that came last; nobody is null. */
export function hearerOf<L extends Listening>(listening: readonly L[], pressed: Shortcut): L | null {
  let hearer: L | null = null;
  for (const each of listening) {
    if (each.key === pressed && (hearer === null || TOP[each.layer] >= TOP[hearer.layer])) hearer = each;
  }
  return hearer;
}
