import { bearerOf, slotsOf } from '../../bearers/index.ts';
import type { ActRecord, Actor, MatterName, MatterState } from '../../matter.ts';
import { DAY, type Instant } from '../../instant.ts';
import { overseenDuty } from '../daily/index.ts';
import { decided } from '../decided.ts';
import { draftOf, record, type Draft } from '../draft.ts';
import { isAtEnd } from '../ended.ts';
import { rederive, type NamedAct } from '../obligations/index.ts';
import { react } from '../reactions.ts';
import type { Decision, Issue, World } from '../types.ts';
import { oversightsOf, withoutCarried, type Oversight } from './oversight.ts';
import { chased } from './pass-on.ts';
import { withoutUndo } from './undo.ts';

/** Who merges or takes apart, and when. */
interface By { readonly actor: Actor; readonly at: Instant }

/**
 * What merging means for the matter that stays: the second call counts as a chasing of it, and a 督办 or a 批示 that waits for its answer
 * there is answered for here. Whether the duplicate may be merged is decided with the duplicate (`decideAct` with `merge`).
 * @param from - the duplicate as it was before it was merged
 */
export function decideMergedFrom(world: World, matter: MatterState, from: MatterState, by: By): Decision {
  const kind = world.policy.kinds[matter.kind];
  const act = kind?.acts['chase'];
  if (!kind || !act) return { refused: [], wrong: [noSuch] };
  const draft = draftOf(world, kind, withoutUndo(matter));
  const entry = record(draft, act, fieldsOf(world, by), by.actor, { merged: { id: from.id, number: from.number } });
  chased(draft, entry);
  const carried = oversightsOf(from, by.at).flatMap((each) => { const taken = carry(draft, each, from, by); return taken ? [{ ...taken, of: each.seq }] : []; });
  draft.matter = { ...draft.matter, merged: [...(draft.matter.merged ?? []), { id: from.id, number: from.number, seq: entry.seq, oversights: carried.map(({ of, entry: { seq } }) => ({ of, seq })) }] };
  rederive(draft, [{ name: act.id, entry }, ...carried].flatMap((each) => react(draft, each)), by.at);
  return decided(draft);
}

/**
 * A 督办 or a 批示 goes on under the name of whoever gave it. Its time stays; where that has passed there, an answer is owed here anew. Where nobody is
 * in charge here yet, who had to answer there still has to: nobody is relieved by a merging.
 */
function carry(draft: Draft, { act: name, by: overseer, answering: [answering], until }: Oversight, from: MatterState, by: By): NamedAct | null {
  const act = draft.kind.acts[name];
  if (!act) return null;
  // A 督办 without a time is answered soon; a 批示 without one asks for no answer.
  const passed = name === 'instruct' ? { until: by.at + DAY } : {};
  const done = { ...fieldsOf(draft.world, by), actor: overseer, fields: { ...(until === null ? passed : { until }), ...(answering && nobodyAnswers(draft) ? { to: answering } : {}) } };
  return { name: act.id, entry: record(draft, act, done, by.actor, { carried: { id: from.id, number: from.number, by: overseer.person } }) };
}

function nobodyAnswers({ world: { policy, directory }, kind, matter }: Draft): boolean {
  const rows = policy.duties[overseenDuty(kind.id)]?.rows ?? [];
  return rows.every(({ who }) => slotsOf(who, { policy, directory, matter, it: null }).every(({ bearers }) => bearers.length === 0));
}

/** The other way: the chasing counts no more, what came along is owed there again, and the link is gone. */
export function decideUnmergedFrom(world: World, matter: MatterState, from: MatterName, by: By): Decision {
  const kind = world.policy.kinds[matter.kind];
  const act = kind?.acts['unmerge'];
  const link = matter.merged?.find((each) => each.id === from.id);
  if (!kind || !act || !link) return { refused: [], wrong: [noSuch] };
  const draft = draftOf(world, kind, withoutUndo(matter));
  record(draft, act, fieldsOf(world, by), by.actor, { unmerged: { id: from.id, number: from.number } });
  const back = [link.seq, ...(link.oversights ?? []).map((each) => each.seq)];
  draft.matter = {
    ...withoutCarried(draft.matter, back), acts: draft.matter.acts.filter((each) => !back.includes(each.seq)), merged: (draft.matter.merged ?? []).filter((each) => each !== link),
    recalled: [...(draft.matter.recalled ?? []), ...back],
  };
  rederive(draft, [], by.at);
  return decided(draft);
}

const fieldsOf = (world: World, by: By): Omit<ActRecord, 'seq' | 'act'> => ({ actor: bearerOf(by.actor), at: by.at, recordedAt: world.now, fields: {}, facts: {} });
const noSuch: Issue = { path: 'into', message: { zh: '没有这样的事项', en: 'there is no such matter' } };

/** What keeps one matter from being merged into another; null when nothing does. */
export function whyNoMerge(world: World, matter: MatterState, into: MatterState | undefined): Issue | null {
  const wrong = (zh: string, en: string): Issue => ({ path: 'into', message: { zh, en } });
  if (!into) return wrong('没有找到这一件，请写它的编号', 'no such matter was found; give its number');
  if (into.id === matter.id) return wrong('不能合并到自己', 'a matter cannot be merged into itself');
  if (into.kind !== matter.kind) return wrong('只能合并到同一类事项', 'only matters of the same kind can be merged');
  if (into.ended === 'merged') return wrong(`${into.number} 自己已合并到别的事项，请合并到那一件`, `${into.number} was itself merged into another one; merge into that`);
  if (into.ended === 'void') return wrong(`${into.number} 已误登作废，不能合并到它`, `${into.number} was voided; nothing can be merged into it`);
  const kind = world.policy.kinds[into.kind];
  if (kind && isAtEnd(kind, into)) return wrong(`${into.number} 已经办完；客户再来电请重开它或另行登记`, `${into.number} has come to its end; reopen it or keep this one`);
  return null;
}
