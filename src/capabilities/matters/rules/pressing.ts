import { dangersIn, type BaseAct, type MatterState, type Policy } from '#engine';

/** Why a matter cannot wait for its turn: reported urgently, or with somebody in danger by its policy. */
export interface Pressing { readonly urgent: boolean; /** Titles of the dangers. */ readonly dangers: string[] }

/** What is grave in a matter whatever its severity says, also after somebody has taken it up: 险情 or 紧急 stands where a light severity would. */
export function perilOf(policy: Policy, { kind, facts, urgent }: { readonly kind: string; readonly facts: MatterState['facts']; readonly urgent: boolean }): Pressing | null {
  const dangers = dangersIn(policy.kinds[kind], facts).map((each) => each.title);
  return urgent || dangers.length > 0 ? { urgent, dangers } : null;
}

/** Whether a matter was reported urgently (紧急上报). */
export const reportedUrgently = (acts: MatterState['acts']): boolean => acts.some((each) => each.fields.urgent === true);

/** By these a matter is made known, weighed or passed on: it still waits for somebody to take it up. */
const NOT_TAKING: readonly BaseAct[] = ['receive', 'open', 'classify', 'forward', 'dispatch', 'report', 'inform'];

/** Whether a matter stands before all others on the desks it lies on; null when it does not, or when somebody has taken it up. */
export function pressingOf(policy: Policy, { kind: id, acts, facts, ended }: Pick<MatterState, 'kind' | 'acts' | 'facts' | 'ended'>): Pressing | null {
  const kind = policy.kinds[id];
  const peril = perilOf(policy, { kind: id, facts, urgent: reportedUrgently(acts) });
  if (ended || peril === null) return null;
  const taken = acts.some((each) => {
    const act = kind?.acts[each.act];
    return each.actor !== 'system' && act !== undefined && act.daily === null && !NOT_TAKING.includes(act.is);
  });
  return taken ? null : peril;
}
