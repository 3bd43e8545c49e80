import { actorBears, bornFor, isAtEnd, TAKE_WORK, titleOfBearer, titleOfFact, titleOfStage, titleOfValue, type ApprovalState, type FactValue, type Kind, type Language, type MatterState, type World } from '#engine';
import type { ApprovalJson, MatterJson } from '../../contract.ts';
import { perilOf, reportedUrgently } from '../../rules/pressing.ts';
import { stagesReached, type Reached } from '../../rules/reopening.ts';
import { iso, isoOrNull, type GatheredMatter } from '../gather.ts';
import { marksOf } from './marks.ts';
import { bearerJson, bearersTitle, factInWords, obligationJson, type Names } from './obligation.ts';
import type { Actor } from '#platform/operations/index.ts';

/** What a matter's page needs beside its state. */
export interface MatterFrame {
  readonly policyId: string; readonly policyVersion: string; readonly policySince: number | null; readonly subject: string; readonly content: string; readonly channel: string; readonly receivedAt: number;
  readonly customer: MatterJson['customer'];
}

/** What the row keeps beside the state. */
export function frameOf({ row, around }: Pick<GatheredMatter, 'row' | 'around'>): MatterFrame {
  return {
    policyId: row.policy, policyVersion: row.policy_version, policySince: around.policies.since[row.policy_version] ?? null, subject: row.subject, content: row.content, channel: row.channel, receivedAt: row.received_at,
    customer: row.customer_id ? { id: row.customer_id, name: row.customer_name ?? '', phone: row.customer_phone ?? '', address: row.customer_address ?? '' } : null,
  };
}

export function matterJson(world: World, state: MatterState, frame: MatterFrame, names: Names, actor: Actor): MatterJson {
  const kind = world.policy.kinds[state.kind];
  const axes = axesOf(kind, state);
  const reached = kind && stagesReached(kind, state);
  return {
    id: state.id, number: state.number, kind: state.kind, kindTitle: kind?.title ?? state.kind, policy: { id: frame.policyId, version: frame.policyVersion, since: isoOrNull(frame.policySince, world) },
    classes: Object.fromEntries(axes.map((axis) => [axis.name, axis.value])), classTitles: Object.fromEntries(axes.map((axis) => [axis.name, axis.title])),
    stage: state.stage, stageTitle: titleOfStage(kind, state.stage), stages: stagesOf(kind, reached, world), reopened: reached?.reopened ? { round: reached.reopened.round, at: iso(reached.reopened.at, world) } : null, version: state.version,
    subject: frame.subject, content: typeof state.facts['content'] === 'string' ? state.facts['content'] : frame.content, channel: frame.channel, unit: state.unit, customer: frame.customer,
    facts: { ...state.facts }, factTitles: factTitles(kind, state, actor.language),
    roles: Object.fromEntries(Object.entries(state.roles).map(([id, bearer]) => [id, { title: kind?.roles[id]?.title ?? id, bearer: bearerJson(bearer), bearerTitle: titleOfBearer(world.policy, bearer, names) }])),
    receivedAt: iso(frame.receivedAt, world), peril: perilOf(world.policy, { kind: state.kind, facts: state.facts, urgent: reportedUrgently(state.acts) }), attended: attendedOf(world, kind, state, names), ended: endingOf(kind, state), marks: marksOf(world, kind, state, actor.language), obligations: state.obligations.map((ob, ordinal) => obligationJson(world, state, ob, ordinal, names, actor.language)),
    approvals: state.approvals.map((approval) => approvalJson(world, state, approval, names, actor)),
    mergedInto: state.mergedInto ? { ...state.mergedInto } : null, merged: (state.merged ?? []).map(({ id, number }) => ({ id, number })),
  };
}

/** Facts with a closed list whose values carry conditions or clauses: severity, validity … the classes of a matter. */
function axesOf(kind: Kind | undefined, state: MatterState): readonly { name: string; value: string; title: string }[] {
  return Object.values(kind?.facts ?? {}).flatMap((fact) => {
    const value = state.facts[fact.id];
    if (fact.type.is !== 'one' || typeof value !== 'string') return [];
    return [{ name: fact.id, value, title: fact.type.values.find((each) => each.id === value)?.title ?? value }];
  });
}

/** How it came to its end: voided, merged, or closed in its last stage. */
function endingOf(kind: Kind | undefined, state: MatterState): string | null {
  return state.ended ?? (kind && isAtEnd(kind, state) ? 'closed' : null);
}

/** Who said last that he takes care of the alarm. */
function attendedOf(world: World, kind: Kind | undefined, state: MatterState, names: Names): MatterJson['attended'] {
  const taken = endingOf(kind, state) === null ? state.acts.findLast((each) => each.act === TAKE_WORK && each.fields.alarm === true && !state.recalled?.includes(each.seq)) : undefined;
  return taken && taken.actor !== 'system' ? { name: names(taken.actor.person ?? '') ?? '—', at: iso(taken.at, world) } : null;
}

/** Each stage with the time it was first reached in the present round. */
function stagesOf(kind: Kind | undefined, reached: Reached | undefined, world: World): MatterJson['stages'] {
  return (kind?.stages ?? []).map((id) => ({ id, title: titleOfStage(kind, id), at: isoOrNull(reached?.at.get(id) ?? null, world) }));
}

export function factTitles(kind: Kind | undefined, state: Pick<MatterState, 'facts'>, language: Language): MatterJson['factTitles'] {
  return Object.entries(state.facts).filter(([name]) => name !== 'content').map(([name, value]) => ({ name, title: titleOfFact(kind, name), value: titleOfValue(kind?.facts[name], value, language) }));
}

export function approvalJson(world: World, state: MatterState, approval: ApprovalState, names: Names, actor: Actor): ApprovalJson {
  const kind = world.policy.kinds[state.kind];
  const rule = world.policy.approvals[approval.approval];
  const turn = Math.min(...approval.steps.filter((step) => step.decision === null).map((step) => step.group));
  return {
    id: approval.id, approval: approval.approval, title: rule?.title ?? approval.approval, act: approval.act, actTitle: kind?.acts[approval.act]?.title ?? approval.act, status: approval.status, reason: approval.given?.fields.reason ?? approval.given?.fields.text ?? null,
    applicantName: names(approval.applicant) ?? '—', clause: [...(rule?.source.clause ?? [])],
    covers: Object.entries(approval.facts).map(([name, value]: [string, FactValue]) => ({ name, ...factInWords(world, kind, name, value, actor.language) })),
    steps: approval.steps.map((step) => ({
      bearer: bearerJson(step.bearers[0]), bearerTitle: bearersTitle(world, step.bearers, names, state.id), gives: step.gives, decision: step.decision, by: step.by, byName: step.by ? (names(step.by) ?? null) : null,
      opinion: step.opinion, at: isoOrNull(step.at, world), movedUpFrom: step.insteadOf ? titleOfBearer(world.policy, step.insteadOf, names) : null,
      mine: approval.status === 'pending' && step.decision === null && step.group === turn && approval.applicant !== actor.person
        && (actorBears(actor, step.bearers) || bornFor(world, actor, step.bearers, state.id, (person) => person !== approval.applicant) !== null),
    })),
  };
}
