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
  /** Whoever owes it in words, also while nobody is bound to it yet. */
  bearerWords: z.object({ zh: z.string(), en: z.string() }),
  /** The time it was due before it was extended (延期). */
  extendedFrom: z.string().nullable(),
  calendar: z.string().nullable(), standsStill: z.boolean(), runsAgainAt: z.string().nullable(), round: z.number().int(),
});
export type ObligationJson = z.infer<typeof obligationJson>;

export const approvalStepJson = z.object({
  bearer, bearerTitle: z.string(), gives: z.string(), decision: z.enum(['approve', 'reject', 'return']).nullable(), by: z.string().nullable(), byName: z.string().nullable(),
  opinion: z.string().nullable(), at: z.string().nullable(), movedUpFrom: z.string().nullable(), mine: z.boolean(),
});
export const approvalJson = z.object({
  id: uuid, approval: z.string(), title: z.string(), act: z.string(), actTitle: z.string(), status: z.enum(['pending', 'approved', 'rejected', 'returned', 'lapsed', 'used']),
  applicantName: z.string(), clause: z.array(z.string()), covers: z.array(z.object({ name: z.string(), title: z.string(), value: z.string() })), steps: z.array(approvalStepJson),
  /** What the applicant gave as his reason. */
  reason: z.string().nullable(),
});
export type ApprovalJson = z.infer<typeof approvalJson>;

/** Reported urgently, or somebody is in danger by the policy, with the titles of the dangers: said wherever a light severity would stand. */
export const perilJson = z.object({ urgent: z.boolean(), dangers: z.array(z.string()) }).nullable();

export const matterJson = z.object({
  id: uuid, number: z.string(), kind: z.string(), kindTitle: z.string(), policy: z.object({ id: z.string(), version: z.string(), since: z.string().nullable() }),
  classes: z.record(z.string(), z.string()), classTitles: z.record(z.string(), z.string()), stage: z.string(), stageTitle: z.string(),
  stages: z.array(z.object({ id: z.string(), title: z.string(), at: z.string().nullable() })), version: z.number().int(),
  /** Opened anew, for the `round`th time; the stages then carry the times of that round. */
  reopened: z.object({ round: z.number().int(), at: z.string() }).nullable(),
  subject: z.string(), content: z.string(), channel: z.string(), unit: z.string().nullable(),
  customer: z.object({ id: uuid, name: z.string(), phone: z.string(), address: z.string() }).nullable(),
  facts: z.record(z.string(), z.unknown()), factTitles: z.array(z.object({ name: z.string(), title: z.string(), value: z.string() })),
  roles: z.record(z.string(), z.object({ title: z.string(), bearer, bearerTitle: z.string() })),
  receivedAt: z.string(), peril: perilJson,
  /** Who takes care of its alarm (我来处理), since when; null = nobody has said so, or it has ended. */
  attended: z.object({ name: z.string(), at: z.string() }).nullable(),
  /** `closed` in its last stage; `void`, `merged`; null while it lives. */
  ended: z.string().nullable(),
  /** What stands beside the title: 催办 (how often), 督办, 退回, 延期, 补录, 紧急, 如实记录. */
  marks: z.array(z.object({ id: z.enum(['chased', 'overseen', 'instructed', 'returned', 'extended', 'late', 'urgent', 'against-rule']), title: z.string(), count: z.number().int() })),
  obligations: z.array(obligationJson), approvals: z.array(approvalJson),
  /** What it was merged into, and what was merged into it. */
  mergedInto: z.object({ id: uuid, number: z.string() }).nullable(), merged: z.array(z.object({ id: uuid, number: z.string() })),
});
export type MatterJson = z.infer<typeof matterJson>;

export const eventJson = z.object({
  /** `is`: which act of ours it is, where the policy gave it a name of its own. */
  seq: z.number().int(), type: z.string(), act: z.string().nullable(), is: z.string().nullable(), title: z.string(), actor: z.object({ person: z.string().nullable(), name: z.string() }),
  occurredAt: z.string(), recordedAt: z.string(), late: z.boolean(), clause: z.array(z.string()),
  /** Everything the event says, for machines; `lines` says it for people. */
  body: z.record(z.string(), z.unknown()), words: z.record(z.string(), z.string()), lines: z.array(z.string()), hash: z.string(),
  /** Its act was taken back (撤回): shown struck through. */
  recalled: z.boolean(),
  /** What a correction replaced, by title: not shown at first. */
  was: z.array(z.object({ name: z.string(), title: z.string(), value: z.string() })),
});
export type EventJson = z.infer<typeof eventJson>;

export const channels = ['phone', 'visit', 'letter', 'web', 'mail', 'app', 'box', 'message', 'bank', 'survey', 'internal', 'other'] as const;

/** Without a name he is called by his number or place until it is known. How long a number may be says `wrongPhone`: in danger none is too long. */
export const namedCaller = z.strictObject({ name: words(100).optional(), phone: text(20_000).optional(), address: text(300).optional() })
  .refine((given) => Boolean(given.name ?? (given.phone?.trim() || given.address?.trim())), { params: { text: { zh: '姓名、电话、地址至少写一样。', en: 'Give at least a name, a phone number or an address.' } } });
export const receiveBody = z.strictObject({
  kind: text(80), unit: text(80).optional(), channel: z.enum(channels), subject: text(200).optional(), content: words(20_000),
  customer: z.union([
    z.strictObject({ id: uuid }),
    namedCaller,
  ]).optional(),
  facts: facts.optional(), occurredAt: instantText.optional(), reason: text(500).optional(), files: z.array(uuid).max(20).optional(),
  /** 紧急上报: everybody who oversees is alarmed at once, and the record is completed within half an hour. */
  urgent: z.boolean().optional(),
});
export type ReceiveBody = z.infer<typeof receiveBody>;

/** Fields of an act: `to` is a unit, a position, a person's id or user name, or the three named; `customer` is his id or telephone, or a caller as at the intake; beside them the facts the act asks. */
export const actBody = z.strictObject({
  act: text(80), fields: z.record(z.string().max(80), z.unknown()).optional(), version: z.number().int().min(0).optional(),
  occurredAt: instantText.optional(), reason: text(500).optional(),
});
export type ActBody = z.infer<typeof actBody>;
export const actAnswer = z.object({ matter: matterJson, events: z.array(eventJson) });
export type ActAnswer = z.infer<typeof actAnswer>;

/** What is missing; `by`: the acts by which it can be had, nearest first. */
export const need = z.object({ is: z.string(), title: z.string(), by: z.array(z.string()) }).catchall(z.unknown());
export const refusalJson = z.object({ clause: z.array(z.string()), clauseText: z.array(z.string()), rule: z.string(), kind: z.string(), text: z.string(), needs: z.array(need),
  /** Who can do it or give what is missing, by name. */
  who: z.array(z.string()),
  /** The same where they are people: whether on leave, and who stands in. */
  people: z.array(z.object({ name: z.string(), away: z.boolean(), standIn: z.string().nullable() })),
  /** What can be said to the customer meanwhile. */
  say: z.string().nullable(),
  /** Holds only for some answers of the form: the act may be possible all the same. */
  conditional: z.boolean(),
});
export type RefusalJson = z.infer<typeof refusalJson>;

export { askJson, type AskJson } from '../policies/contract.ts';
export const possibleAct = z.object({
  act: z.string(), title: z.string(), is: z.string(), allowed: z.boolean(), refusals: z.array(refusalJson), asks: z.array(askJson),
  /** Meets an obligation of the reader: the primary button. */
  /** The reader's own application was approved: one press does it, with `given` as the fields. */
  approved: z.boolean(), approval: uuid.nullable(), given: z.record(z.string(), z.unknown()),
  mine: z.boolean(), daily: z.boolean(), guidance: z.array(z.string()),
  /** What it does that its name does not say, before one does it; null = nothing. */
  means: z.string().nullable(),
});
export type PossibleAct = z.infer<typeof possibleAct>;

export const approvalBody = z.strictObject({ act: text(80), fields: z.record(z.string().max(80), z.unknown()).optional() });
export const approvalAnswer = z.object({ id: uuid, steps: z.array(approvalStepJson) });
/** `reject` 驳回 ends the application; `return` 退回修改 asks the applicant to change it. Both say why. */
export const decisionBody = z.strictObject({ decision: z.enum(['approve', 'reject', 'return']), opinion: text(2_000).optional() })
  .refine(({ decision, opinion }) => decision === 'approve' || Boolean(opinion?.trim()), { path: ['opinion'], params: { text: { zh: '驳回和退回修改要写明原因。', en: 'Say why it is rejected or returned.' } } });

export const matterRow = z.object({
  id: uuid, number: z.string(), kind: z.string(), kindTitle: z.string(), subject: z.string(), customerName: z.string(), severity: z.string().nullable(), severityTitle: z.string().nullable(), peril: perilJson,
  stage: z.string(), stageTitle: z.string(), channel: z.string(), receivedAt: z.string(), firstDueAt: z.string().nullable(), policy: z.string(), ended: z.boolean(),
  /** Where the customer is; who works on it; who took it up first. Empty when unknown. */
  place: z.string(), handler: z.string(), firstReceiver: z.string(),
});
export type MatterRow = z.infer<typeof matterRow>;
/** The chips of the list, each a question asked every day. */
export const matterViews = ['mine', 'unit', 'overdue', 'today', 'heaviest', 'untaken', 'revisit', 'reopened'] as const;
export type MatterView = (typeof matterViews)[number];
export const matterFilter = z.strictObject({
  kind: text(80).optional(), stage: text(80).optional(), severity: text(80).optional(), customer: uuid.optional(), number: text(80).optional(), search: text(100).optional(),
  open: z.enum(['true', 'false']).optional(), overdue: z.enum(['true']).optional(), view: z.enum(matterViews).optional(), project: text(60).optional(),
  /** What lies on one person’s desk: all of it, what is still due today, what is overdue. */
  bearer: uuid.optional(),
  /** Only what bears somebody’s own name; what a unit bears together (its code; `-` = no unit’s, but the company’s). */
  named: uuid.optional(), shared: text(80).optional(), owed: z.enum(['open', 'today', 'overdue']).optional(), from: instantText.optional(), to: instantText.optional(),
  cursor: text(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
/** How many a filter finds; `more` = more than could be counted in passing. */
export const matterCount = z.object({ count: z.number().int(), more: z.boolean() });
export const obligationFilter = z.strictObject({
  state: text(80).optional(), bearer: text(120).optional(), matter: uuid.optional(), cursor: text(600).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
});
export const obligationRow = obligationJson.extend({ matter: z.object({ id: uuid, number: z.string(), kind: z.string(), subject: z.string(), severity: z.string().nullable() }) });

export const explanationJson = z.object({
  obligation: z.string(), duty: z.string(), title: z.string(), clauses: z.array(z.object({ id: z.string(), text: z.string() })), ours: z.string().nullable(),
  who: z.string(), due: z.string(), from: z.string(), fromWhat: z.string(), to: z.string().nullable(), state: obligationState,
  /** Who fixed this very time, and when (督办, 批示, 约再打); null = a rule did. */
  fixed: z.object({ by: z.string(), at: z.string() }).nullable(),
  facts: z.array(z.object({ name: z.string(), title: z.string(), value: z.string(), known: z.boolean() })),
  steps: z.array(z.object({ from: z.string(), to: z.string(), is: z.enum(['counted', 'paused', 'closed']), counted: z.number() })),
  countedMilliseconds: z.number(), notes: z.array(z.string()),
  /** What happens if nobody acts: when, in words, and who is told, by name. */
  then: z.array(z.object({ at: z.string(), says: z.string(), atWords: z.string(), who: z.array(z.string()) })),
  /** The due time as people say it: the end of a day is its 24:00. */
  toWords: z.string().nullable(),
  /** By civil day: the windows that counted (clock times, 24:00 = end of the day), the pauses, the minutes. `starting`: the first day of days, which does not count. */
  days: z.array(z.object({
    date: z.string(), weekday: z.string(), windows: z.array(z.object({ from: z.string(), to: z.string() })), minutes: z.number(), starting: z.boolean(), says: z.string(),
    pauses: z.array(z.object({ from: z.string(), to: z.string(), reason: z.string(), who: z.string() })),
  })),
  extended: z.array(z.object({ from: z.string(), to: z.string(), by: z.string(), approvedBy: z.array(z.string()), at: z.string() })),
  /** 对客户怎么说 */
  customer: z.object({ zh: z.string(), en: z.string() }),
});
export type ExplanationJson = z.infer<typeof explanationJson>;

/** What is explained beside times: `class` severity:name of the fact · `role` name · `approver` approval and step · `bearer` the obligation's id. */
export const whyAsked = z.strictObject({ of: z.enum(['class', 'role', 'approver', 'bearer']), name: text(120).min(1), step: z.coerce.number().int().min(0).max(99).optional() });
export type WhyAsked = z.infer<typeof whyAsked>;
/** 依据 of a severity, a route, an approver or a bearer. */
export const becauseJson = z.object({
  title: z.string(), rule: z.string(), ours: z.string().nullable(), clauses: z.array(z.object({ id: z.string(), text: z.string() })),
  facts: z.array(z.object({ name: z.string(), title: z.string(), value: z.string(), known: z.boolean() })), notes: z.array(z.string()),
  /** Who it is, by name; the act by which somebody chose it, with his reason where he gave one. */
  who: z.array(z.string()), by: z.object({ name: z.string(), act: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
});
export type BecauseJson = z.infer<typeof becauseJson>;

export const refusalRow = z.object({
  id: uuid, matter: uuid.nullable(), kind: z.string(), who: z.string(), whoName: z.string(), act: z.string(), actTitle: z.string(),
  /** Not refused: done all the same, and written down as it was (如实记录). */
  recorded: z.boolean(), clause: z.array(z.string()), texts: z.array(z.string()), at: z.string(),
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

/** Saving at the intake: received and, in the same round, passed on or answered. */
export const intakeBody = z.strictObject({
  /** The call or draft it comes from: one matter for each, whoever saves it. */
  draft: text(120).min(1).optional(),
  receive: receiveBody, then: z.enum(['forward', 'answer']).optional(), to: text(120).optional(),
  /** What the acts of `then` ask beside the facts of the receipt. */
  fields: z.record(z.string().max(80), z.unknown()).optional(),
});
export type IntakeBody = z.infer<typeof intakeBody>;
export const intakeAnswer = z.object({
  matter: matterJson,
  /** Somebody (perhaps oneself) has saved this call before: `matter` is that one, and nothing was written. */
  already: z.object({ name: z.string(), mine: z.boolean() }).nullable(),
  /** Titles of the acts done after the receipt. */
  done: z.array(z.string()),
  /** Whom it was passed on to: the unit and who of it is there, or the person and his unit; null = to nobody. */
  passedTo: z.string().nullable(),
  /** Why what was to follow did not: the matter is received all the same. */
  notDone: z.object({ act: z.string().nullable(), title: z.string(), why: z.string(),
    /** Nothing stands in its way but that nobody was chosen: it can be made up for at once. */
    receiver: z.boolean().optional() }).nullable(),
  mayRecall: z.boolean(),
});
export type IntakeAnswer = z.infer<typeof intakeAnswer>;
/** What saving would do, before anything is written. */
export const intakeForecast = z.object({
  /** As it would stand afterwards, passed on where that was asked and is possible. */
  matter: matterJson,
  /** By obligation: what follows if it is not done in time. */
  climbs: z.record(z.string(), z.array(z.object({ at: z.string(), says: z.string() }))),
  /** Whom a clause has told at once, whatever they owe. */
  tells: z.array(z.object({ to: z.array(z.string()), clause: z.array(z.string()), /** Why, where the policy is silent and the default is ours. */ ours: z.string().nullable() })),
  /** The act that passes it on; `owed`: the policy wants that now. */
  forward: z.object({ act: z.string(), title: z.string(), owed: z.boolean() }).nullable(),
  /** Why passing it on would be refused; null also while nobody is chosen. */
  forwardRefused: z.string().nullable(),
  /** Whom the company has lately passed such a matter on to, as the field of the receiver names it: a unit or a position, never a person. Looked for, and passed on to here, where `then` is `forward` and `to` is left out. */
  usualReceiver: z.string().nullable(),
  /** How it would be ended on the spot: by a tick of the receipt, or by acts, with what those ask beside the receipt. */
  answer: z.object({ tick: z.string().nullable(), titles: z.array(z.string()), asks: z.array(askJson), /** The fact that holds the words of the answer: without them nothing is ended as answered. */ needs: z.string().nullable() }).nullable(),
  routed: z.object({ title: z.string(), to: z.string(), clause: z.array(z.string()) }).nullable(),
  /** The value each axis would be proposed, were it not given, and its clause. */
  proposed: z.record(z.string(), z.object({ value: z.string(), title: z.string(), clause: z.array(z.string()) })),
});
export type IntakeForecast = z.infer<typeof intakeForecast>;

export const similarFilter = z.strictObject({ customer: uuid.optional(), phone: text(40).optional(), address: text(300).optional(), content: text(300) });
/** An open matter of the last days that looks like the one being written. */
export const similarMatter = matterRow.extend({ likeness: z.number(), content: z.string() });
export type SimilarMatter = z.infer<typeof similarMatter>;

/** One notice about a matter in the reader's language; its clauses and its matter stand beside the sentence. Sent by notices, drawn by the desk. */
export const noticeJson = z.object({
  id: z.uuid(), template: z.string(), text: z.string(), clause: z.array(z.string()), matter: z.object({ id: z.uuid(), number: z.string() }).nullable(), at: z.string(), read: z.boolean(),
  /** `alarm` 警报: sounds until it is taken; `reminder` 提醒: one chime; `information` 知会: counted only. */
  class: z.enum(['alarm', 'reminder', 'information']),
  /** A few words for a window’s title or a system notification: `【重大】投诉 TS-20260302-0001`. */
  title: z.string(),
  /** Title of the act it is about, its due time with offset, and the page (below our own address) that opens exactly that. */
  act: z.string().nullable(), due: z.string().nullable(), link: z.string().nullable(),
  /** When and by whom an alarm was taken: oneself (知道了), or whoever of those alarmed is handling it (我来处理). Null: it still sounds. */
  takenAt: z.string().nullable(), takenBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** To whom it climbs, and when, if nobody takes it: our default where the policy has no ladder of its own. */
  climbs: z.object({ at: z.string(), to: z.string() }).nullable(),
  /** Of an alarm that still sounds: who called, from which number and about which place, as far as the reader may see, and who has to do what next. */
  calling: z.object({
    name: z.string(), phone: z.string(), place: z.string(),
    next: z.object({ act: z.string(), who: z.string(), due: z.string().nullable() }).nullable(),
  }).nullable(),
});
export type NoticeJson = z.infer<typeof noticeJson>;
