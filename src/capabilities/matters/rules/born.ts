import { decideReceive, type Decision, type MatterState, type Policy, type World } from '#engine';

/** A matter that the system opens by itself. */
export interface Born { readonly kind: string; readonly parent: MatterState | null; readonly about: string | null; readonly subject: string }

/** What is opened because of another matter: below it where its kind belongs there. */
export function below(policy: Policy, after: MatterState, kind: string): Born {
  const { parent, title } = policy.kinds[kind] ?? { parent: null, title: kind };
  return { kind, parent: parent === after.kind ? after : null, about: after.about, subject: `${title} ${after.number}` };
}

/** Decides the opening by the system, now. */
export function decideOpening(world: World, { kind, parent, about }: Born, id: string, number: string): Decision {
  return decideReceive(world, {
    id, kind, number, unit: parent?.unit ?? null, about, parent: parent ? { ...parent, parent: null, children: [] } : null,
    act: world.policy.kinds[kind]?.acts['open'] ? 'open' : 'receive', actor: { is: 'system' }, facts: {}, fields: {}, occurredAt: world.now,
  });
}
