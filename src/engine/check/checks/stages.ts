import type { Act, BaseAct, Kind } from '../../policy.ts';
import { error, type Check, type Finding } from '../finding.ts';
import { kindsOf } from '../rules.ts';

/** Acts after which nothing more is to come; out of order, no way on for a stage. */
const ENDING: readonly BaseAct[] = ['close', 'withdraw', 'merge', 'void'];

/** Every stage can be reached from the beginning, and every one but the last, and those a matter ends in, can be left. */
export const stages: Check = function* (policy) {
  for (const kind of kindsOf(policy)) yield* ofKind(kind);
};

function* ofKind(kind: Kind): Generator<Finding> {
  const where = `kinds.${kind.id}`;
  const acts = Object.values(kind.acts);
  const opening = acts.filter((act) => act.id === 'receive' || act.id === 'open');
  if (opening.length === 0) yield error(kind.source, `${where}.acts`, `“${kind.title}”无法开始：缺少 receive 或 open`, `“${kind.id}” cannot begin: it has neither receive nor open`);
  if (kind.every !== null && !kind.acts.open) yield error(kind.source, `${where}.every`, '由日历开立的事项须有 open 办理', 'what the calendar opens needs the act “open”');
  const reached = reachable(kind, acts);
  for (const stage of kind.stages) {
    if (!reached.has(stage)) yield error(kind.source, `${where}.stages`, `阶段“${stage}”无法到达`, `the stage “${stage}” cannot be reached`);
    else if (stage !== kind.stages.at(-1) && !acts.some((act) => leaves(act, stage) || ends(act, stage))) yield error(kind.source, `${where}.stages`, `阶段“${stage}”没有出路`, `there is no way out of the stage “${stage}”`);
  }
}

function reachable(kind: Kind, acts: readonly Act[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const todo = kind.stages.slice(0, 1);
  for (let stage = todo.pop(); stage !== undefined; stage = todo.pop()) {
    if (reached.has(stage)) continue;
    reached.add(stage);
    for (const act of acts) if (act.from === null || act.from.includes(stage)) todo.push(...leadsTo(act));
  }
  return reached;
}

/** An act of any stage (`from` left out) leads on as well, unless it gives the matter up or begins it. */
function leaves(act: Act, stage: string): boolean {
  const here = act.from === null ? !ENDING.includes(act.is) && act.id !== 'receive' && act.id !== 'open' : act.from.includes(stage);
  return here && leadsTo(act).some((to) => to !== stage);
}

function ends(act: Act, stage: string): boolean {
  return ENDING.includes(act.is) && leadsTo(act).includes(stage);
}

function leadsTo(act: Act): readonly string[] {
  if (act.to === null) return [];
  return typeof act.to === 'string' ? [act.to] : Object.values(act.to);
}
