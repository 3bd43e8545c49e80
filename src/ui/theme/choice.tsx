import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { COLOURS, lookFrom, type Look, type Shade } from '../rules/index.ts';

const STORED = 'aftercare.look';
const night = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');

interface Chosen extends Look {
  /** What is painted now, once the system was asked. */
  readonly shade: Shade;
  readonly choose: (change: Partial<Look>) => void;
  /** Whose choice it is from now on, on this machine: several people share one. */
  readonly ownedBy: (person: string) => void;
}
const LookContext = createContext<Chosen | null>(null);

/** Light or dark and the size of letters: each person's choice, kept on this machine; before sign-in the last one's. */
export function LookProvider({ children }: { children: ReactNode }): ReactElement {
  const [person, ownedBy] = useState('');
  const [look, setLook] = useState<Look>(() => lookFrom(localStorage.getItem(STORED)));
  useEffect(() => {
    if (person !== '') setLook(lookFrom(localStorage.getItem(`${STORED}.${person}`) ?? localStorage.getItem(STORED)));
  }, [person]);
  const dark = useSyncExternalStore(watchNight, () => night?.matches ?? false);
  const shade: Shade = look.theme === 'system' ? (dark ? 'dark' : 'light') : look.theme;
  paint(shade, look.size);
  const choose = useCallback((change: Partial<Look>) => {
    const next = { ...look, ...change };
    const text = JSON.stringify(next);
    localStorage.setItem(STORED, text);
    if (person !== '') localStorage.setItem(`${STORED}.${person}`, text);
    setLook(next);
  }, [look, person]);
  const chosen = useMemo(() => ({ ...look, shade, choose, ownedBy }), [look, shade, choose]);
  return <LookContext value={chosen}>{children}</LookContext>;
}

/** The look of the screen and how to change it. */
export function useLook(): Chosen {
  const look = use(LookContext);
  if (!look) throw new Error('useLook needs a LookProvider above it');
  return look;
}

function watchNight(listener: () => void): () => void {
  night?.addEventListener('change', listener);
  return () => night?.removeEventListener('change', listener);
}

let painted = '';
/** Writes the colours where the style sheets look for them; idempotent, and before the first paint. */
function paint(shade: Shade, size: Look['size']): void {
  if (painted === `${shade} ${size}`) return;
  painted = `${shade} ${size}`;
  const page = document.documentElement;
  for (const [name, colour] of Object.entries(COLOURS[shade])) page.style.setProperty(`--${name}`, colour);
  page.style.colorScheme = shade;
  page.dataset['shade'] = shade;
  page.dataset['size'] = size;
}
