/** What follows the sign that opens the phrases: where it stands, and what was typed after it. */
export interface Slash { readonly from: number; readonly typed: string }

const LONGEST = 12;
/** With a Chinese input method on, the key of `/` gives `、`: it counts once letters follow it. */
const OPENED = /(^|[\s，。；：！？,.;:!?（）()])(?:\/([^\s/、，。；：！？,.;:!?]*)|、([a-z0-9]+))$/iu;

/** The phrase that is being looked for at the caret, or null. @param caret - how many characters stand before it */
export function slashAt(text: string, caret: number): Slash | null {
  const before = text.slice(0, caret);
  const found = OPENED.exec(before.slice(-LONGEST - 2));
  if (!found) return null;
  const typed = found[2] ?? found[3] ?? '';
  return typed.length > LONGEST ? null : { from: caret - typed.length - 1, typed };
}

interface Findable { readonly title: string; readonly text: string; readonly initials: string }

/** The phrases that are meant: by the beginning of their initials first, then by letters or words anywhere. */
export function phrasesMeant<P extends Findable>(phrases: readonly P[], typed: string, most = 8): readonly P[] {
  const sought = typed.toLowerCase();
  const first = phrases.filter((one) => one.initials.startsWith(sought) || one.title.toLowerCase().startsWith(sought));
  const then = phrases.filter((one) => !first.includes(one) && (one.initials.includes(sought) || one.title.toLowerCase().includes(sought) || (sought.length > 1 && one.text.includes(typed))));
  return [...first, ...then].slice(0, most);
}

/** The text with a phrase in place of what opened it, and where the caret stands then. */
export function inserted(text: string, slash: Slash, phrase: string): { readonly text: string; readonly caret: number } {
  const end = slash.from + 1 + slash.typed.length;
  return { text: text.slice(0, slash.from) + phrase + text.slice(end), caret: slash.from + phrase.length };
}
