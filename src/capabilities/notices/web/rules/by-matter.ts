import type { NoticeJson } from '../../contract.ts';

type Alarm = Pick<NoticeJson, 'id' | 'at' | 'matter'>;

/** Open alarms by the matter they are about, each with its newest first; in the order in which those came. What is about no matter stands alone. */
export function alarmsByMatter<N extends Alarm>(alarms: readonly N[]): readonly (readonly [N, ...N[]])[] {
  const groups = new Map<string, [N, ...N[]]>();
  for (const alarm of alarms.toSorted((left, right) => Date.parse(right.at) - Date.parse(left.at))) {
    const of = alarm.matter?.id ?? alarm.id;
    const group = groups.get(of);
    if (group) group.push(alarm);
    else groups.set(of, [alarm]);
  }
  return [...groups.values()];
}
