import { z } from 'zod';
import { withReadScope } from '#platform/db/index.ts';
import { missing, operation, type Actor, type Context } from '#platform/operations/index.ts';
import { kindJson, policyJson as policyShape, policyPage as pageShape } from '../contract.ts';
import { kindsHiddenFrom } from '../rules/seeing.ts';
import type { TenantPolicies } from '../server/in-force.ts';
import { companyNow } from '../server/now.ts';
import { getCalendar, putCalendar } from './calendar.ts';
import { publishPolicyVersion, withdrawPolicyInForce } from './publish.ts';
import { kindsOf, policyJson, policyPage, type Reader } from '../server/page.ts';

interface Asked { readonly actor: Actor; readonly context: Context }

function reading<T>({ actor, context }: Asked, present: (policies: TenantPolicies, reader: Reader) => T): Promise<T> {
  return withReadScope(context.db, actor, async (scope) => {
    const { policies, company: { directory } } = await companyNow(scope, context.clock.now());
    return present(policies, { actor, language: actor.language, directory, hidden: kindsHiddenFrom(actor, policies.inForce.map(({ policy }) => policy), directory) });
  });
}

export const listPolicies = operation({
  method: 'GET', path: '/api/policies', summary: { zh: '生效的制度', en: 'Policies in force' }, access: { is: 'right', right: 'read-policy' },
  answer: z.object({ items: z.array(policyShape), next: z.null() }),
  handle: (call) => reading(call, (policies, reader) => ({ items: policies.inForce.map((each) => policyJson(each, policies.since[each.policy.version] ?? null, reader)), next: null })),
});

export const readPolicyPage = operation({
  method: 'GET', path: '/api/policies/{id}', summary: { zh: '查看制度', en: 'Read a policy' }, access: { is: 'right', right: 'read-policy' },
  params: z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/) }), answer: pageShape,
  handle: (call) => reading(call, (policies, reader) => {
    const runnable = policies.inForce.find(({ policy }) => policy.id === call.input.params.id);
    if (!runnable) throw missing();
    return policyPage(runnable, policies.since[runnable.policy.version] ?? null, reader);
  }),
});

export const listKinds = operation({
  method: 'GET', path: '/api/kinds', summary: { zh: '事项种类', en: 'Kinds of matters' }, access: { is: 'right', right: 'work' },
  answer: z.object({ items: z.array(kindJson), next: z.null() }),
  handle: (call) => reading(call, (policies, reader) => ({ items: kindsInForce(policies, reader), next: null })),
});

/** A kind that several policies in force know is the newest one's, as at the intake. */
function kindsInForce(policies: TenantPolicies, reader: Reader): z.infer<typeof kindJson>[] {
  return policies.inForce.flatMap((each) => kindsOf(each.policy, reader).filter((kind) => policies.forKind(kind.id) === each));
}

/** Everything that can be asked of policies over HTTP. */
export const policyOperations = [listPolicies, readPolicyPage, listKinds, publishPolicyVersion, withdrawPolicyInForce, getCalendar, putCalendar] as const;
