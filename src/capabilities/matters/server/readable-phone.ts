import { wrongPhone } from '#capabilities/customers/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { wrong, type Actor } from '#platform/operations/index.ts';
import type { ReceiveBody } from '../contract.ts';
import { withPhoneAsTyped } from '../rules/as-typed.ts';
import { perilOf } from '../rules/pressing.ts';
import type { MattersContext } from './context.ts';
import { gatherTenant } from './gather.ts';

/**
 * What is received, with a telephone number that is one. Nobody in danger waits for a number: then it is kept as it was typed.
 * @param path - where in the request the customer stands @throws Failure 422 for what is no telephone number, while nobody is in danger
 */
export async function withReadablePhone(context: MattersContext, actor: Actor, body: ReceiveBody, path: readonly string[]): Promise<ReceiveBody> {
  const { customer } = body;
  const sentence = customer && 'phone' in customer && customer.phone !== undefined ? wrongPhone(customer.phone) : null;
  if (!sentence) return body;
  if (body.urgent || await isInDanger(context, actor, body)) return withPhoneAsTyped(body, actor.language);
  throw wrong([{ path: [...path, 'customer', 'phone'], message: sentence }]);
}

/** Whether what is received says by itself that somebody is in danger. */
export async function isInDanger(context: MattersContext, actor: Actor, { kind, facts = {} }: ReceiveBody): Promise<boolean> {
  const around = await withReadScope(context.db, actor, async (scope) => gatherTenant(scope, context.clock.now()));
  const runnable = around.policies.forKind(kind);
  return runnable !== null && runnable !== undefined && perilOf(runnable.policy, { kind, facts, urgent: false }) !== null;
}
