import { nameOf } from '../../decide/naming.ts';
import { substituteOf } from '../../bearers/index.ts';
import type { Who } from '../../policy.ts';
import { because, lookedAt, scopeFor, type Because, type Explained } from './because.ts';
import { explainRole } from './role.ts';

/** Why these people owe it: whom the row of the duty names, who that is in this matter, and who stands in. Steps of approvals are explained by `explainApprover`. */
export function explainBearer(explained: Explained, key: string): Because | null {
  const { world, kind, matter } = explained;
  const ob = matter.obligations.find((each) => each.key === key);
  const duty = ob && world.policy.duties[ob.duty];
  const row = ob && duty?.rows[ob.row];
  if (!ob || !duty || !row) return null;
  const startedBy = matter.acts.find((each) => each.seq === ob.round) ?? null;
  const who = nameOf({ world, kind }, row.who);
  const role = roleOf(row.who, Object.keys(kind.roles));
  const held = role === null ? null : explainRole(explained, role);
  const standing = ob.bearers.flatMap((bearer) => (bearer.person && substituteOf(world, bearer.person, matter.id) ? [{ zh: '本人请假，由代理人办', en: 'On leave: the substitute does it' }] : []));
  const notes = [...(ob.bearers.length === 0 ? [{ zh: `“${who}”还没有定，定了就由他办`, en: `“${who}” is not known yet; it will be his` }] : []), ...(held ? [held.rule] : []), ...standing];
  return because({ clause: ob.clause, ours: row.source.ours ?? duty.source.ours, line: row.source.line }, { zh: `“${duty.title}”由${who}办`, en: `“${duty.title}” is for ${who}` },
    { looked: lookedAt([duty.when, row.when], scopeFor(explained, startedBy)), notes, by: held?.by ?? null, who: ob.bearers });
}

/** The role of the kind that a rule names; null where it names positions or units. */
function roleOf(who: Who, roles: readonly string[]): string | null {
  if (who.is !== 'name') return null;
  const found = who.of ?? who.name;
  return roles.includes(found) ? found : null;
}
