import type { Bearer, MatterState, ObligationState } from '../matter.ts';
import type { Duty } from '../policy.ts';
import type { Instant } from '../instant.ts';
import { slotsOf } from '../bearers/index.ts';
import { canonical } from '../canonical.ts';
import { decided } from './decided.ts';
import { draftOf, record, replaceObligation, say, type Draft } from './draft.ts';
import { breached, canStillBeDone, limitFrom, nextStep, rederive, roundOf, ruleOf } from './obligations/index.ts';
import { react } from './reactions.ts';
import { scopeOf } from './scope.ts';
import { withoutUndo } from './verbs/index.ts';
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
  draft.notices.splice(0, draft.notices.length, ...oncePerRecipient(draft.notices));
  return { decision: decided(draft), fired };
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
  if (step === 'breach' && duty?.deemed) deem(draft, fired, duty);
  return { obligation: ob.key, generation: ob.generation, step, at };
}

/** Nobody did it by its limit: the system does it as of that instant, so that what follows counts from there. */
function deem(draft: Draft, ob: ObligationState, duty: Duty): void {
  const act = draft.kind.acts[ob.act];
  const at = ob.breachedAt;
  if (!act || at === null || (act.from && !act.from.includes(draft.matter.stage))) return;
  draft.matter = withoutUndo(draft.matter);
  const entry = record(draft, act, { actor: 'system', at, recordedAt: draft.world.now, fields: {}, facts: {} }, { is: 'system' }, { rule: duty.id, because: ob.clause });
  rederive(draft, react(draft, { name: act.id, entry }), at);
}

function breach(draft: Draft, ob: ObligationState): ObligationState {
  const { ob: late, seq } = breached(draft, ob);
  draft.notices.push({ to: ob.bearers, template: 'breached', rule: ob.duty, clause: ob.clause, obligation: ob.key, seq });
  return late;
}

function remind(draft: Draft, ob: ObligationState, duty: Duty | undefined, index: number, at: Instant): ObligationState {
  const step = duty?.ladder[index];
  if (!step) return ob;
  const startedBy = duty ? (roundOf(draft.matter, draft.kind, duty, ob.round)?.startedBy ?? null) : null;
  const to: readonly Bearer[] = slotsOf(step.tell, { policy: draft.world.policy, directory: draft.world.directory, matter: draft.matter, it: startedBy }).flatMap((slot) => slot.bearers);
  const seq = say(draft, { type: 'reminded', act: ob.act, actor: { is: 'system' }, occurredAt: at, body: { obligation: ob.key, duty: ob.duty, step: step.text, to, clause: ob.clause } });
  draft.notices.push({ to, template: 'reminded', rule: ob.duty, clause: ob.clause, obligation: ob.key, seq });
  return ob;
}

/** An obligation goes on under its own row: what was breached does not change because the matter was classified anew. */
function followUp(draft: Draft, ob: ObligationState, duty: Duty | undefined): { at: Instant; step: string } | null {
  const round = duty && roundOf(draft.matter, draft.kind, duty, ob.round);
  const row = duty?.rows[ob.row];
  if (!duty || !row || !round || !canStillBeDone(draft, ob.act)) return null;
  const limit = limitFrom(ruleOf(duty, row, round.repeated), ob.countsFrom, round.startedBy, scopeOf(draft.world, draft.kind, draft.matter, round.startedBy), draft.world);
  return limit && nextStep(duty.ladder, ob, limit, draft.world);
}

/** After an outage much falls due at once: each recipient hears of the last and gravest step only. */
function oncePerRecipient(notices: readonly Notice[]): readonly Notice[] {
  const gravest = new Map<string, Notice>();
  for (const notice of notices) {
    for (const bearer of notice.to) {
      const known = gravest.get(canonical(bearer));
      if (known?.template !== 'breached' || notice.template === 'breached') gravest.set(canonical(bearer), notice);
    }
  }
  return notices.flatMap((notice) => {
    const to = notice.to.filter((bearer) => gravest.get(canonical(bearer)) === notice);
    return to.length === 0 ? [] : [{ ...notice, to: [...new Map(to.map((bearer) => [canonical(bearer), bearer])).values()] }];
  });
}
