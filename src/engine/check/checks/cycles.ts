import { actName } from '../../conditions/index.ts';
import type { Policy, Source } from '../../policy.ts';
import { error, type Check } from '../finding.ts';
import { reactionRows } from '../rules.ts';

interface Edge { readonly from: string; readonly to: string; readonly source: Source; readonly where: string }

/** What the system does may start further reactions, but never itself again: else one act would never end. Conditions are not trusted to stop it. */
export const cycles: Check = function* (policy) {
  const edges = edgesOf(policy);
  for (const edge of edges) {
    const way = wayBack(edge, edges);
    if (way) yield error(edge.source, edge.where, `规则互相触发，永不停止：${[...way, way[0]].join(' → ')}`, `the reactions start each other without end: ${[...way, way[0]].join(' → ')}`);
  }
};

function edgesOf(policy: Policy): readonly Edge[] {
  return reactionRows(policy).flatMap(({ rule, row, where }) => {
    const from = rule.after.flatMap((act) => (act === '*' ? Object.keys(policy.kinds[rule.of]?.acts ?? {}).map((id) => `${rule.of}.${id}`) : [spell(rule.of, act)]));
    const to = row.then.flatMap((effect) => (effect.do === 'act' ? [spell(rule.of, effect.act)] : effect.do === 'open' ? [opening(policy, effect.kind)] : []));
    return from.flatMap((start) => to.map((end) => ({ from: start, to: end, source: row.source, where })));
  });
}

function opening(policy: Policy, kind: string): string {
  return policy.kinds[kind]?.acts.open ? `${kind}.open` : `${kind}.receive`;
}

/** The acts passed from an edge back to its beginning; null when there is no way back. Each cycle is told at the edge whose act comes first in it. */
function wayBack(edge: Edge, edges: readonly Edge[]): readonly string[] | null {
  const todo: (readonly string[])[] = [[edge.from, edge.to]];
  const passed = new Set<string>();
  for (let way = todo.shift(); way; way = todo.shift()) {
    const last = way.at(-1);
    if (last === edge.from) {
      const cycle = way.slice(0, -1);
      return [...cycle].sort()[0] === edge.from ? cycle : null;
    }
    if (last === undefined || passed.has(last)) continue;
    passed.add(last);
    for (const next of edges) if (next.from === last) todo.push([...way, next.to]);
  }
  return null;
}

function spell(kind: string, act: string): string {
  const full = actName(kind, act);
  return `${full.kind}.${full.act}`;
}
