import { hearerOf, shortcutOf, type Listening } from '../rules/index.ts';

/** The one listener for shortcuts of a page, and the numbers shown while Alt is held. */
interface Hearer extends Listening { readonly run: () => void }

const TIPS_AFTER = 300;
const listening: Hearer[] = [];
const panels: HTMLElement[] = [];
let tips: ReturnType<typeof setTimeout> | undefined;
let begun = false;

/** Listens until the returned function is called. */
export function listenFor(hearer: Hearer): () => void {
  begin();
  listening.push(hearer);
  return () => void listening.splice(listening.indexOf(hearer), 1);
}

/** From now on Alt+1…9 means the numbered things in this panel (`data-keytip`), until the returned function is called. */
export function numbersIn(panel: HTMLElement): () => void {
  begin();
  panels.push(panel);
  return () => void panels.splice(panels.indexOf(panel), 1);
}

function begin(): void {
  if (begun) return;
  begun = true;
  // Firefox takes Alt for its menu before a page could show anything: there the numbers stand all the time.
  if (navigator.userAgent.includes('Firefox')) document.documentElement.dataset['keytips'] = 'always';
  addEventListener('keydown', hear);
  addEventListener('keyup', (event) => { if (event.key === 'Alt') hideTips(); });
  addEventListener('blur', hideTips);
}

function hear(event: KeyboardEvent): void {
  if (event.key === 'Alt' && !event.repeat && !event.ctrlKey) tips ??= setTimeout(showTips, TIPS_AFTER);
  if (event.defaultPrevented) return;
  const pressed = shortcutOf(event);
  if (pressed === null) return;
  const run = hearerOf(listening, pressed)?.run ?? numbered(pressed);
  if (!run) return;
  event.preventDefault();
  run();
}

/** The numbered thing of the uppermost panel: pressed where it can be pressed, else given the focus. */
function numbered(pressed: string): (() => void) | null {
  const digit = /^Alt\+(\d)$/u.exec(pressed)?.[1];
  if (digit === undefined) return null;
  const within = panels.at(-1) ?? document.body;
  const found = [...within.querySelectorAll<HTMLElement>(`[data-keytip="${digit}"]`)].find((each) => each.getClientRects().length > 0);
  if (!found) return null;
  const pressable = found.matches('button, a, [role="button"], [role="tab"], summary') ? found : null;
  return () => {
    if (pressable) return pressable.click();
    const inside = found.matches('input, textarea') ? found : found.querySelector<HTMLElement>('input, textarea, button, a, [tabindex="0"]');
    (inside ?? found).focus();
  };
}

function showTips(): void {
  const { dataset } = document.documentElement;
  if (dataset['keytips'] !== 'always') dataset['keytips'] = 'shown';
}

function hideTips(): void {
  clearTimeout(tips);
  tips = undefined;
  const { dataset } = document.documentElement;
  if (dataset['keytips'] === 'shown') delete dataset['keytips'];
}
