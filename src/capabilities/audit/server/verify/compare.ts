import { same } from '../../rules/links.ts';
import type { Findings, Place } from '../../rules/problem.ts';
import type { MatterRow } from './matters.ts';
import type { Passing } from './passing.ts';

/** Holds a matter's row against the end of its stream, against its first event, and against the state kept in it. */
export function compareMatter(passing: Passing, matter: MatterRow, found: Findings): void {
  const place = { stream: matter.id, number: matter.number };
  const differs = (zh: string, en: string): void => found.add('row', place, { zh: `事项的${zh}与它的记录不符`, en: `the matter’s ${en} is not what its events say` });
  if (matter.seq !== passing.seq || matter.state_seq !== passing.seq) differs(`记录条数（${matter.seq}，应为 ${passing.seq}）`, `count of events (${matter.seq}, should be ${passing.seq})`);
  else if (!same(matter.head, passing.hash)) differs('末条校验码', 'last hash');
  if (passing.complete && (matter.version !== passing.acts || matter.state_version !== passing.acts)) differs(`办理次数（${matter.version}，应为 ${passing.acts}）`, `version (${matter.version}, should be ${passing.acts})`);
  if (matter.state_id !== matter.id) differs('内部编号', 'id in its state');
  const born = bornOf(passing);
  if (born && (matter.number !== born.number || matter.state_number !== born.number)) differs(`编号（应为 ${String(born.number)}）`, `number (should be ${String(born.number)})`);
  if (born && (matter.kind !== born.kind || matter.state_kind !== born.kind)) differs(`类别（应为 ${String(born.kind)}）`, `kind (should be ${String(born.kind)})`);
  compareLists(matter, place, found);
}

function bornOf({ first }: Passing): { readonly number: unknown; readonly kind: unknown } | null {
  const body = first?.body;
  return body !== null && typeof body === 'object' && 'number' in body && 'kind' in body ? body : null;
}

/** Columns and lists made from the state, which no hash covers: they can be made anew from it. */
function compareLists(matter: MatterRow, place: Place, found: Findings): void {
  if (matter.stage !== matter.state_stage || matter.ended !== matter.state_ended) found.add('projection', place, { zh: `列表里的阶段（${matter.stage}）与事项本身不同`, en: `the stage in the list (${matter.stage}) is not the matter’s own` });
  if (!matter.differing) return;
  const said = byOrdinal(matter.differing.said);
  const kept = byOrdinal(matter.differing.kept);
  for (const ordinal of new Set([...said.keys(), ...kept.keys()])) {
    const [own, listed] = [said.get(ordinal), kept.get(ordinal)];
    if (own?.text === listed?.text) continue;
    const duty = own?.duty ?? listed?.duty ?? '';
    found.add('projection', place, { zh: `待办「${duty}」的状态或时限与事项本身不同`, en: `state or due time of the obligation “${duty}” is not the matter’s own` });
  }
}

function byOrdinal(list: readonly unknown[][] | null): Map<unknown, { duty: string; text: string }> {
  return new Map((list ?? []).map((each) => [each[0], { duty: String(each[1]), text: JSON.stringify(each) }]));
}
