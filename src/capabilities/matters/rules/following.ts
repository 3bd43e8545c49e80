import { decideAct, decideReceive, isOwing, possibleActs, type Act, type Actor, type Kind, type MatterState, type ReceiveCommand, type World } from '#engine';

/** What may follow a receipt at once, so that one press does both. */
export interface Following {
  /** The act that passes the matter on to somebody. */
  readonly forward: Act | null;
  /** The policy wants it passed on now, not only some day. */
  readonly owed: boolean;
  /** The acts, one after another, that bring it to its end while the customer is still on the line. */
  readonly answer: readonly Act[] | null;
  /** The policy has passed it on by itself: to whom. */
  readonly routed: MatterState['acts'][number] | null;
}

const PASSING: readonly string[] = ['forward', 'dispatch'];
const ENDING: readonly string[] = ['reply', 'resolve', 'close'];

/**
 * What the reader may do next with a matter just received. An act whose turn has not come, or that his position may not do, does
 * not count; one that a condition refuses counts, for the refusal says what is missing.
 */
export function followingOf(world: World, matter: MatterState, actor: Actor): Following {
  const turn = possibleActs(world, matter, actor).filter(({ act, refusals }) => act.daily === null && !refusals.some((each) => each.kind === 'stage' || each.kind === 'may'));
  const acts = turn.map(({ act }) => act);
  const kind = world.policy.kinds[matter.kind];
  const forward = acts.find((act) => act.is === 'forward') ?? acts.find((act) => PASSING.includes(act.is)) ?? null;
  return {
    forward, owed: forward !== null && matter.obligations.some((each) => each.act === forward.id && isOwing(each)),
    answer: endingFrom(world, matter, actor, 2),
    routed: matter.acts.findLast((each) => each.actor === 'system' && each.fields.to !== undefined && kind?.acts[each.act]?.is === 'forward') ?? null,
  };
}

/** The shortest way to the last stage by answering: at most so many acts. What they ask may still be unknown. */
function endingFrom(world: World, matter: MatterState, actor: Actor, most: number): readonly Act[] | null {
  const last = world.policy.kinds[matter.kind]?.stages.at(-1);
  if (matter.stage === last) return [];
  if (most === 0) return null;
  const acts = possibleActs(world, matter, actor).filter(({ act, refusals }) => act.daily === null && ENDING.includes(act.is) && typeof act.to === 'string' && refusals.length === 0);
  for (const { act } of acts) {
    const done = decideAct(world, matter, { act: act.id, actor, facts: {}, fields: {}, occurredAt: world.now });
    const rest = done.refused ? null : endingFrom(world, done.matter, actor, most - 1);
    if (rest) return [act, ...rest];
  }
  return null;
}

/** The fact in which a kind keeps what the customer was answered: what its reply asks as text, where that can be written now. */
export function answerFact(kind: Kind, asked: readonly string[]): string | null {
  const replies = Object.values(kind.acts).filter((act) => act.is === 'reply');
  return replies.flatMap((act) => act.asks).find((name) => kind.facts[name]?.type.is === 'text' && asked.includes(name)) ?? null;
}

/**
 * The tick by which the policy itself ends a matter on receipt (“answered at once”), if the kind asks such a one.
 * Tried on the very draft: nothing is known here of any policy's words.
 */
export function endingTick(world: World, command: ReceiveCommand): string | null {
  const kind = world.policy.kinds[command.kind];
  const last = kind?.stages.at(-1);
  return (kind?.acts[command.act]?.asks ?? []).find((fact) => {
    if (kind?.facts[fact]?.type.is !== 'tick') return false;
    const decided = decideReceive(world, { ...command, facts: { ...command.facts, [fact]: true } });
    return !decided.refused && decided.matter.stage === last;
  }) ?? null;
}
