import { decideAct, decideApproval, describeDue, titleOfAct, type Actor, type ApprovalState, type Bearer, type MatterState, type ObligationState, type Text, type World } from '#engine';

/** One line of what follows a consent; `dueAt` in milliseconds where something is owed. */
export interface After { readonly says: Text; readonly dueAt: number | null; readonly clause: readonly string[] }

/** How bearers are called. */
export type Titled = (bearer: Bearer) => string;

/**
 * What happens once this person consents: the decision is made on the state as it is, and so is the act it was asked for. Nothing is
 * written. Empty where the consent itself would be refused.
 */
export function afterConsent(world: World, matter: MatterState, approval: ApprovalState, actor: Extract<Actor, { is: 'person' }>, titled: Titled): readonly After[] {
  const decision = decideApproval(world, matter, { id: approval.id, actor, decision: 'approve', opinion: null, at: world.now });
  if (decision.refused) return [];
  const decided = decision.matter.approvals.find((each) => each.id === approval.id);
  const kind = world.policy.kinds[matter.kind];
  if (!decided || decided.status === 'pending') return [turnOf(decided, titled)];
  const may = { zh: `${titled({ person: approval.applicant })}可以办理「${titleOfAct(kind, approval.act)}」`, en: `${titled({ person: approval.applicant })} may do “${titleOfAct(kind, approval.act, 'en')}”` };
  return [{ says: may, dueAt: null, clause: [] }, ...afterAct(world, decision.matter, approval, titled)];
}

function turnOf(approval: ApprovalState | undefined, titled: Titled): After {
  const open = approval?.steps.filter((step) => step.decision === null) ?? [];
  const turn = Math.min(...open.map((step) => step.group));
  const who = open.filter((step) => step.group === turn).map((step) => step.bearers.map(titled));
  return { says: { zh: `接着由 ${who.map((each) => each.join('或')).join('、')} 审批`, en: `Then ${who.map((each) => each.join(' or ')).join(', ')} decides` }, dueAt: null, clause: [] };
}

/** What is owed once the applicant has done what was consented to. */
function afterAct(world: World, matter: MatterState, approval: ApprovalState, titled: Titled): readonly After[] {
  const person = world.directory.people.find((each) => each.person === approval.applicant);
  if (!person || !approval.given) return [];
  const applicant: Actor = { is: 'person', ...person, rights: ['work'] };
  const done = decideAct(world, matter, { act: approval.act, actor: applicant, facts: approval.given.facts, fields: approval.given.fields, occurredAt: world.now });
  if (done.refused) return [];
  const before = new Map(matter.obligations.map((ob) => [ob.key, ob]));
  const kind = world.policy.kinds[matter.kind];
  return done.matter.obligations.filter((ob) => ob.status === 'open' && (before.get(ob.key)?.dueAt ?? null) !== ob.dueAt).map((ob) => {
    const who = ob.bearers.map(titled).join(' / ');
    const [act, inEnglish] = [titleOfAct(kind, ob.act), titleOfAct(kind, ob.act, 'en')];
    return { says: before.has(ob.key) ? { zh: `「${act}」改到`, en: `“${inEnglish}” is moved to` } : { zh: `${who}要「${act}」${undated(world, ob).zh}`, en: `${who} must do “${inEnglish}”${undated(world, ob).en}` }, dueAt: ob.dueAt, clause: ob.clause };
  });
}

/** A limit that cannot be counted yet is told in the policy's words. */
function undated({ policy }: World, ob: ObligationState): Text {
  const rule = policy.duties[ob.duty]?.rows[ob.row]?.due;
  if (ob.dueAt !== null || !rule) return { zh: '', en: '' };
  const due = describeDue(rule);
  return { zh: `（${due.zh}）`, en: ` (${due.en})` };
}
