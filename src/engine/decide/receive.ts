import type { ActRecord, MatterState } from '../matter.ts';
import { bearerOf } from '../bearers/index.ts';
import { own } from '../conditions/index.ts';
import { alarm } from './alarm.ts';
import { decided } from './decided.ts';
import { draftOf, record } from './draft.ts';
import { proposals } from './given/index.ts';
import { refusalsOf } from './guards.ts';
import { rederive } from './obligations/index.ts';
import { react } from './reactions.ts';
import { scopeOf } from './scope.ts';
import type { Decision, ReceiveCommand, World } from './types.ts';

/**
 * Decides the opening of a matter: by intake (`receive`) or by the system (`open`). Axes nobody judged (severity) take the
 * value that the facts propose; the event says that it was proposed and by which clause.
 */
export function decideReceive(world: World, command: ReceiveCommand): Decision {
  const kind = own(world.policy.kinds, command.kind);
  const act = kind?.acts[command.act];
  if (!kind || !act) return { refused: [], wrong: [{ path: 'kind', message: { zh: `制度里没有「${command.kind}」这一类，或不能这样登记`, en: `the policy has no kind “${command.kind}” that is opened like this` } }] };
  if (command.occurredAt > world.now && !world.history) return { refused: [], wrong: [{ path: 'occurredAt', message: { zh: '登记时间不能晚于现在', en: 'it cannot have been received in the future' } }] };
  const blank = blankMatter(command, kind.stages[0] ?? '');
  const done: Omit<ActRecord, 'seq' | 'act'> = { actor: bearerOf(command.actor), at: command.occurredAt, recordedAt: world.now, fields: command.fields, facts: command.facts };
  const withFacts = { ...blank, facts: command.facts };
  const refused = refusalsOf({ world, kind, act, actor: command.actor, matter: withFacts, before: {}, proposed: { seq: 1, act: act.id, ...done }, listing: false });
  if (refused.length) return { refused, wrong: [] };
  const proposed = proposals(kind, act, scopeOf(world, kind, withFacts, { seq: 1, act: act.id, ...done }));
  const facts = { ...command.facts, ...Object.fromEntries(proposed.map((each) => [each.fact, each.value])) };
  const draft = draftOf(world, kind, blank);
  const entry = record(draft, act, { ...done, facts }, command.actor, {
    kind: command.kind, number: command.number, ...(command.unit ? { unit: command.unit } : {}), ...(proposed.length ? { proposed } : {}),
  });
  rederive(draft, react(draft, { name: act.id, entry }), entry.at);
  alarm(draft, null, command.actor, entry);
  return decided(draft);
}

function blankMatter(command: ReceiveCommand, stage: string): MatterState {
  return {
    id: command.id, kind: command.kind, number: command.number, stage, facts: {}, roles: {}, acts: [], obligations: [], approvals: [],
    seq: 0, version: 0, unit: command.unit, about: command.about, parent: command.parent, children: [], ended: null,
  };
}
