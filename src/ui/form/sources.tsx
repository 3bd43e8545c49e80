import { createContext, use } from 'react';

/** Something to choose: what is sent, and what is read. */
export interface Choice { readonly id: string; readonly title: string }
export interface Named { readonly id: string; readonly name: string }

/** Where a form finds people, units, positions, and where it puts files. The form knows none of these places itself. */
export interface Sources {
  readonly units: () => Promise<readonly Choice[]>;
  readonly positions: () => Promise<readonly Choice[]>;
  /** At most `limit` of them, the source's own number where it is left out. */
  readonly people: (search: string, limit?: number) => Promise<readonly Choice[]>;
  readonly upload: (file: File) => Promise<Named>;
}

const SourcesContext = createContext<Sources | null>(null);
export const SourcesProvider = SourcesContext.Provider;

/** The sources given by the page above. */
export function useSources(): Sources {
  const sources = use(SourcesContext);
  if (!sources) throw new Error('a form with people, units or files needs a SourcesProvider above it');
  return sources;
}
