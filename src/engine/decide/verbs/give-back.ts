import { bearsIn, sameBearer } from '../../bearers/index.ts';
import type { ActFields, ActRecord, Actor, Bearer, MatterState } from '../../matter.ts';
import type { Act, Kind } from '../../policy.ts';
import { addToEvent, putIntoEvent, stageAfter, type Draft } from '../draft.ts';
import type { World } from '../types.ts';

/** A forwarding that its receiver still holds: the act, the role it bound, and to whom it goes back. */
export interface Returnable { readonly entry: ActRecord; readonly role: string; readonly to: Bearer }

/** The last act that handed the matter to whoever holds it now; null when nothing was handed over. */
export function returnable(kind: Kind, matter: MatterState): Returnable | null {
  const roles = Object.values(kind.roles).filter((role) => role.from === 'to');
  for (const entry of matter.acts.toReversed()) {
    const role = roles.find((each) => each.setBy === entry.act);
    const now = role && matter.roles[role.id];
    if (!role || entry.returned || !entry.fields.to || !now || !sameBearer(now, entry.fields.to)) continue;
    const to = entry.actor === 'system' ? firstReceiver(kind, matter) : entry.actor;
    return to ? { entry, role: role.id, to } : null;
  }
  return null;
}

/** What the system forwarded goes back to whoever took it. */
function firstReceiver(kind: Kind, matter: MatterState): Bearer | undefined {
  const role = Object.values(kind.roles).find((each) => each.setBy === 'receive');
  const taken = matter.acts.find((each) => each.act === 'receive')?.actor;
  return (role && matter.roles[role.id]) ?? (taken === 'system' ? undefined : taken);
}

/** A return says what goes back and to whom: duties that follow are laid on him. */
export function goingBack(act: Act, kind: Kind, matter: MatterState): ActFields {
  const found = act.is === 'return' && act.daily ? returnable(kind, matter) : null;
  return found ? { returns: found.entry.act, to: found.to } : {};
}

export function mayGiveBack(world: World, kind: Kind, matter: MatterState, actor: Actor): boolean {
  const found = returnable(kind, matter);
  return found !== null && bearsIn(world, actor, [matter.roles[found.role] ?? {}], matter.id);
}

/** The role goes back to whoever had it before, the stage to where it was forwarded from; what that forwarding began is no longer owed. */
export function giveBack(draft: Draft, { entry, role, to }: Returnable, at: ActRecord): void {
  const before = draft.matter.acts.findLast((each) => each.seq < entry.seq && each.act === entry.act && !each.returned)?.fields.to;
  const { [role]: _gone, ...others } = draft.matter.roles;
  const from = draft.matter.stage;
  const stage = stageBefore(draft, entry);
  draft.matter = {
    ...draft.matter, stage, roles: before ? { ...others, [role]: before } : others,
    acts: draft.matter.acts.map((each) => (each.seq === entry.seq ? { ...each, returned: true } : each)),
  };
  addToEvent(draft, 'returned', [{ act: entry.act, seq: entry.seq, to }]);
  if (stage !== from) putIntoEvent(draft, at.seq, 'stage', { from, to: stage });
  draft.notices.push({ to: [to], template: 'returned', rule: 'return', clause: [], obligation: null, seq: at.seq });
}

function stageBefore({ kind, matter }: Draft, entry: ActRecord): string {
  return matter.acts.filter((each) => each.seq < entry.seq && !each.returned)
    .reduce((stage, each) => { const act = kind.acts[each.act]; return act ? stageAfter(act, each.fields.outcome, stage) : stage; }, kind.stages[0] ?? matter.stage);
}
