import type { ActRecord, MatterState } from '../matter.ts';
import type { Act, Kind } from '../policy.ts';
import { bearerOf } from '../bearers/index.ts';
import { own } from '../conditions/index.ts';
import { approvalsFor } from './approvals/covers.ts';
import { lapseChanged, useApprovals } from './approvals/lapse.ts';
import { alarm } from './alarm.ts';
import { actsFor } from './behalf.ts';
import { decided } from './decided.ts';
import { draftOf, record } from './draft.ts';
import type { Attempt } from './attempt.ts';
import { refusalsOf } from './guards.ts';
import { rederive } from './obligations/index.ts';
import { react } from './reactions.ts';
import type { ActCommand, Decision, Issue, World } from './types.ts';
import { behave, goingBack, recordAsFact, withoutUndo, withUndo, wrongWithVerb } from './verbs/index.ts';

/**
 * Decides one act: guards → event → reactions until nothing more happens → obligations re-derived.
 * Pure: the same matter, command and world always give the same answer; a refusal leaves the matter untouched.
 */
export function decideAct(world: World, matter: MatterState, command: ActCommand): Decision {
  const kind = world.policy.kinds[matter.kind];
  const act = kind && own(kind.acts, command.act);
  if (!kind || !act || act.is === 'receive' || act.is === 'open') {
    return { refused: [], wrong: [{ path: 'act', message: { zh: `没有「${command.act}」这一种办理`, en: `there is no act “${command.act}”` } }] };
  }
  const attempt = attemptOf(world, kind, act, matter, command);
  const wrong = wrongInThisMatter(attempt, command);
  if (wrong.length) return { refused: [], wrong };
  const refused = refusalsOf(attempt);
  if (refused.length) return { refused, wrong: [] };
  if (act.is === 'record-fact') return recordAsFact(attempt);
  const draft = draftOf(world, kind, withoutUndo(matter));
  const { seq: _seq, act: _act, ...done } = attempt.proposed;
  const absent = actsFor(attempt);
  const behalf = absent === null ? {} : { for: absent };
  const entry = record(draft, act, { ...done, ...behalf }, command.actor, { ...fromTheMatter(attempt), ...behalf });
  behave(draft, act, entry, attempt);
  useApprovals(draft, approvalsFor(attempt));
  lapseChanged(draft, entry);
  rederive(draft, react(draft, { name: act.id, entry }), entry.at);
  alarm(draft, matter, command.actor, entry);
  if (command.actor.is === 'person' && !NO_WAY_BACK.includes(act.is) && !world.history) withUndo(draft, matter, act.id, command.actor.person);
  return decided(draft);
}

/** These concern what was before them, or two matters: they are undone by acts of their own. */
const NO_WAY_BACK: readonly Act['is'][] = ['recall', 'merge', 'unmerge'];

/** What an event says that nobody gave: which matter a duplicate went into or came out of. */
function fromTheMatter({ act, other }: Attempt): Record<string, unknown> {
  if (!other || !act.daily) return {};
  if (act.is === 'merge') return { into: { id: other.id, number: other.number } };
  return act.is === 'unmerge' ? { outOf: { id: other.id, number: other.number } } : {};
}

/** The attempt as guards see it: the facts given with the act are laid over those known. */
export function attemptOf(world: World, kind: Kind, act: Act, matter: MatterState, command: ActCommand, listing = false): Attempt {
  const proposed: ActRecord = {
    seq: matter.seq + 1, act: act.id, actor: bearerOf(command.actor), at: command.occurredAt, recordedAt: world.now, fields: command.fields, facts: command.facts,
  };
  return {
    world, kind, act, actor: command.actor, proposed: { ...proposed, fields: { ...proposed.fields, ...goingBack(act, kind, matter) } }, listing, before: matter.facts,
    matter: { ...matter, facts: { ...matter.facts, ...command.facts } }, ...(command.other ? { other: command.other } : {}),
  };
}

function wrongInThisMatter(attempt: Attempt, command: ActCommand): readonly Issue[] {
  const { matter, world } = attempt;
  if (world.history) return [];
  const begun = matter.acts[0]?.at ?? command.occurredAt;
  if (command.occurredAt > world.now) return [{ path: 'occurredAt', message: { zh: '办理时间不能晚于现在', en: 'it cannot have happened in the future' } }];
  if (command.occurredAt < begun) return [{ path: 'occurredAt', message: { zh: '办理时间不能早于登记时间', en: 'it cannot have happened before the matter was received' } }];
  return wrongWithVerb(attempt);
}
