/** How far a backup or a restoration is. `of` is null where nobody knows how much there is. */
export interface Progress {
  readonly step: 'checking' | 'rows' | 'files' | 'verifying';
  /** The table, the company, or ''. */
  readonly what: string;
  readonly done: number;
  readonly of: number | null;
}

export type OnProgress = (progress: Progress) => void;
