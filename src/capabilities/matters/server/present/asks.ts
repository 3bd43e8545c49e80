import { factAsk } from '#capabilities/policies/index.ts';
import { formatInstant, mustAnswer, titleOfAct, type Act, type ApprovalState, type Fact, type Language, type MatterState, type PossibleAct as Possible, type World } from '#engine';
import type { AskJson, PossibleAct } from '../../contract.ts';
import type { PolicyDocument } from '#engine/coverage/index.ts';
import type { Names } from './obligation.ts';
import { asksInOrder } from '../../rules/asks-in-order.ts';
import { refusalJson } from './refusal.ts';
import { mergingMeans } from './merging-means.ts';
import { fieldsOf, type Duplicate } from './verb-asks.ts';

/** All acts as the contract lists them, each with the form it asks for. @param duplicates - matters this one may be merged into. */
export function possibleJson(world: World, document: PolicyDocument, matter: MatterState, possible: Possible, language: Language, names: Names = () => undefined, duplicates: readonly Duplicate[] = []): PossibleAct {
  const { act, approved } = possible;
  return {
    act: act.id, title: titleOfAct(world.policy.kinds[matter.kind], act.id, language), is: act.is, allowed: possible.refusals.length === 0, refusals: possible.refusals.map((refusal) => refusalJson(world, document, matter.kind, refusal, language, names, matter)),
    asks: asksOf(world, matter, act, language, duplicates), mine: possible.mine, daily: act.daily !== null,
    approved: approved !== null, approval: approved?.id ?? null, given: approved ? givenWith(world, approved) : {},
    guidance: Object.values(world.policy.guidance).filter((each) => each.acts.includes(act.id)).map((each) => each.text),
    means: mergingMeans(world, matter, act, language, names),
  };
}

/** What was given with an application, as an act takes it: times with their offset. */
function givenWith(world: World, { given }: ApprovalState): Record<string, unknown> {
  const { until, ...fields } = given?.fields ?? {};
  return { ...given?.facts, ...fields, ...(until === undefined ? {} : { until: formatInstant(until, world.policy.zone) }) };
}

function asksOf(world: World, matter: MatterState, act: Act, language: Language, duplicates: readonly Duplicate[]): AskJson[] {
  const kind = world.policy.kinds[matter.kind];
  const facts = act.is === 'correct' ? Object.values(kind?.facts ?? {}).filter((fact) => hasBeenSaid(fact, matter, kind?.acts['receive']?.asks ?? [])) : act.asks.flatMap((name) => kind?.facts[name] ?? []);
  return asksInOrder(fieldsOf(world, matter, act, language, duplicates), facts.map((fact) => factAsk(fact, matter.facts[fact.id] ?? null, kind !== undefined && mustAnswer(kind, act)?.id === fact.id)), language);
}

/** What can be put right: what has a value, and a tick that was asked when it was received, for not ticked says something, too. */
function hasBeenSaid({ id, type }: Fact, { facts }: MatterState, asked: readonly string[]): boolean {
  return (facts[id] ?? null) !== null || (type.is === 'tick' && asked.includes(id));
}
