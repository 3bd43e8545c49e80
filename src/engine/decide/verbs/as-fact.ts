import type { ActRecord, Actor } from '../../matter.ts';
import type { Act, Guard } from '../../policy.ts';
import { overseersOf } from '../daily/index.ts';
import { decided } from '../decided.ts';
import { draftOf, say, split } from '../draft.ts';
import type { Attempt } from '../attempt.ts';
import { refusalsOf } from '../guards.ts';
import { rederive } from '../obligations/index.ts';
import type { Decided, Refusal } from '../types.ts';

/** The kinds of reason that speak of a rule, not of the moment of recording. */
const OF_RULES: readonly Refusal['kind'][] = ['guard', 'approval', 'may', 'stage'];

/**
 * 如实记录: an act that a rule forbids and that was done all the same is written down as a fact. It is not the act: it meets
 * nothing, starts nothing, changes no fact of the matter. Everybody who oversees is told, and the matter carries a mark.
 */
export function recordAsFact(attempt: Attempt): Decided {
  const { world, kind, act, actor, proposed } = attempt;
  const draft = draftOf(world, kind, { ...attempt.matter, facts: factsBefore(attempt), undo: null });
  const done = kind.acts[proposed.fields.done ?? ''];
  const against = done ? refusalsAgainst(attempt, done) : [];
  const clause = [...new Set(against.flatMap((each) => each.clause))];
  const { words, body } = split(kind, proposed);
  const seq = say(draft, {
    type: 'recorded-against-rule', act: act.id, actor, occurredAt: proposed.fields.doneAt ?? proposed.at, words,
    body: { ...body, done: done?.id ?? '', against: against.map(({ clause: cited, rule, kind: is, text }) => ({ clause: cited, rule, kind: is, text })), clause },
  });
  const { doneAt, done: what } = proposed.fields;
  const entry: ActRecord = { ...proposed, seq, facts: {}, fields: { ...(what === undefined ? {} : { done: what }), ...(doneAt === undefined ? {} : { doneAt }) } };
  draft.matter = { ...draft.matter, acts: [...draft.matter.acts, entry], version: draft.matter.version + 1, againstRule: [...(draft.matter.againstRule ?? []), seq] };
  draft.notices.push({ to: overseersOf(world.policy, unitOf(actor) ?? draft.matter.unit), template: 'recorded-against-rule', rule: done?.id ?? act.id, clause, obligation: null, seq });
  rederive(draft, [], proposed.at);
  return { ...decided(draft), against };
}

const unitOf = (actor: Actor): string | null => (actor.is === 'person' ? actor.unit : null);

/** An attempt lays what was given over the facts; what was said or paid against a rule becomes no fact of the matter. */
function factsBefore({ before }: Attempt): Attempt['matter']['facts'] {
  return before;
}

/** The reasons the act would have been refused for; where the moment hides them, the conditions it stands under. */
function refusalsAgainst(attempt: Attempt, done: Act): readonly Refusal[] {
  const { world, kind } = attempt;
  const tried: Attempt = { ...attempt, act: done, proposed: { ...attempt.proposed, act: done.id, at: world.now }, listing: false };
  const found = refusalsOf(tried).filter((each) => OF_RULES.includes(each.kind));
  if (found.length > 0) return found;
  const guards: readonly Guard[] = Object.values(world.policy.guards).filter((guard) => guard.of === kind.id && guard.acts.includes(done.id));
  return guards.map((guard) => ({
    clause: guard.source.clause.length ? guard.source.clause : guard.rows.flatMap((row) => row.source.clause), rule: guard.id, kind: 'guard', needs: [], who: [], say: null, conditional: true,
    text: { zh: `「${done.title}」有办理条件`, en: `“${done.title}” stands under a condition` },
  }));
}
