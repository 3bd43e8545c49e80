import type { Form, Guidance, Measure, Score } from '../../policy.ts';
import { listOf, type Reader } from '../reader.ts';
import type { RawMeasure, RawScore } from '../schema/rules.ts';
import { each } from './frame.ts';
import { actTitle } from './titles.ts';

const COUNTS = ['share', 'count', 'average', 'percentile'] as const;

export function buildMeasures(reader: Reader): Record<string, Measure> {
  return each(reader.raw.measures, (id, raw) => {
    const path = ['measures', id];
    const [counts, ...more] = COUNTS.filter((each) => raw[each] !== undefined);
    if (!counts || more.length > 0) reader.report(path, { zh: '须恰好写明 share、count、average、percentile 之一', en: 'exactly one of share, count, average, percentile is needed' });
    return {
      id, title: raw.title ?? measureTitle(reader, id, raw), counts: counts ?? 'count', ...(typeof raw.percentile === 'number' ? { percentile: raw.percentile } : {}),
      of: raw.of, when: raw.when === undefined ? null : String(raw.when), good: raw.good ?? null, by: raw.by ?? null, period: raw.period, target: raw.target === undefined ? null : String(raw.target), source: reader.source(raw, path),
    };
  });
}

function measureTitle(reader: Reader, id: string, raw: RawMeasure): string {
  const [what, name = ''] = raw.of.split(' ');
  const duty = what === 'duty' ? reader.raw.duties?.[name] : undefined;
  if (duty) return duty.title ?? actTitle(reader.raw, duty.of, duty.do ?? name);
  return what === 'act' && name.includes('.') ? actTitle(reader.raw, '', name) : id;
}

export function buildScores(reader: Reader): Record<string, Score> {
  return each(reader.raw.scores, (id, raw) => {
    const path = ['scores', id];
    return {
      id, title: raw.title ?? id, of: raw.of,
      items: raw.items.map((item, index) => ({ fact: item.fact, weight: item.weight, source: reader.source(item, [...path, 'items', index]) })),
      bands: (raw.bands ?? []).map((band, index) => ({ from: band.from, pays: band.pays, source: reader.source(band, [...path, 'bands', index]) })),
      reading: chosenReading(raw), source: reader.source(raw, path),
    };
  });
}

/** A choice names the sum it was made for; for another sum it must be made again. */
function chosenReading(raw: RawScore): string | null {
  const sum = raw.items.reduce((total, item) => total + item.weight, 0);
  const chosen: unknown = raw[`weights_sum_to_${sum}`];
  return typeof chosen === 'string' ? chosen : null;
}

export function buildForms(reader: Reader): Record<string, Form> {
  return each(reader.raw.forms, (id, raw) => ({
    id, of: raw.of, title: raw.title, prints: listOf(raw.prints), signs: listOf(raw.signs), copies: raw.copies ?? 1, source: reader.source(raw, ['forms', id]),
  }));
}

export function buildGuidance(reader: Reader): Record<string, Guidance> {
  return each(reader.raw.guidance, (id, raw) => ({ id, text: raw.text, acts: listOf(raw.acts), source: reader.source(raw, ['guidance', id]) }));
}
