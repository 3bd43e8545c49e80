import { describe, expect, it } from 'vitest';
import type { Kind, Policy } from '../../src/engine/index.ts';
import { readPolicies } from '../../src/engine/reading/index.ts';
import { workedExample } from './small-policy.ts';
import { shippedPolicies } from './shipped.ts';

const policies: readonly (readonly [string, Policy])[] = [...shippedPolicies().map((each) => each.rules), workedExample]
  .flatMap((text) => readPolicies({ file: 'policy.yaml', text }).flatMap(({ policy }) => (policy ? [[policy.id, policy] as const] : [])));
const kinds = policies.flatMap(([, policy], index) => Object.values(policy.kinds).map((kind) => [`${policy.id} ${kind.id} (${index})`, kind] as const));

function targets(to: Kind['acts'][string]['to']): readonly string[] {
  return to === null ? [] : typeof to === 'string' ? [to] : Object.values(to);
}

/** The stages that can be reached, act by act, from the opening. */
function reached(kind: Kind): ReadonlySet<string> {
  const opening = Object.values(kind.acts).filter((act) => act.is === 'receive' || act.is === 'open');
  const stages = new Set(opening.flatMap((act) => (act.to === null ? kind.stages.slice(0, 1) : targets(act.to))));
  for (let before = -1; before < stages.size;) {
    before = stages.size;
    for (const act of Object.values(kind.acts)) if (act.is !== 'receive' && act.is !== 'open' && (act.from ?? [...stages]).some((stage) => stages.has(stage))) targets(act.to).forEach((stage) => stages.add(stage));
  }
  return stages;
}

describe('the lifecycles of the shipped policies and the worked example', () => {
  it('are those of all seven extracts and every shipped folder', () => expect(policies.length).toBe(7 + shippedPolicies().length));

  it.each(kinds)('%s reaches every stage it names', (_, kind) => expect([...reached(kind)].sort()).toEqual([...kind.stages].sort()));

  it.each(kinds)('%s names no stage it does not have', (_, kind) => {
    const named = Object.values(kind.acts).flatMap((act) => [...(act.from ?? []), ...targets(act.to)]);
    expect(named.filter((stage) => !kind.stages.includes(stage))).toEqual([]);
  });

  it.each(kinds)('%s leads by every outcome that has a stage only where the act has that outcome', (_, kind) => {
    const loose = Object.values(kind.acts).flatMap((act) => (act.to !== null && typeof act.to === 'object' ? Object.keys(act.to).filter((outcome) => !act.outcomes.includes(outcome)) : []));
    expect(loose).toEqual([]);
  });
});
