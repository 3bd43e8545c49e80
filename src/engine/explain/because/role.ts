import { evaluate, own } from '../../conditions/index.ts';
import { sameBearer } from '../../bearers/index.ts';
import type { Effect, Reaction, ReactionRow, Source, Who } from '../../policy.ts';
import { slotsOf } from '../../bearers/index.ts';
import { titleOfAct } from '../titles.ts';
import { because, lookedAt, scopeFor, type Because, type Explained } from './because.ts';

interface Route { readonly reaction: Reaction; readonly row: ReactionRow }

/** Why somebody holds a role of a matter (handler, first receiver): by which act, and where the system chose, by which route of the policy. */
export function explainRole(explained: Explained, name: string): Because | null {
  const { kind, matter } = explained;
  const role = own(kind.roles, name);
  const held = own(matter.roles, name);
  if (!role || !held) return null;
  const entry = matter.acts.findLast((each) => each.act === role.setBy && !each.returned) ?? null;
  const route = entry === null || entry.actor === 'system' ? routeTo(explained, name) : null;
  if (route) {
    const source = first(route.row.source, route.reaction.source);
    return because(source, { zh: `制度的路由把它交给“${role.title}”`, en: `A route of the policy gives it to “${role.title}”` }, { looked: lookedAt([route.reaction.when, route.row.when], scopeFor(explained, entry)), who: [held] });
  }
  const act = titleOfAct(kind, role.setBy);
  const rule = role.from === 'actor' ? { zh: `谁办“${act}”，谁就是“${role.title}”`, en: `Whoever does “${act}” is the “${role.title}”` } : { zh: `“${act}”交给谁，谁就是“${role.title}”`, en: `Whoever gets it by “${act}” is the “${role.title}”` };
  return because(role.source, rule, { by: entry, who: [held] });
}

/** The reaction that passes a matter on by itself, or lays the role on somebody. */
function routeTo(explained: Explained, role: string): Route | null {
  const { world, kind, matter } = explained;
  const { setBy } = kind.roles[role] ?? { setBy: '' };
  const held = matter.roles[role] ?? {};
  const bound = (who: Who): boolean => slotsOf(who, { policy: world.policy, directory: world.directory, matter, it: null }).some((slot) => slot.bearers.some((bearer) => sameBearer(bearer, held)));
  const leads = (effect: Effect): boolean => (effect.do === 'act' && effect.act === setBy && effect.to !== null && bound(effect.to)) || (effect.do === 'assign' && effect.role === role && bound(effect.who));
  for (const reaction of Object.values(world.policy.reactions).filter((each) => each.of === kind.id)) {
    const rows = reaction.rows.filter((row) => row.then.some(leads));
    const row = rows.find((each) => each.when === null || evaluate(each.when.tree, scopeFor(explained)) === true) ?? rows[0];
    if (row) return { reaction, row };
  }
  return null;
}

/** The nearer source where it says anything. */
function first(near: Source, far: Source): Source {
  return near.clause.length > 0 || near.ours !== null ? near : far;
}
