import { isOwing, LATE_AFTER, type Kind, type Language, type MatterState, type World } from '#engine';
import type { MatterJson } from '../../contract.ts';

type Mark = MatterJson['marks'][number];

const TITLES: Readonly<Record<Mark['id'], Readonly<Record<Language, string>>>> = {
  chased: { zh: '催办', en: 'Chased' }, overseen: { zh: '督办', en: 'Overseen' }, instructed: { zh: '批示', en: 'Instructed' }, returned: { zh: '退回', en: 'Returned' }, extended: { zh: '延期', en: 'Extended' },
  late: { zh: '补录', en: 'Recorded late' }, urgent: { zh: '紧急', en: 'Urgent' }, 'against-rule': { zh: '如实记录', en: 'Recorded as it happened' },
};

/** What stands beside the title of a matter, each with how often. */
export function marksOf(world: World, kind: Kind | undefined, matter: MatterState, language: Language): Mark[] {
  const done = (is: string): number => matter.acts.filter((entry) => kind?.acts[entry.act]?.is === is).length;
  const count: Readonly<Record<Mark['id'], number>> = {
    urgent: matter.acts.some((entry) => entry.fields.urgent) ? 1 : 0, chased: done('chase'), overseen: watched(matter) ? 1 : 0, instructed: matter.obligations.filter((ob) => ob.act === 'answer-instruction' && isOwing(ob)).length, returned: done('return'),
    extended: matter.obligations.reduce((sum, ob) => sum + (ob.extensions?.length ?? 0), 0),
    late: matter.acts.filter((entry) => entry.actor !== 'system' && entry.recordedAt - entry.at > LATE_AFTER && world.policy.kinds[matter.kind]?.acts[entry.act]?.is !== 'record-fact').length,
    'against-rule': matter.againstRule?.length ?? 0,
  };
  return (Object.keys(TITLES) as Mark['id'][]).filter((id) => count[id] > 0).map((id) => ({ id, title: TITLES[id][language], count: count[id] }));
}

/** Under watch from the last 督办 until it was released. */
function watched(matter: MatterState): boolean {
  return matter.acts.findLast((entry) => entry.act === 'oversee' || entry.act === 'release')?.act === 'oversee';
}
