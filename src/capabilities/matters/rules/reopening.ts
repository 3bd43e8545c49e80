import type { Act, BaseAct, Kind, MatterState } from '#engine';

/** The acts of some kinds that are a certain act of ours, each with its kind. */
export function actsThat(kinds: readonly Kind[], is: BaseAct): readonly (readonly [string, string])[] {
  return kinds.flatMap((kind) => Object.values(kind.acts).filter((act) => act.is === is).map((act) => [kind.id, act.id] as const));
}

/** By what a matter is opened anew: an act that says so, or an outcome (else null) that led back to an earlier stage. */
export function reopenings(kinds: readonly Kind[]): readonly { readonly kind: string; readonly act: string; readonly outcome: string | null }[] {
  const acts = actsThat(kinds, 'reopen').map(([kind, act]) => ({ kind, act, outcome: null }));
  return [...acts, ...kinds.flatMap((kind) => Object.values(kind.acts).flatMap((act) => outcomesBack(kind, act).map((outcome) => ({ kind: kind.id, act: act.id, outcome }))))];
}

/** When each stage was reached, and since when the matter is open for another time. */
export interface Reached { readonly at: ReadonlyMap<string, number>; /** `round` = 2 the first time it was opened anew. */ readonly reopened: { readonly round: number; readonly at: number } | null }

/**
 * When each stage was first reached in the present round: what was opened anew, or given back, has its later stages still before it, and
 * they get their times when they are reached again.
 */
export function stagesReached(kind: Kind, { acts, stage: present }: Pick<MatterState, 'acts' | 'stage'>): Reached {
  const at = new Map<string, number>();
  const anew = reopenings([kind]);
  let reopened = null as Reached['reopened'];
  for (const entry of acts) {
    const stage = stageAfter(kind.acts[entry.act], entry.fields.outcome);
    if (anew.some((each) => each.act === entry.act && (each.outcome === null || each.outcome === entry.fields.outcome))) reopened = { round: (reopened?.round ?? 1) + 1, at: entry.at };
    if (stage === undefined) continue;
    const later = kind.stages.slice(kind.stages.indexOf(stage) + 1);
    const back = later.some((each) => at.has(each));
    for (const each of later) at.delete(each);
    if (back || !at.has(stage)) at.set(stage, entry.at);
  }
  for (const each of kind.stages.slice(kind.stages.indexOf(present) + 1)) at.delete(each);
  return { at, reopened };
}

function stageAfter(act: Act | undefined, outcome: string | undefined): string | undefined {
  if (!act?.to) return undefined;
  return typeof act.to === 'string' ? act.to : act.to[outcome ?? ''];
}

function outcomesBack(kind: Kind, act: Act): readonly string[] {
  const { from, to } = act;
  if (!from || to === null || typeof to === 'string') return [];
  const earliest = Math.min(...from.map((stage) => kind.stages.indexOf(stage)));
  return Object.entries(to).filter(([, stage]) => kind.stages.indexOf(stage) < earliest).map(([outcome]) => outcome);
}
