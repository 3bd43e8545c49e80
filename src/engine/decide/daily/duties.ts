import type { Condition, Duty, DueRule, DutyRow, Kind, LadderStep, Policy, Source, Who } from '../../policy.ts';
import { CALL_AGAIN, COMPLETE_RECORD } from './acts.ts';

const source = (ours: string): Source => ({ clause: [], ours, line: 0 });
const name = (of: string): Who => ({ is: 'name', name: of, of: null, atLeast: false });
const its = (field: string): Who => ({ is: 'it', field });

/** The duty to complete an urgent record, by the kind's id. */
export const completeDuty = (kind: string): string => `${kind}.${COMPLETE_RECORD}`;

/** The duty to answer a 督办, by the kind's id. */
export const overseenDuty = (kind: string): string => `${kind}.overseen`;

/** The duty to answer a 批示 that names a day, by the kind's id. */
export const instructedDuty = (kind: string): string => `${kind}.instructed`;

/** The duty to call when it was agreed (约再打), by the kind's id. */
export const callDuty = (kind: string): string => `${kind}.${CALL_AGAIN}`;

/** `until` if it was given, else what the dictionary says for 及时, else one day. */
function untilOr(policy: Policy): DueRule {
  const soon = policy.words['及时'];
  return {
    text: 'at it.until', firstKnown: [
      { is: 'at', fact: 'until', ofIt: true, shift: null },
      { is: 'after', duration: soon?.due ?? { amount: 1, unit: 'days', calendar: null }, word: soon ? '及时' : null },
    ],
  };
}

const halfAnHour: DueRule = { text: '30 minutes', firstKnown: [{ is: 'after', duration: { amount: 30, unit: 'minutes', calendar: null }, word: null }] };

const itIs = (field: string, value: string | boolean): Condition => ({
  text: `it.${field} is ${value}`, tree: { op: 'is', left: { op: 'it', path: [field] }, right: { op: 'literal', value } },
});

/** Left out it is unknown, and then nothing follows. */
const untilIsGiven: Condition = { text: 'it.until is known', tree: { op: 'is not', left: { op: 'it', path: ['until'] }, right: { op: 'literal', value: '' } } };
const whenAgreed: DueRule = { text: 'at it.until', firstKnown: [{ is: 'at', fact: 'until', ofIt: true, shift: null }] };
/** Who has agreed to call at half past is told in time to find the number. */
const inTimeToCall: LadderStep = { at: { is: 'due', plus: { amount: -5, unit: 'minutes', calendar: null } }, text: 'due - 5 minutes', tell: its('actor') };

interface Plain { readonly title: string; readonly after: readonly string[]; readonly when?: Condition; readonly until?: string; readonly ladder?: readonly LadderStep[]; readonly ours: string; readonly rows: readonly Pick<DutyRow, 'who' | 'do' | 'when' | 'due'>[] }

function duty(kind: Kind, id: string, plain: Plain): Duty {
  const ours = source(plain.ours);
  return {
    id: `${kind.id}.${id}`, title: plain.title, of: kind.id, after: plain.after, when: plain.when ?? null, every: null, until: plain.until ?? null, ladder: plain.ladder ?? [], pause: [], source: ours,
    rows: plain.rows.map((row) => ({ ...row, metWhen: null, witness: null, sample: null, source: ours })),
  };
}

/** What follows from acts of daily life. Every pause opens a duty to look again; what is overseen is answered for until it is released, and an instruction by the day it names. */
export function dailyDuties(kind: Kind, policy: Policy): readonly Duty[] {
  const due = untilOr(policy);
  const answers = kind.roles['handler'] ? 'handler' : Object.keys(kind.roles)[0];
  const pauses = Object.values(kind.acts).filter((act) => act.is === 'pause').map((act) => act.id);
  // Whoever calls may agree a time with a note, or with how the call ended.
  const calls = ['note', ...Object.values(kind.acts).filter((act) => act.outcomes.length > 0).map((act) => act.id)];
  const forwardings = Object.values(kind.roles).filter((role) => role.from === 'to').map((role) => role.setBy);
  const answering: Who = answers ? name(answers) : its('actor');
  return [
    duty(kind, 'look-again', { title: '恢复或再议', after: pauses, ours: '挂起的事到期要再看一次', rows: [{ when: null, who: its('actor'), do: 'resume', due }] }),
    duty(kind, 'overseen', {
      title: '回复督办', after: ['oversee'], until: 'release', ours: '督办的事要有回复',
      rows: [{ when: null, who: answering, do: 'answer-oversight', due }],
    }),
    duty(kind, 'instructed', {
      title: '回复批示', after: ['instruct'], when: untilIsGiven, ours: '批示写了什么时候前回复，到时要有回复',
      rows: [{ when: null, who: answering, do: 'answer-instruction', due: whenAgreed }],
    }),
    duty(kind, CALL_AGAIN, {
      title: '按约再打', after: calls, when: untilIsGiven, ladder: [inTimeToCall], ours: '和客户约了时间再打，到时就打',
      rows: [{ when: null, who: its('actor'), do: CALL_AGAIN, due: whenAgreed }],
    }),
    ...(forwardings.length === 0 ? [] : [duty(kind, 'returned', {
      title: '重新转办', after: ['return'], ours: '退回的事要有人重新转办',
      rows: [...new Set(forwardings)].map((act) => ({ when: itIs('returns', act), who: its('to'), do: act, due })),
    })]),
    ...(kind.acts['receive'] ? [duty(kind, COMPLETE_RECORD, {
      title: '补全登记', after: ['receive'], when: itIs('urgent', true), ours: '紧急上报先记一句话，半小时内补全',
      rows: [{ when: null, who: its('actor'), do: COMPLETE_RECORD, due: halfAnHour }],
    })] : []),
  ];
}
