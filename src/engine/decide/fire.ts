import type { Bearer, MatterState, ObligationState } from '../matter.ts';
import type { Duty } from '../policy.ts';
import type { Instant } from '../instant.ts';
import { slotsOf } from '../bearers/index.ts';
import { decided, draftOf, replaceObligation, say, type Draft } from './draft.ts';
import { expectedOf, limitFrom, nextStep, ruleOf } from './obligations/index.ts';
import { scopeOf } from './scope.ts';
import type { Decided, Notice, World } from './types.ts';

/** One step that fired: kept with obligation, generation and step as a key, so that it can fire only once. */
export interface Fired { readonly obligation: string; readonly generation: number; readonly step: string; readonly at: Instant }

/**
 * Fires everything of a matter that fell due by `world.now`: ladder steps and breaches, in the order of their times.
 * The breach's time is the due instant; when it was noticed is kept beside. However much was missed, each recipient is told once.
 */
export function fireDue(world: World, matter: MatterState): { readonly decision: Decided; readonly fired: readonly Fired[] } {
  const kind = world.policy.kinds[matter.kind];
  if (!kind) return { decision: { refused: null, matter, events: [], notices: [], effects: [] }, fired: [] };
  const draft = draftOf(world, kind, matter);
  const fired: Fired[] = [];
  for (let next = earliest(draft); next; next = earliest(draft)) fired.push(fireOne(draft, next));
  return { decision: { ...decided(draft), notices: oncePerRecipient(draft.notices) }, fired };
}

function earliest(draft: Draft): { index: number; at: Instant; step: string } | null {
  let first: { index: number; at: Instant; step: string } | null = null;
  draft.matter.obligations.forEach(({ next }, index) => {
    if (next && next.at <= draft.world.now && (first === null || next.at < first.at)) first = { index, ...next };
  });
  return first;
}

function fireOne(draft: Draft, { index, at, step }: { index: number; at: Instant; step: string }): Fired {
  const ob = draft.matter.obligations[index];
  if (!ob) throw new Error(`no obligation ${index}`);
  const duty = draft.world.policy.duties[ob.duty];
  const after = step === 'breach' ? breach(draft, ob) : remind(draft, ob, duty, Number(step), at);
  const fired = { ...after, fired: [...ob.fired, step] };
  replaceObligation(draft, index, { ...fired, next: followUp(draft, fired, duty) });
  return { obligation: ob.key, generation: ob.generation, step, at };
}

function breach(draft: Draft, ob: ObligationState): ObligationState {
  const due = ob.dueAt ?? draft.world.now;
  const seq = say(draft, { type: 'breached', act: ob.act, actor: { is: 'system' }, occurredAt: due, body: { obligation: ob.key, duty: ob.duty, bearers: ob.bearers, clause: ob.clause, noticedAt: draft.world.now } });
  draft.notices.push({ to: ob.bearers, template: 'breached', rule: ob.duty, clause: ob.clause, obligation: ob.key, seq });
  return { ...ob, status: 'breached', breachedAt: due, noticedAt: draft.world.now };
}

function remind(draft: Draft, ob: ObligationState, duty: Duty | undefined, index: number, at: Instant): ObligationState {
  const step = duty?.ladder[index];
  if (!step) return ob;
  const startedBy = draft.matter.acts.find((each) => each.seq === ob.round) ?? null;
  const to: readonly Bearer[] = slotsOf(step.tell, { policy: draft.world.policy, directory: draft.world.directory, matter: draft.matter, it: startedBy }).flatMap((slot) => slot.bearers);
  const seq = say(draft, { type: 'reminded', act: ob.act, actor: { is: 'system' }, occurredAt: at, body: { obligation: ob.key, duty: ob.duty, step: step.text, to, clause: ob.clause } });
  draft.notices.push({ to, template: 'reminded', rule: ob.duty, clause: ob.clause, obligation: ob.key, seq });
  return ob;
}

function followUp(draft: Draft, ob: ObligationState, duty: Duty | undefined): { at: Instant; step: string } | null {
  const expected = duty && expectedOf(draft).find((each) => each.duty.id === ob.duty && each.round === ob.round && each.slot.slot === ob.slot);
  if (!duty || !expected) return null;
  const scope = scopeOf(draft.world, draft.kind, draft.matter, expected.startedBy);
  const limit = limitFrom(ruleOf(duty, expected.rule, expected.repeated), ob.countsFrom, expected.startedBy, scope, draft.world);
  return limit && nextStep(duty.ladder, ob, limit.used, draft.world);
}

/** After an outage much falls due at once: each recipient hears of the last and gravest step only. */
function oncePerRecipient(notices: readonly Notice[]): readonly Notice[] {
  const last = new Map<string, Notice>();
  for (const notice of notices) {
    const key = JSON.stringify(notice.to);
    const known = last.get(key);
    if (!known || known.template !== 'breached' || notice.template === 'breached') last.set(key, notice);
  }
  return [...last.values()];
}
