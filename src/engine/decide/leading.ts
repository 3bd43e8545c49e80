import type { MatterState } from '../matter.ts';
import type { Act, Kind } from '../policy.ts';
import type { Need } from './types.ts';

/**
 * The missing step itself: the acts by which what a refusal lacks can be had, nearest first. An act is itself; a fact is told by
 * whatever asks it; a stage lies behind the acts that lead there, of which the first is named. What cannot be had by acting
 * (a position, a right, a reason) has none; approvals are asked for otherwise.
 */
export function stepsTowards(kind: Kind, matter: Pick<MatterState, 'stage'>, need: Need): readonly string[] {
  const acts = Object.values(kind.acts).filter((act) => act.is !== 'receive' && act.is !== 'open');
  if (need.is === 'act') return acts.filter((act) => act.id === need.act).map((act) => act.id);
  if (need.is === 'fact') return [...acts.filter((act) => act.asks.includes(need.fact)), ...acts.filter((act) => act.daily !== null && act.is === 'correct')].map((act) => act.id);
  if (need.is === 'stage') return firstSteps(acts, matter.stage, need.stages);
  return [];
}

/** The acts that begin a shortest way from one stage to any of the wanted ones. */
function firstSteps(acts: readonly Act[], from: string, wanted: readonly string[]): readonly string[] {
  let ways: readonly { readonly first: string; readonly at: string }[] = stepsFrom(acts, from).map(({ act, to }) => ({ first: act, at: to }));
  const seen = new Set([from]);
  while (ways.length > 0) {
    const there = ways.filter((way) => wanted.includes(way.at));
    if (there.length > 0) return [...new Set(there.map((way) => way.first))];
    const fresh = ways.filter((way) => !seen.has(way.at));
    for (const way of fresh) seen.add(way.at);
    ways = fresh.flatMap((way) => stepsFrom(acts, way.at).map(({ to }) => ({ first: way.first, at: to })));
  }
  return [];
}

function stepsFrom(acts: readonly Act[], stage: string): readonly { readonly act: string; readonly to: string }[] {
  return acts.filter((act) => act.daily === null && (act.from === null || act.from.includes(stage)))
    .flatMap((act) => (act.to === null ? [] : typeof act.to === 'string' ? [act.to] : Object.values(act.to)).filter((to) => to !== stage).map((to) => ({ act: act.id, to })));
}
