import { titleOfOutcome, type Language } from '#engine';
import type { EventJson, MatterJson } from '../../../../matters/contract.ts';
import type { PaperSize } from '../../../contract.ts';
import { channelTitle, momentOf, said } from '../../words.ts';
import type { Field, Form } from '../form.ts';
import { factLines, isForCustomer } from './customers-eyes.ts';
import { factField, tickField } from './facts.ts';
import type { RecordInput } from './input.ts';
import { OWN_NUMBER, signersOf } from './policy-form.ts';

/** What the layout of a record of handling reads. */
export interface RecordBody {
  readonly top: readonly Field[]; readonly facts: readonly Field[]; readonly revisit: readonly Field[];
  readonly titles: Readonly<Record<string, string>>;
  readonly steps: readonly (readonly string[])[]; readonly stepsNote: string;
  /** Whose it is and what he said, short: stands above the signatures where they come on a later sheet. */
  readonly gist: readonly Field[];
  /** Who signs, and who has signed already. */
  readonly signs: readonly { readonly title: string; readonly signed: string }[];
}

const WORDS = {
  number: { zh: '单号', en: 'Number' }, received: { zh: '登记时间', en: 'Received' }, channel: { zh: '方式', en: 'Came by' }, unit: { zh: '部门', en: 'Unit' }, customer: { zh: '客户', en: 'Customer' },
  phone: { zh: '电话', en: 'Phone' }, address: { zh: '位置', en: 'Place' }, content: { zh: '内容', en: 'Content' }, ticks: { zh: '事实', en: 'Facts' },
  steps: { zh: '处理过程与沟通记录', en: 'Handling and talks' }, at: { zh: '时间', en: 'Time' }, act: { zh: '办理', en: 'Act' }, by: { zh: '办理人', en: 'By' }, text: { zh: '内容', en: 'What' },
  revisit: { zh: '回访', en: 'Revisit' }, revisitAt: { zh: '回访时间', en: 'When' }, revisitBy: { zh: '回访人', en: 'By' }, outcome: { zh: '结果', en: 'Outcome' }, remaining: { zh: '仍存在的问题及重新措施', en: 'What remains, and what is done' },
  signs: { zh: '签字', en: 'Signatures' }, remarks: { zh: '备注', en: 'Remarks' }, closed: { zh: '现在阶段', en: 'Stage now' },
} as const;
/** Continuous paper is short: it shows what is filled in, one box for the pen, the newest steps, and says how many stand on the matter's page. */
const STEPS_ON_SHORT_PAPER = 4;
const GIST = 90;

/**
 * 投诉处理记录表 (F-02), for any kind of any policy: what the policy's form prints, steps, revisit, signatures. The customer signs it:
 * our limits, approvals and clauses stand in the evidence pack, never here.
 */
export const recordForm: Form<RecordInput, RecordBody> = {
  id: 'record',
  number: OWN_NUMBER,
  papers: ['a4', 'three-part'],
  fillIn(input, language, paper) {
    const words = said(WORDS, language);
    const { matter, kind, form } = input;
    const printed = form.prints.flatMap((name) => kind.facts[name] ?? []);
    const ticks = Object.values(kind.facts).filter((fact) => fact.type.is === 'tick');
    const shown = form.prints.includes('content') ? [] : [{ title: words.content, value: matter.content, wide: true }];
    const facts = [...tickField(ticks, matter, words.ticks), ...shown, ...printed.filter((fact) => fact.type.is !== 'tick').map((fact) => factField(fact, matter, language))];
    const revisit = revisitOf(input, words, language);
    const steps = stepsOf(input, paper, facts);
    const remarks = { title: words.remarks, value: '', wide: true };
    return {
      top: topOf(matter, words, language), facts: paper === 'three-part' ? facts.filter(isFilled) : facts,
      revisit: paper === 'three-part' ? [...(revisit.some(isFilled) ? revisit : []), remarks] : revisit, titles: words, steps: steps.rows, stepsNote: moreSteps(steps.left, language), signs: signersOf(input, language),
      gist: gistOf(matter, words),
    };
  },
};

const isFilled = (field: Field): boolean => field.value !== '' || (field.choices?.some((each) => each.chosen) ?? false);

function topOf(matter: MatterJson, words: ReturnType<typeof said<typeof WORDS>>, language: Language): readonly Field[] {
  const box = (title: string, value: string): Field => ({ title, value, wide: false });
  return [
    box(words.number, matter.number), box(words.received, momentOf(matter.receivedAt)), box(words.channel, channelTitle(matter.channel, language)), box(words.closed, matter.stageTitle),
    box(words.customer, matter.customer?.name ?? ''), box(words.phone, matter.customer?.phone ?? ''), { title: words.address, value: matter.customer?.address ?? '', wide: [...(matter.customer?.address ?? '')].length > 16 },
    ...Object.values(matter.roles).map((role) => box(role.title, role.bearerTitle)),
  ];
}

function gistOf({ number, customer, content }: MatterJson, words: ReturnType<typeof said<typeof WORDS>>): readonly Field[] {
  const signs = [...content.replaceAll(/\s+/gu, ' ')];
  return [{ title: words.number, value: number, wide: false }, { title: words.customer, value: customer?.name ?? '', wide: false }, { title: words.content, value: signs.length > GIST ? `${signs.slice(0, GIST).join('')}…` : signs.join(''), wide: true }];
}

function stepsOf({ events, kind, form }: RecordInput, paper: PaperSize, above: readonly Field[]): { readonly rows: readonly (readonly string[])[]; readonly left: number } {
  const done = events.filter((event) => isForCustomer(event, kind));
  const shown = paper === 'three-part' ? done.slice(-STEPS_ON_SHORT_PAPER) : done;
  // Short paper has no room to say twice what stands in a box above, and none for a line of its own for each word.
  const between = paper === 'three-part' ? '；' : '\n';
  const saidAbove = paper === 'three-part' ? above.map(inALine) : [];
  const linesOf = (event: EventJson): readonly string[] => factLines(event, kind, form).filter((line) => !saidAbove.includes(line.replace(/： ?|: /u, '：')));
  return { rows: shown.map((event) => [momentOf(event.occurredAt), event.title, event.actor.name, linesOf(event).join(between) || '—']), left: done.length - shown.length };
}

const inALine = ({ title, value, choices = [] }: Field): string => `${title}：${value || choices.filter((each) => each.chosen).map((each) => each.title).join('、')}`;

const moreSteps = (left: number, language: Language): string => (left === 0 ? '' : language === 'zh' ? `另有 ${left} 条在前，见事项页。` : `${left} earlier ones stand on the matter’s page.`);

/** The revisits: one that left something open stays in sight with what was said then; boxes stay empty for the pen until there is one. */
function revisitOf({ events, kind }: RecordInput, words: ReturnType<typeof said<typeof WORDS>>, language: Language): readonly Field[] {
  const acts = Object.values(kind.acts).filter((act) => act.is === 'revisit');
  if (acts.length === 0) return [];
  const revisits = events.filter((event) => !event.recalled && acts.some((act) => act.id === event.act));
  const last = revisits.at(-1);
  const open = revisits.findLast((event) => outcomeOf(event) === 'unsatisfied');
  const result = (event: EventJson | undefined): string => titleOfOutcome(outcomeOf(event))?.[language] ?? outcomeOf(event);
  const left = open ? [`${momentOf(open.occurredAt)} ${result(open)}`, ...open.lines.slice(1)].join('\n') : '';
  const box = (title: string, value: string): Field => ({ title, value, wide: false });
  return [box(words.revisitAt, momentOf(last?.occurredAt)), box(words.revisitBy, last?.actor.name ?? ''), { title: words.outcome, value: result(last), wide: true }, { title: words.remaining, value: left, wide: true }];
}

function outcomeOf(event: EventJson | undefined): string {
  const fields = event?.body['fields'];
  return typeof fields === 'object' && fields !== null && 'outcome' in fields && typeof fields.outcome === 'string' ? fields.outcome : '';
}
