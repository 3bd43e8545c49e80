import type { Language } from '#engine';
import { channelTitle, momentOf, said, stateTitle } from '../../words.ts';
import type { Field, Form } from '../form.ts';
import { explained, type Explained } from './explained.ts';
import type { Checked, EvidenceInput } from './input.ts';

/** What the layout of an evidence pack reads. */
export interface EvidenceBody {
  readonly top: readonly Field[]; readonly titles: Readonly<Record<string, string>>; readonly verdict: string; readonly timeline: readonly (readonly string[])[]; readonly limits: readonly (readonly string[])[];
  readonly explained: readonly Explained[]; readonly approvals: readonly (readonly string[])[]; readonly refusals: readonly (readonly string[])[]; readonly attachments: readonly (readonly string[])[]; readonly chain: readonly (readonly string[])[];
}

const WORDS = {
  number: { zh: '单号', en: 'Number' }, kind: { zh: '种类', en: 'Kind' }, received: { zh: '登记时间', en: 'Received' }, channel: { zh: '方式', en: 'Came by' }, stage: { zh: '现在阶段', en: 'Stage now' }, customer: { zh: '客户', en: 'Customer' }, phone: { zh: '电话', en: 'Phone' }, address: { zh: '位置', en: 'Place' },
  content: { zh: '内容', en: 'Content' }, policy: { zh: '适用制度', en: 'Policy' }, timeline: { zh: '一、时间线', en: '1. Timeline' }, limits: { zh: '二、时限与条款', en: '2. Times and clauses' }, explained: { zh: '三、时限是怎样算出来的', en: '3. How the times were worked out' },
  approvals: { zh: '四、审批', en: '4. Approvals' }, refusals: { zh: '五、未准许的办理', en: '5. Acts that were not allowed' }, attachments: { zh: '六、附件', en: '6. Files' }, chain: { zh: '七、记录链', en: '7. Chain of records' }, verdict: { zh: '核验', en: 'Verification' },
  at: { zh: '时间', en: 'Time' }, act: { zh: '办理', en: 'Act' }, by: { zh: '办理人', en: 'By' }, text: { zh: '内容', en: 'What' }, due: { zh: '规定动作', en: 'To be done' }, clause: { zh: '依据', en: 'Clause' }, who: { zh: '责任人', en: 'By' }, until: { zh: '应于', en: 'Due' }, done: { zh: '完成', en: 'Done' },
  state: { zh: '结果', en: 'Kept' }, decision: { zh: '结论', en: 'Decision' }, opinion: { zh: '意见', en: 'Opinion' }, reason: { zh: '原因', en: 'Reason' }, file: { zh: '文件', en: 'File' }, size: { zh: '字节', en: 'Bytes' }, nth: { zh: '序号', en: 'No.' },
  approve: { zh: '同意', en: 'approved' }, reject: { zh: '驳回', en: 'rejected' }, return: { zh: '退回修改', en: 'returned' }, waiting: { zh: '未决', en: 'pending' }, late: { zh: '补录于', en: 'recorded' },
} as const;

/** 举证包: one document for the bank, the hotline of the city, the court. */
export const evidencePack: Form<EvidenceInput, EvidenceBody> = {
  id: 'evidence-pack',
  number: 'JZ-01',
  papers: ['a4'],
  fillIn(input, language) {
    const words = said(WORDS, language);
    const { matter, events } = input;
    return {
      top: topOf(input, words, language), titles: words, verdict: verdictOf(input.checked, language),
      timeline: events.map((event) => [String(event.seq), momentOf(event.occurredAt) + (event.late ? `\n${words.late} ${momentOf(event.recordedAt).slice(5)}` : ''), event.title, event.actor.name, [...event.lines, ...event.clause].join('\n') || '—']),
      limits: matter.obligations.map((each) => [each.title, each.clause || '—', each.bearerTitle, momentOf(each.dueAt) || '—', momentOf(each.metAt) || '—', stateTitle(each.state, language)]),
      explained: input.explanations.flatMap((explanation, at) => explained(explanation, matter.obligations[at], input, language)),
      approvals: matter.approvals.flatMap((approval) => approval.steps.map((step) => [approval.actTitle, step.bearerTitle, step.byName ?? '—', step.decision === null ? words.waiting : words[step.decision], momentOf(step.at) || '—', step.opinion || '—'])),
      refusals: input.refusals.map((each) => [momentOf(each.at), each.who, each.act, each.clause.join('、') || '—', each.texts.join('\n') || '—']),
      attachments: input.attachments.map((each) => [each.name, String(each.bytes), each.sha256, each.by, momentOf(each.at)]),
      chain: events.map((event) => [String(event.seq), momentOf(event.recordedAt), event.title, event.hash]),
    };
  },
};

function topOf(input: EvidenceInput, words: ReturnType<typeof said<typeof WORDS>>, language: Language): readonly Field[] {
  const { matter } = input;
  const box = (title: string, value: string, wide = false): Field => ({ title, value, wide });
  return [
    box(words.number, matter.number), box(words.kind, [matter.kindTitle, ...Object.values(matter.classTitles)].join(' · ')), box(words.received, momentOf(matter.receivedAt)), box(words.channel, channelTitle(matter.channel, language)),
    box(words.customer, matter.customer?.name ?? ''), box(words.phone, matter.customer?.phone ?? ''), box(words.address, matter.customer?.address ?? '', true), box(words.stage, matter.stageTitle), ...Object.values(matter.roles).map((role) => box(role.title, role.bearerTitle)),
    box(words.content, matter.content, true), ...matter.factTitles.filter((fact) => fact.name !== 'content').map((fact) => box(fact.title, fact.value, [...fact.value].length > 16)), box(words.policy, `${input.policyTitle} · ${matter.policy.version}`, true),
  ];
}

/** The result of the verification, said so that a layman understands what was and what was not proved. */
export function verdictOf(checked: Checked, language: Language): string {
  const { events, head, brokenAt, wordsChanged, headMatches } = checked;
  const whole = brokenAt === null && wordsChanged.length === 0 && headMatches;
  if (language === 'zh') {
    if (whole) return `本件 ${events} 条记录已逐条重新计算，前后衔接，内容与写下时一致。链尾校验码：${head}`;
    return `核验未通过：${[brokenAt === null ? '' : `第 ${brokenAt} 条与前一条不衔接`, wordsChanged.length === 0 ? '' : `第 ${wordsChanged.join('、')} 条的文字不是当时写下的`, headMatches ? '' : '最后一条与事项登记的链尾不符'].filter(Boolean).join('；')}。请把本页交给管理员。`;
  }
  if (whole) return `All ${events} records were computed anew: each follows the one before it and says what was written. Hash at the end of the chain: ${head}`;
  return `Verification failed: ${[brokenAt === null ? '' : `record ${brokenAt} does not follow the one before it`, wordsChanged.length === 0 ? '' : `the words of ${wordsChanged.join(', ')} are not those that were written`, headMatches ? '' : 'the last record is not the one the matter knows'].filter(Boolean).join('; ')}. Please give this page to an administrator.`;
}
