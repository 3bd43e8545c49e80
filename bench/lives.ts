import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarsOf } from '#capabilities/policies/index.ts';
import { decideAct, decideReceive, readGiven, readPolicy, withDailyActs, type Actor, type Decided, type MatterState, type NewEvent, type Policy, type World } from '#engine';
import { packageRoot } from '#platform/config/index.ts';
import type { BenchCompany } from './company.ts';

/** A matter's whole life so far: its state and everything it said. */
export interface Life { readonly policy: Policy; readonly matter: MatterState; readonly events: readonly NewEvent[]; /** Notices that its receipt sends. */ readonly notices: number }

const STEPS: readonly (readonly [string, string, Record<string, unknown>, number])[] = [
  ['forward', 'agent', { to: 'engineering', text: '请今天上门' }, 6], ['investigate', 'engineer', { findings: '读卡器老化' }, 40], ['judge', 'engineer', { validity: 'valid' }, 60],
  ['confirm', 'specialist', {}, 80], ['corrective-measure', 'engineer', { measure: '更换读卡器' }, 120], ['resolve', 'engineer', { lawful: true, text: '已更换' }, 200],
  ['revisit', 'manager', { outcome: 'satisfied', how: 'phone', text: '满意' }, 400], ['sign-record', 'manager', {}, 410], ['close', 'agent', {}, 420],
];
const SUBJECTS = ['厨房水管漏水严重,地板已经泡了', '门禁坏了三次没修好', '电梯夜里异响', '楼上装修太吵,周末也不停', '地下车库灯不亮', '空调出风口直吹工位'];

/** Lives made by the engine itself, of every length; `seed` chooses. */
export function liver(company: BenchCompany): (id: string, number: string, at: number, steps: number, seed: number, facts?: Record<string, boolean>) => Life {
  const rules = readFileSync(join(packageRoot(), 'policies/property-management/policy.yaml'), 'utf8');
  const read = readPolicy({ file: 'policy.yaml', text: rules });
  if (!read.policy) throw new Error('the policy cannot be read');
  const policy = withDailyActs(read.policy);
  const calendars = calendarsOf(policy, {}, new Date().getUTCFullYear());
  const held: Record<string, [string, string | null]> = { agent: ['cs-staff', 'customer-service'], specialist: ['cs-staff', 'customer-service'], engineer: ['repair-worker', 'engineering'], manager: ['department-manager', 'engineering'], director: ['project-manager', null] };
  const directory = { units: ['customer-service', 'engineering'], people: Object.entries(held).map(([name, [position, unit]]) => ({ person: company.people[name] ?? '', unit, positions: [{ position, unit }] })) };
  const actor = (name: string): Actor => ({ is: 'person', ...(directory.people.find((each) => each.person === company.people[name]) ?? { person: '', unit: null, positions: [] }), rights: ['work', 'oversee', 'record-late'] });
  const worldAt = (now: number): World => ({ policy, calendars, directory, now });
  const kept = (decision: ReturnType<typeof decideAct>): Decided => {
    if (decision.refused) throw new Error(JSON.stringify(decision));
    return decision;
  };
  return (id, number, at, steps, seed, facts = { service_short: true }) => {
    const received = kept(decideReceive(worldAt(at), {
      id, kind: 'complaint', number, unit: null, about: null, parent: null, act: 'receive', actor: actor('agent'), fields: {}, occurredAt: at,
      facts: { content: SUBJECTS[seed % SUBJECTS.length] ?? '', ...facts },
    }));
    let matter = received.matter;
    const events = [...received.events];
    for (const [act, who, given, minutes] of STEPS.slice(0, steps)) {
      const kind = policy.kinds['complaint'];
      const rule = kind?.acts[act];
      if (!kind || !rule) throw new Error(act);
      const { fields, facts } = readGiven(given, { policy, directory, kind, act: rule, matter });
      const done = kept(decideAct(worldAt(at + minutes * 60_000), matter, { act, actor: actor(who), facts, fields, occurredAt: at + minutes * 60_000 }));
      matter = done.matter;
      events.push(...done.events);
    }
    return { policy, matter, events, notices: received.notices.filter((each) => each.to.length > 0).length };
  };
}
