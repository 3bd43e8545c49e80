import type { Act, BaseAct, DailyRight, Kind, Source } from '../../policy.ts';

/** Completes what an urgent report left open. */
export const COMPLETE_RECORD = 'complete-record';
/** Calls the customer at the time that was agreed with him. */
export const CALL_AGAIN = 'call-again';
/** 我来处理: what a unit or a position bears together becomes the work of the one who takes it. */
export const TAKE_WORK = 'take-work';
/** Writes down what was in fact done, though a rule forbids it. */
export const RECORD_AGAINST_RULE = 'record-breach';

const DAILY: readonly { id: string; title: string; is: BaseAct; right: DailyRight }[] = [
  { id: 'note', title: '记沟通', is: 'record', right: 'work' },
  { id: CALL_AGAIN, title: '按约再打', is: 'record', right: 'work' },
  { id: 'chase', title: '催办', is: 'chase', right: 'work' },
  { id: 'oversee', title: '督办', is: 'oversee', right: 'oversee' },
  { id: 'answer-oversight', title: '回复督办', is: 'record', right: 'work' },
  { id: 'release', title: '解除督办', is: 'record', right: 'oversee' },
  { id: 'instruct', title: '批示', is: 'instruct', right: 'oversee' },
  { id: 'answer-instruction', title: '回复批示', is: 'record', right: 'work' },
  { id: 'return', title: '退回', is: 'return', right: 'work' },
  { id: 'suspend', title: '挂起', is: 'pause', right: 'work' },
  { id: 'resume', title: '恢复', is: 'resume', right: 'work' },
  { id: 'extend', title: '延期', is: 'extend', right: 'work' },
  { id: 'recall', title: '撤回', is: 'recall', right: 'work' },
  { id: 'correct', title: '更正', is: 'correct', right: 'work' },
  { id: COMPLETE_RECORD, title: '补全登记', is: 'correct', right: 'work' },
  { id: RECORD_AGAINST_RULE, title: '如实记录', is: 'record-fact', right: 'work' },
  { id: 'merge', title: '合并', is: 'merge', right: 'work' },
  { id: 'unmerge', title: '拆开', is: 'unmerge', right: 'work' },
  { id: TAKE_WORK, title: '我来处理', is: 'record', right: 'work' },
  { id: 'transfer-work', title: '移交', is: 'assign', right: 'oversee' },
  { id: 'waive', title: '免责', is: 'waive', right: 'oversee' },
  { id: 'void', title: '误登作废', is: 'void', right: 'oversee' },
];

const OURS: Source = { clause: [], ours: 'an act of daily life that every kind has', line: 0 };

/** The acts of daily life that a kind gets: a policy with its own way of extending keeps to that. */
export function dailyActs(kind: Kind): Record<string, Act> {
  const ownExtension = Object.values(kind.acts).some((act) => act.is === 'extend');
  return Object.fromEntries(DAILY.filter(({ is }) => is !== 'extend' || !ownExtension).map(({ id, title, is, right }) => [id, {
    id, title, is, daily: right, from: null, to: null, may: [], asks: [], outcomes: [], source: OURS,
  } satisfies Act]));
}
