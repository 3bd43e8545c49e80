import { describeDue, type ApprovalRule, type Condition, type Duty, type DutyRow, type Effect, type Guard, type GuardRow, type LadderStep, type Policy, type Reaction, type ReactionRow, type Text } from '#engine';
import { describeDuration } from '#engine/due/index.ts';
import { conditionWords } from './conditions.ts';
import { actName, actNames, bearerName, both, factName, joined, quoted, same, whoName, type Naming } from './names.ts';

const STOP = both('；', '; ');
const namingOf = (policy: Policy, kind: string): Naming => ({ policy, kind: policy.kinds[kind] });

/** A condition put before what it is for: “…时，”. */
function when(naming: Naming, condition: Condition | null): Text {
  if (!condition) return same('');
  const words = conditionWords(naming, condition.tree);
  return both(`${words.zh}时，`, `when ${words.en}: `);
}

/** 「转办」后，首问负责人须在 10 分钟内「上报」；超过 → 通知 客服部经理. @param row - one of its rows alone, from 0. */
export function dutySentence(policy: Policy, duty: Duty, row?: number): Text {
  const naming = namingOf(policy, duty.of);
  const acts = actNames(naming, duty.after);
  const beginning = joined([both(`${acts.zh}后，`, `After ${acts.en}: `), when(naming, duty.when)], same(''));
  const rows = row === undefined ? duty.rows : duty.rows.slice(row, row + 1);
  const owed = joined(rows.map((each) => joined([otherwise(duty, each), owes(naming, each), ourReason(duty, each)], same(''))), STOP);
  return joined([joined([beginning, owed], same('')), ...repeated(naming, duty), ...duty.ladder.map((step) => ladderStep(naming, step))], STOP);
}

/** The last row of a table holds where no row before it does: without a word it would read as a second limit for the same thing. */
const otherwise = ({ rows }: Duty, row: DutyRow): Text => (row.when === null && rows.indexOf(row) > 0 ? both('其他情况（如还没有定）时，', 'otherwise (such as not known yet): ') : same(''));
/** Why a single row is ours, where the rest is the policy's. */
const ourReason = ({ source }: Duty, { source: { ours } }: DutyRow): Text => (ours !== null && ours !== source.ours ? both(`（系统默认：${ours}）`, ` (our default: ${ours})`) : same(''));

function owes(naming: Naming, row: DutyRow): Text {
  const who = whoName(naming, row.who);
  const act = actName(naming, row.do);
  const due = describeDue(row.due, (fact) => naming.kind?.facts[fact]?.title ?? fact);
  const plain = row.due.firstKnown.length === 1 && row.due.firstKnown[0]?.is === 'after' && row.due.firstKnown[0].word === null;
  const sentence = plain ? both(`${who.zh}须在 ${due.zh}内${act.zh}`, `${who.en} must do ${act.en} within ${due.en}`) : both(`${who.zh}须${act.zh}，时限：${due.zh}`, `${who.en} must do ${act.en}, due: ${due.en}`);
  const met = row.metWhen && conditionWords(naming, row.metWhen.tree);
  const parts = [sentence, ...(met ? [both(`${met.zh}才算办到`, `it counts as done when ${met.en}`)] : []), ...(row.sample === null ? [] : [both(`抽取 ${row.sample} %`, `a sample of ${row.sample} %`)])];
  return joined([when(naming, row.when), joined(parts, both('，', ', '))], same(''));
}

function repeated(naming: Naming, duty: Duty): readonly Text[] {
  if (!duty.every) return [];
  const every = describeDue({ text: '', firstKnown: [duty.every] });
  const until = duty.until === null ? same('') : actName(naming, duty.until);
  return [both(`之后每 ${every.zh}一次${duty.until === null ? '' : `，直到${until.zh}`}`, `then again every ${every.en}${duty.until === null ? '' : ` until ${until.en}`}`)];
}

function ladderStep(naming: Naming, { at, tell }: LadderStep): Text {
  const who = whoName(naming, tell);
  if (at.is === 'share') return both(`用去 ${at.percent} % 时 → 提醒 ${who.zh}`, `after ${at.percent} % of it → ${who.en} is reminded`);
  const later = at.plus && describeDuration(at.plus);
  return later ? both(`超过 ${later.zh} → 通知 ${who.zh}`, `${later.en} overdue → ${who.en} is told`) : both(`超过 → 通知 ${who.zh}`, `overdue → ${who.en} is told`);
}

/** What has to hold before an act may be done. */
export function guardSentence(policy: Policy, guard: Guard, row?: number): Text {
  const naming = namingOf(policy, guard.of);
  const acts = actNames(naming, guard.acts);
  const rows = row === undefined ? guard.rows : guard.rows.slice(row, row + 1);
  return joined([both(`办理${acts.zh}之前：`, `Before ${acts.en}: `), when(naming, guard.when), joined(rows.map((each) => condition(naming, each)), STOP)], same(''));
}

function condition(naming: Naming, row: GuardRow): Text {
  const approval = row.approval === null ? undefined : naming.policy.approvals[row.approval];
  const tree = row.onlyIf?.tree;
  const never = tree?.op === 'literal' && tree.value === false;
  const needs = tree && !never ? conditionWords(naming, tree) : null;
  const parts = [
    ...(never && !approval ? [both('不能办理', 'it may not be done')] : []), ...(needs ? [both(`须${needs.zh}`, `it takes that ${needs.en}`)] : []),
    ...(approval ? [both(`须经批准${quoted(approval.title).zh}`, `it takes the approval ${quoted(approval.title).en}`)] : []), ...(row.say === null ? [] : [same(row.say)]),
  ];
  return joined([when(naming, row.when), joined(parts, both('。', '. '))], same(''));
}

/** What the system does by itself after an act. */
export function reactionSentence(policy: Policy, reaction: Reaction, row?: number): Text {
  const naming = namingOf(policy, reaction.of);
  const acts = actNames(naming, reaction.after);
  const rows = row === undefined ? reaction.rows : reaction.rows.slice(row, row + 1);
  return joined([both(`${acts.zh}后，`, `After ${acts.en}: `), when(naming, reaction.when), joined(rows.map((each) => consequences(naming, each)), STOP)], same(''));
}

function consequences(naming: Naming, row: ReactionRow): Text {
  return joined([when(naming, row.when), joined(row.then.map((effect) => effectWords(naming, effect)), both('，', ', '))], same(''));
}

function effectWords(naming: Naming, effect: Effect): Text {
  switch (effect.do) {
    case 'tell': { const who = whoName(naming, effect.who); return both(`系统通知 ${who.zh}`, `the system tells ${who.en}`); }
    case 'assign': { const who = whoName(naming, effect.who); const role = bearerName(naming, effect.role); return both(`${role}改为${who.zh}`, `${role} becomes ${who.en}`); }
    case 'open': { const kind = quoted(naming.policy.kinds[effect.kind]?.title ?? effect.kind); return both(`系统开出${kind.zh}`, `the system opens ${kind.en}`); }
    case 'act': {
      const act = actName(naming, effect.act);
      const to = effect.to && whoName(naming, effect.to);
      return both(`系统办理${act.zh}${to ? `，交给 ${to.zh}` : ''}`, `the system does ${act.en}${to ? `, to ${to.en}` : ''}`);
    }
    case 'other': return both(`系统办理「${effect.name}」`, `the system does “${effect.name}”`);
  }
}

/** Who decides, in which order, and over what. */
export function approvalSentence(policy: Policy, approval: ApprovalRule): Text {
  const naming = namingOf(policy, approval.of);
  const steps = joined(approval.steps.map((step) => whoName(naming, step.who)), same(' → '));
  const over = joined(approval.over.map((fact) => factName(naming, fact)), both('、', ', '));
  const not = joined(approval.not.map((who) => whoName(naming, who)), both('、', ', '));
  return both(
    `依次由 ${steps.zh} 决定${approval.over.length ? `，内容：${over.zh}，改了须重新审批` : ''}${approval.not.length ? `；${not.zh}不得审批` : ''}`,
    `decided by ${steps.en}${approval.over.length ? `, over ${over.en}; a change needs it anew` : ''}${approval.not.length ? `; not by ${not.en}` : ''}`,
  );
}
