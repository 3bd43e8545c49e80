import { canonical } from '../../canonical.ts';
import type { ActRecord } from '../../matter.ts';
import { TAKE_WORK } from '../daily/index.ts';
import { replaceObligation, type Draft } from '../draft.ts';
import { isOwing } from '../obligations/index.ts';

/** 免责: what is let off is counted apart, never as met. */
export function waive(draft: Draft, entry: ActRecord): void {
  const index = draft.matter.obligations.findIndex((each) => each.key === entry.fields.obligation);
  const known = draft.matter.obligations[index];
  if (known) replaceObligation(draft, index, { ...known, status: 'waived', next: null });
}

/**
 * Work passes to another person: every role of whoever is named as `about` (he leaves), else the role bound by receiving (else the one
 * that is bound), with a reason on record.
 */
export function transfer(draft: Draft, entry: ActRecord): void {
  const { about, to } = entry.fields;
  if (about && to) {
    const roles = Object.entries(draft.matter.roles).map(([id, bearer]) => [id, bearer.person === about ? to : bearer]);
    draft.matter = { ...draft.matter, roles: Object.fromEntries(roles) };
    return;
  }
  const roles = Object.values(draft.kind.roles);
  const role = roles.find((each) => each.setBy === 'receive' || each.setBy === 'open') ?? roles.find((each) => draft.matter.roles[each.id]) ?? roles[0];
  if (role && entry.fields.to) draft.matter = { ...draft.matter, roles: { ...draft.matter.roles, [role.id]: entry.fields.to } };
}

/** Whoever reported it hears who takes care of the alarm. */
export function takenUp(draft: Draft, entry: ActRecord): void {
  const reporter = draft.matter.acts[0]?.actor;
  if (reporter === undefined || reporter === 'system' || entry.actor === 'system' || reporter.person === entry.actor.person) return;
  draft.notices.push({ to: [reporter], template: 'taken', rule: TAKE_WORK, clause: [], obligation: null, seq: entry.seq });
}

/** A chasing is heard by whoever owes the next acts. */
export function chased(draft: Draft, entry: ActRecord): void {
  const owing = draft.matter.obligations.filter((each) => isOwing(each) && each.status !== 'paused');
  const bearers = [...new Map(owing.flatMap((each) => each.bearers).map((bearer) => [canonical(bearer), bearer])).values()];
  if (bearers.length) draft.notices.push({ to: bearers, template: 'chased', rule: 'chase', clause: [], obligation: null, seq: entry.seq });
}
