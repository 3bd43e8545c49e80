import type { FileKind } from './kinds.ts';

const LONGEST = 200;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** What file systems refuse in names; the label may be saved under itself. */
const UNSAFE = /[<>:"|?*]/g;

/**
 * The name a file is shown and saved under: the last part of what was claimed, without anything invisible, at most 200
 * characters, and with an ending that says what the file is. Where the file lies is never made from it.
 */
export function labelOf(claimed: string, kind: FileKind): string {
  const last = claimed.split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(INVISIBLE, '').replace(UNSAFE, '_').trim().replace(/^\.+/, '');
  const [stem, ending] = apart(clean);
  const right = kind.endings.find((each) => each === ending.toLowerCase()) ?? kind.endings[0] ?? 'bin';
  return `${shortened(stem === '' ? 'file' : stem, LONGEST - right.length - 1)}.${right}`;
}

/** A short word after the last point is an ending, true or not; anything else belongs to the name. */
function apart(name: string): readonly [stem: string, ending: string] {
  const parts = /^(.*)\.([A-Za-z0-9]{1,10})$/s.exec(name);
  return parts ? [(parts[1] ?? '').trim(), parts[2] ?? ''] : [name, ''];
}

/** Cut between characters, never inside one. */
function shortened(text: string, most: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return short;
}
