import type { Scope, TenantActor } from '#platform/db/index.ts';
import type { Known } from '../../rules/checkpoint.ts';
import { countsOf, type GivenOut } from '../../rules/numbers.ts';
import { PROBLEMS_AT_MOST, type Findings } from '../../rules/problem.ts';
import { countersOf } from '../stored.ts';
import type { MatterRow } from './matters.ts';

const LOOSE = `select w.stream, w.seq from event_words w where w.tenant_id = $1
  and not exists (select from event e where e.tenant_id = w.tenant_id and e.stream = w.stream and e.seq = w.seq) order by w.stream, w.seq limit ${PROBLEMS_AT_MOST}`;

/** Words that belong to no event. */
export async function checkLooseWords(scope: Scope<TenantActor>, found: Findings): Promise<void> {
  const { rows } = await scope.run<{ stream: string; seq: number }>({ text: LOOSE, values: [scope.tenant] });
  for (const place of rows) found.add('loose-words', place, { zh: '有文字，却没有它所属的记录', en: 'there are words, but not the event they belong to' });
}

/** Collects how far numbers prove the counters to have been, and in the end holds the counters against it. */
export interface CounterCheck {
  see(matter: MatterRow): void;
  finish(known: Known): void;
}

export async function checkCounters(scope: Scope<TenantActor>, found: Findings): Promise<CounterCheck> {
  const counters = await countersOf(scope);
  const countOf = countsOf(counters.keys());
  const highest = new Map<string, GivenOut>();
  return {
    see({ id, number }) {
      const counted = countOf(number);
      if (!counted) found.add('counter', { stream: id, number }, { zh: '没有计数器能给出这个编号', en: 'there is no counter that could have given this number' });
      else if (counted.count > (highest.get(counted.counter)?.count ?? 0)) highest.set(counted.counter, { count: counted.count, number });
    },
    finish(known) {
      for (const [name, last] of known.counters) {
        const now = counters.get(name);
        if ((now ?? -1) < last) found.add('counter', {}, { zh: `计数器「${name}」现为 ${now ?? '无'}，检查点时已到 ${last}`, en: `the counter “${name}” stands at ${now ?? 'nothing'}; at the checkpoint it was ${last}` });
      }
      for (const [name, { count, number }] of highest) {
        const now = counters.get(name) ?? 0;
        if (now < count) found.add('counter', {}, { zh: `计数器「${name}」现为 ${now}，而编号 ${number} 已经给出`, en: `the counter “${name}” stands at ${now}, but ${number} was given out` });
      }
    },
  };
}
