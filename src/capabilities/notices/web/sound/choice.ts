import { cell } from './cell.ts';

export type Volume = 'low' | 'normal';
/** Whether this machine sounds, and how loud. */
export interface SoundChoice { readonly on: boolean; readonly volume: Volume }

const STORED = 'aftercare.sound';

/** The choice as it was kept; on and normal where nothing readable was. */
export function choiceFrom(text: string | null): SoundChoice {
  const said = read(text);
  return { on: said.on !== false, volume: said.volume === 'low' ? 'low' : 'normal' };
}

function read(text: string | null): { readonly on?: unknown; readonly volume?: unknown } {
  try {
    const said: unknown = JSON.parse(text ?? '');
    return typeof said === 'object' && said !== null ? said : {};
  } catch {
    return {};
  }
}

const kept = typeof localStorage === 'undefined' ? null : localStorage;
/** The same in all tabs: the loudspeakers are the machine's. */
export const choice = cell<SoundChoice>(choiceFrom(kept?.getItem(STORED) ?? null));

/** Changes it, here and in the other tabs, and keeps it. */
export function choose(change: Partial<SoundChoice>): void {
  const next = { ...choice.read(), ...change };
  kept?.setItem(STORED, JSON.stringify(next));
  choice.set(next);
}

globalThis.addEventListener?.('storage', (event) => {
  if (event.key === STORED) choice.set(choiceFrom(event.newValue));
});
