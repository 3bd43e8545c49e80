import { dangersIn, type BaseAct, type MatterState, type Policy } from '#engine';

/** Why a matter cannot wait for its turn: reported urgently, or with somebody in danger by its policy. */
export interface Pressing { readonly urgent: boolean; /** Titles of the dangers. */ readonly dangers: string[] }

/** By these a matter is made known, weighed or passed on: it still waits for somebody to take it up. */
const NOT_TAKING: readonly BaseAct[] = ['receive', 'open', 'classify', 'forward', 'dispatch', 'report', 'inform'];

/** Whether a matter stands before all others on the desks it lies on; null when it does not, or when somebody has taken it up. */
export function pressingOf(policy: Policy, { kind: id, acts, facts, ended }: Pick<MatterState, 'kind' | 'acts' | 'facts' | 'ended'>): Pressing | null {
  const kind = policy.kinds[id];
  const urgent = acts.some((each) => each.fields.urgent === true);
  const dangers = dangersIn(kind, facts).map((each) => each.title);
  if (ended || (!urgent && dangers.length === 0)) return null;
  const taken = acts.some((each) => {
    const act = kind?.acts[each.act];
    return each.actor !== 'system' && act !== undefined && act.daily === null && !NOT_TAKING.includes(act.is);
  });
  return taken ? null : { urgent, dangers };
}
