import type { MatterState } from '../../matter.ts';
import type { World } from '../../decide/index.ts';
import { explainApprover } from './approver.ts';
import { explainBearer } from './bearer.ts';
import type { Because } from './because.ts';
import { explainClass } from './class.ts';
import { explainRole } from './role.ts';

export type { Because } from './because.ts';

/** What can be asked beside a time: a class (severity), a role (handler), a step of an approval, whoever owes something. */
export type Asked =
  | { readonly of: 'class' | 'role'; readonly name: string }
  | { readonly of: 'approver'; readonly approval: string; readonly step: number }
  | { readonly of: 'bearer'; readonly key: string };

/** 依据 of what is no time. @returns null when the matter has no such thing. */
export function explainBecause(world: World, matter: MatterState, asked: Asked): Because | null {
  const kind = world.policy.kinds[matter.kind];
  if (!kind) return null;
  const explained = { world, matter, kind };
  switch (asked.of) {
    case 'class': return explainClass(explained, asked.name);
    case 'role': return explainRole(explained, asked.name);
    case 'approver': return explainApprover(explained, asked.approval, asked.step);
    case 'bearer': return explainBearer(explained, asked.key);
  }
}
