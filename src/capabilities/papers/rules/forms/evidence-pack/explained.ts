import type { Explanation, Language } from '#engine';
import type { ObligationJson } from '../../../../matters/contract.ts';
import { momentOf } from '../../words.ts';
import type { EvidenceInput } from './input.ts';

/** One time, with the clause it comes from and the sum of its windows. */
export interface Explained { readonly title: string; readonly clause: readonly string[]; readonly limit: string; readonly steps: readonly (readonly string[])[]; readonly notes: readonly string[] }

const STEPS = { counted: { zh: '计时', en: 'counted' }, paused: { zh: '停表', en: 'paused' }, closed: { zh: '不计（非工作时间）', en: 'not counted (closed)' } } as const;
const MINUTE = 60_000;
/** A limit of months has hundreds of windows: the first and the last ones show how it was counted. */
const STEPS_AT_MOST = 12;

/** The arithmetic behind one obligation. Nothing for those without a time: there is nothing to work out. */
export function explained(explanation: Explanation | null, obligation: ObligationJson | undefined, { clauses, iso }: EvidenceInput, language: Language): readonly Explained[] {
  if (!explanation || !obligation || explanation.to === null) return [];
  const { steps } = explanation;
  const half = STEPS_AT_MOST / 2;
  const shown = steps.length <= STEPS_AT_MOST ? steps : [...steps.slice(0, half), ...steps.slice(-half)];
  const rows = shown.map((step) => [momentOf(iso(step.from)), momentOf(iso(step.to)), STEPS[step.is][language], step.is === 'counted' ? spanOf(step.counted, language) : '—']);
  if (shown.length < steps.length) rows.splice(half, 0, ['…', '…', language === 'zh' ? `中间 ${steps.length - shown.length} 段略` : `${steps.length - shown.length} windows left out`, '…']);
  return [{
    title: `${obligation.title} · ${momentOf(obligation.dueAt)}`, clause: explanation.obligation.clause.map((id) => `${id}　${clauses.get(id) ?? ''}`.trim()),
    limit: language === 'zh' ? `${explanation.due.zh}，自 ${momentOf(iso(explanation.from))} 起` : `${explanation.due.en}, from ${momentOf(iso(explanation.from))}`,
    steps: rows, notes: explanation.notes.map((note) => note[language]),
  }];
}

/** `7 时 18 分` of milliseconds. */
function spanOf(milliseconds: number, language: Language): string {
  const minutes = Math.round(milliseconds / MINUTE);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return language === 'zh' ? `${hours} 时 ${rest} 分` : `${hours} h ${rest} min`;
}
