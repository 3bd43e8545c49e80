/** How somebody likes his screen. `system`: light or dark as his machine is. `large`: letters of 16 px instead of 14. */
export interface Look { readonly theme: 'light' | 'dark' | 'system'; readonly size: 'standard' | 'large' }

const THEMES = ['light', 'dark', 'system'] as const;

/** Reads a kept choice; whatever does not fit, and nothing at all, is as the machine is, in standard size. */
export function lookFrom(kept: string | null): Look {
  let read: unknown = null;
  try {
    read = JSON.parse(kept ?? 'null');
  } catch {
    // Somebody else wrote there.
  }
  const said: Readonly<Record<string, unknown>> = typeof read === 'object' && read !== null ? { ...read } : {};
  return { theme: THEMES.find((theme) => theme === said['theme']) ?? 'system', size: said['size'] === 'large' ? 'large' : 'standard' };
}
