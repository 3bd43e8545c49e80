import { evaluate } from '../conditions/index.ts';
import { slotsOf } from '../bearers/index.ts';
import type { ActRecord, Bearer } from '../matter.ts';
import type { Effect, Reaction, ReactionRow, Who } from '../policy.ts';
import { addToEvent, record, type Draft } from './draft.ts';
import { scopeOf } from './scope.ts';
import type { NamedAct } from './obligations/index.ts';

/** The checker refuses cycles; this bounds what a policy that was never checked could do. */
const MOST_CONSEQUENCES = 50;

/**
 * Runs the reactions to an act, and to the acts they do themselves, until nothing more happens.
 * @returns all acts done in this decision, the first included.
 */
export function react(draft: Draft, first: NamedAct): readonly NamedAct[] {
  const done: NamedAct[] = [first];
  for (let index = 0; index < done.length && done.length < MOST_CONSEQUENCES; index++) {
    const cause = done[index];
    if (!cause) break;
    for (const reaction of Object.values(draft.world.policy.reactions)) {
      if (reaction.of !== draft.kind.id || !(reaction.after.includes(cause.name) || (reaction.after.includes('*') && !cause.name.includes('.')))) continue;
      const row = rowOf(draft, reaction, cause.entry);
      for (const effect of row?.then ?? []) done.push(...apply(draft, reaction, row, effect, cause.entry));
    }
  }
  return done;
}

function rowOf(draft: Draft, reaction: Reaction, entry: ActRecord): ReactionRow | undefined {
  const scope = scopeOf(draft.world, draft.kind, draft.matter, entry);
  if (reaction.when && evaluate(reaction.when.tree, scope) !== true) return undefined;
  return reaction.rows.find((row) => row.when === null || evaluate(row.when.tree, scope) === true);
}

function apply(draft: Draft, reaction: Reaction, row: ReactionRow | undefined, effect: Effect, entry: ActRecord): readonly NamedAct[] {
  const clause = row?.source.clause.length ? row.source.clause : reaction.source.clause;
  switch (effect.do) {
    case 'tell':
      for (const bearers of bearersOf(draft, effect.who, entry)) draft.notices.push({ to: bearers, template: 'told', rule: reaction.id, clause, obligation: null, seq: draft.matter.seq });
      return [];
    case 'assign': return assign(draft, effect.role, effect.who, entry, clause);
    case 'act': return doAct(draft, effect, entry, reaction.id, clause);
    case 'open': draft.effects.push({ do: 'open', kind: effect.kind, once: effect.once, rule: reaction.id }); return [];
    case 'other': draft.effects.push({ do: 'other', name: effect.name, with: effect.with, rule: reaction.id }); return [];
  }
}

function bearersOf(draft: Draft, who: Who, entry: ActRecord): readonly (readonly Bearer[])[] {
  return slotsOf(who, { policy: draft.world.policy, directory: draft.world.directory, matter: draft.matter, it: entry }).map((slot) => slot.bearers);
}

function assign(draft: Draft, role: string, who: Who, entry: ActRecord, clause: readonly string[]): readonly NamedAct[] {
  const bearer = bearersOf(draft, who, entry)[0]?.[0];
  if (!bearer) return [];
  draft.matter = { ...draft.matter, roles: { ...draft.matter.roles, [role]: bearer } };
  addToEvent(draft, 'assigned', [{ role, to: bearer, clause }]);
  return [];
}

/**
 * The system does an act itself: no guard asks it, but the event says which clause made it act. Its stage is asked all the same:
 * a late reaction never takes a closed matter back; the event then says what was left undone.
 */
function doAct(draft: Draft, effect: Extract<Effect, { do: 'act' }>, entry: ActRecord, rule: string, clause: readonly string[]): readonly NamedAct[] {
  const act = draft.kind.acts[effect.act];
  if (!act) return [];
  if (act.from && !act.from.includes(draft.matter.stage) && !draft.world.history) {
    addToEvent(draft, 'undone', [{ act: act.id, rule, stage: draft.matter.stage }]);
    return [];
  }
  const to = effect.to ? bearersOf(draft, effect.to, entry)[0]?.[0] : undefined;
  const done = record(draft, act, { actor: 'system', at: entry.at, recordedAt: entry.recordedAt, fields: to ? { to } : {}, facts: {} }, { is: 'system' }, { rule, because: clause });
  return [{ name: act.id, entry: done }];
}
