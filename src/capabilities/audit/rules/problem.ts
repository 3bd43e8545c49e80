import type { Text } from '#engine/text.ts';

/**
 * What can be wrong. History: `changed` `missing` `words` `loose-words`. Against the checkpoints: `cut` `removed` `rewritten` `checkpoint` `counter`.
 * Rows beside the history: `row` `without-matter` `without-events`; `projection` is a list that no longer says what the matter says. `more`: the list was cut short.
 */
export type ProblemKind =
  | 'changed' | 'missing' | 'words' | 'loose-words' | 'cut' | 'removed' | 'rewritten' | 'checkpoint' | 'counter'
  | 'row' | 'without-matter' | 'without-events' | 'projection' | 'more';

/** Where something is wrong. */
export interface Place {
  readonly stream?: string;
  /** The matter's number, where the stream is a matter's. */
  readonly number?: string | null;
  readonly seq?: number;
}

export interface Problem {
  /** The company's short name. */
  readonly tenant: string;
  readonly stream: string | null;
  readonly number: string | null;
  readonly seq: number | null;
  readonly kind: ProblemKind;
  /** A warning: history is sound, but a list made from it is not; making the list anew mends it. */
  readonly level: 'fault' | 'warning';
  /** What is wrong, and where. */
  readonly message: Text;
}

/** Collects problems; so many that nobody reads them all are counted only. */
export interface Findings {
  add(kind: ProblemKind, place: Place, what: Text): void;
  all(): readonly Problem[];
}

export const PROBLEMS_AT_MOST = 1_000;

/** The problems of one company. */
export function findings(tenant: string): Findings {
  const found: Problem[] = [];
  let more = 0;
  const problemOf = (kind: ProblemKind, { stream, number, seq }: Place, what: Text): Problem => {
    const where = placeText({ stream: stream ?? null, number: number ?? null, seq: seq ?? null });
    return {
      tenant, stream: stream ?? null, number: number ?? null, seq: seq ?? null, kind, level: kind === 'projection' ? 'warning' : 'fault',
      message: { zh: `${where.zh}${where.zh && '：'}${what.zh}`, en: `${where.en}${where.en && ': '}${what.en}` },
    };
  };
  return {
    add(kind, place, what) {
      if (found.length < PROBLEMS_AT_MOST) found.push(problemOf(kind, place, what));
      else more++;
    },
    all: () => (more === 0 ? found : [...found, problemOf('more', {}, { zh: `另有 ${more} 处没有列出`, en: `${more} more are not listed` })]),
  };
}

function placeText({ stream, number, seq }: { stream: string | null; number: string | null; seq: number | null }): Text {
  const zh = [number !== null ? `事项 ${number}` : stream !== null ? `档案 ${stream}` : '', seq !== null ? `第 ${seq} 条` : ''].filter(Boolean).join(' ');
  const en = [number !== null ? `matter ${number}` : stream !== null ? `stream ${stream}` : '', seq !== null ? `event ${seq}` : ''].filter(Boolean).join(' ');
  return { zh, en };
}
