import { z } from 'zod';
import { askJson } from '../policies/contract.ts';

/** What travels over HTTP about matters: shared by server, browser and jobs. Unknown keys are refused. */

const text = (max: number) => z.string().max(max);
/** At least one character that can be seen: blanks and what has no width say nothing. */
const words = (max: number) => text(max).min(1, { abort: true }).refine((value) => /[^\s\p{Cf}]/u.test(value), { params: { text: { zh: '这一项必须填写。', en: 'This must be filled in.' } } });
export const instantText = z.iso.datetime({ offset: true });
export const uuid = z.uuid();

export const bearer = z.strictObject({ position: text(80).optional(), unit: text(80).optional(), person: uuid.optional() });
export type BearerJson = z.infer<typeof bearer>;

export const obligationState = z.enum(['open', 'paused', 'breached', 'met', 'met-late', 'waived', 'void']);

export const factValue = z.union([
  z.string().max(20_000), z.number(), z.boolean(), z.array(z.string().max(200)).max(500),
  z.record(z.string(), z.boolean()), z.array(z.record(z.string(), z.union([z.string().max(2_000), z.number(), z.boolean()]))).max(500),
]);
export const facts = z.record(z.string().max(80), factValue);

export const obligationJson = z.object({
  id: z.string(), duty: z.string(), title: z.string(), clause: z.string(), ours: z.string().nullable(), act: z.string(), actTitle: z.string(),
  bearer, bearers: z.array(bearer), bearerTitle: z.string(), dueAt: z.string().nullable(), state: obligationState,
  startedAt: z.string(), metAt: z.string().nullable(), breachedAt: z.string().nullable(), recordedLate: z.boolean(),
  /** 'working' while the limit counts on a calendar: then a countdown stands still outside its windows, until `runsAgainAt`. */
  calendar: z.string().nullable(), standsStill: z.boolean(), runsAgainAt: z.string().nullable(), round: z.number().int(),
});
export type ObligationJson = z.infer<typeof obligationJson>;

export const approvalStepJson = z.object({
  bearer, bearerTitle: z.string(), gives: z.string(), decision: z.enum(['approve', 'reject']).nullable(), by: z.string().nullable(), byName: z.string().nullable(),
  opinion: z.string().nullable(), at: z.string().nullable(), movedUpFrom: z.string().nullable(), mine: z.boolean(),
});
export const approvalJson = z.object({
  id: uuid, approval: z.string(), title: z.string(), act: z.string(), actTitle: z.string(), status: z.enum(['pending', 'approved', 'rejected', 'lapsed', 'used']),
  applicantName: z.string(), clause: z.array(z.string()), covers: z.array(z.object({ name: z.string(), title: z.string(), value: z.string() })), steps: z.array(approvalStepJson),
});
export type ApprovalJson = z.infer<typeof approvalJson>;

export const matterJson = z.object({
  id: uuid, number: z.string(), kind: z.string(), kindTitle: z.string(), policy: z.object({ id: z.string(), version: z.string() }),
  classes: z.record(z.string(), z.string()), classTitles: z.record(z.string(), z.string()), stage: z.string(), stageTitle: z.string(),
  stages: z.array(z.object({ id: z.string(), title: z.string(), at: z.string().nullable() })), version: z.number().int(),
  subject: z.string(), content: z.string(), channel: z.string(), unit: z.string().nullable(),
  customer: z.object({ id: uuid, name: z.string(), phone: z.string(), address: z.string() }).nullable(),
  facts: z.record(z.string(), z.unknown()), factTitles: z.array(z.object({ name: z.string(), title: z.string(), value: z.string() })),
  roles: z.record(z.string(), z.object({ title: z.string(), bearer, bearerTitle: z.string() })),
  receivedAt: z.string(), ended: z.string().nullable(), obligations: z.array(obligationJson), approvals: z.array(approvalJson),
});
export type MatterJson = z.infer<typeof matterJson>;

export const eventJson = z.object({
  seq: z.number().int(), type: z.string(), act: z.string().nullable(), title: z.string(), actor: z.object({ person: z.string().nullable(), name: z.string() }),
  occurredAt: z.string(), recordedAt: z.string(), late: z.boolean(), clause: z.array(z.string()),
  /** Everything the event says, for machines; `lines` says it for people. */
  body: z.record(z.string(), z.unknown()), words: z.record(z.string(), z.string()), lines: z.array(z.string()), hash: z.string(),
});
export type EventJson = z.infer<typeof eventJson>;

export const channels = ['phone', 'visit', 'letter', 'web', 'mail', 'app', 'box', 'message', 'bank', 'survey', 'internal', 'other'] as const;

export const receiveBody = z.strictObject({
  kind: text(80), unit: text(80).optional(), channel: z.enum(channels), subject: text(200).optional(), content: words(20_000),
  customer: z.union([
    z.strictObject({ id: uuid }),
    z.strictObject({ name: words(100), phone: text(40).optional(), address: text(300).optional() }),
  ]).optional(),
  facts: facts.optional(), occurredAt: instantText.optional(), reason: text(500).optional(), files: z.array(uuid).max(20).optional(),
});
export type ReceiveBody = z.infer<typeof receiveBody>;

/** Fields of an act: `to` is a unit, a position, a person's id or user name, or the three named; beside them the facts the act asks. */
export const actBody = z.strictObject({
  act: text(80), fields: z.record(z.string().max(80), z.unknown()).optional(), version: z.number().int().min(0).optional(),
  occurredAt: instantText.optional(), reason: text(500).optional(),
});
export type ActBody = z.infer<typeof actBody>;
export const actAnswer = z.object({ matter: matterJson, events: z.array(eventJson) });
export type ActAnswer = z.infer<typeof actAnswer>;

export const need = z.object({ is: z.string(), title: z.string() }).catchall(z.unknown());
export const refusalJson = z.object({ clause: z.array(z.string()), clauseText: z.array(z.string()), rule: z.string(), kind: z.string(), text: z.string(), needs: z.array(need) });
export type RefusalJson = z.infer<typeof refusalJson>;

export { askJson, type AskJson } from '../policies/contract.ts';
export const possibleAct = z.object({
  act: z.string(), title: z.string(), allowed: z.boolean(), refusals: z.array(refusalJson), asks: z.array(askJson),
  /** Meets an obligation of the reader: the primary button. */
  mine: z.boolean(), daily: z.boolean(), guidance: z.array(z.string()),
});
export type PossibleAct = z.infer<typeof possibleAct>;

export const approvalBody = z.strictObject({ act: text(80), fields: z.record(z.string().max(80), z.unknown()).optional() });
export const approvalAnswer = z.object({ id: uuid, steps: z.array(approvalStepJson) });
export const decisionBody = z.strictObject({ decision: z.enum(['approve', 'reject']), opinion: text(2_000).optional() });

export const matterRow = z.object({
  id: uuid, number: z.string(), kind: z.string(), kindTitle: z.string(), subject: z.string(), customerName: z.string(), severity: z.string().nullable(), severityTitle: z.string().nullable(),
  stage: z.string(), stageTitle: z.string(), channel: z.string(), receivedAt: z.string(), firstDueAt: z.string().nullable(), policy: z.string(), ended: z.boolean(),
});
export type MatterRow = z.infer<typeof matterRow>;
export const matterFilter = z.strictObject({
  kind: text(80).optional(), stage: text(80).optional(), severity: text(80).optional(), customer: uuid.optional(), number: text(80).optional(), search: text(100).optional(),
  open: z.enum(['true', 'false']).optional(), overdue: z.enum(['true']).optional(), from: instantText.optional(), to: instantText.optional(),
  cursor: text(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const obligationFilter = z.strictObject({
  state: text(80).optional(), bearer: text(120).optional(), matter: uuid.optional(), cursor: text(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const obligationRow = obligationJson.extend({ matter: z.object({ id: uuid, number: z.string(), kind: z.string(), subject: z.string(), severity: z.string().nullable() }) });

export const explanationJson = z.object({
  obligation: z.string(), duty: z.string(), title: z.string(), clauses: z.array(z.object({ id: z.string(), text: z.string() })), ours: z.string().nullable(),
  who: z.string(), due: z.string(), from: z.string(), fromWhat: z.string(), to: z.string().nullable(), state: obligationState,
  facts: z.array(z.object({ name: z.string(), title: z.string(), value: z.string(), known: z.boolean() })),
  steps: z.array(z.object({ from: z.string(), to: z.string(), is: z.enum(['counted', 'paused', 'closed']), counted: z.number() })),
  countedMilliseconds: z.number(), notes: z.array(z.string()), then: z.array(z.object({ at: z.string(), says: z.string() })),
});
export type ExplanationJson = z.infer<typeof explanationJson>;

export const refusalRow = z.object({
  id: uuid, matter: uuid.nullable(), kind: z.string(), who: z.string(), whoName: z.string(), act: z.string(), clause: z.array(z.string()), texts: z.array(z.string()), at: z.string(),
});

/** Every error: `error` for machines, `message` for people in their language, `details` as the error needs. */
export const errorJson = z.object({ error: z.string(), message: z.string(), details: z.unknown().optional() });
export type ErrorJson = z.infer<typeof errorJson>;

/** The company's clock: its own in a demonstration, where it can be set and moved. */
export const clockJson = z.object({ now: z.string(), virtual: z.boolean(), running: z.boolean() });
export type ClockJson = z.infer<typeof clockJson>;
export const clockBody = z.union([
  z.strictObject({ advance: z.string().max(40), run: z.boolean().optional() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }), run: z.boolean().optional() }),
]);
export const clockAnswer = z.object({ now: z.string(), running: z.boolean(), fired: z.number().int() });
