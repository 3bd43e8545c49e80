import { z } from 'zod';
import { gatherTenant, hiddenKinds, type Surroundings } from '#capabilities/matters/index.ts';
import { withReadScope } from '#platform/db/index.ts';
import { missing, operation, type Actor, type Context } from '#platform/operations/index.ts';
import { kindJson, policyJson as policyShape, policyPage as pageShape } from '../contract.ts';
import { kindsOf, policyJson, policyPage, type Reader } from '../server/page.ts';

interface Asked { readonly actor: Actor; readonly context: Context }

function reading<T>({ actor, context }: Asked, present: (around: Surroundings, reader: Reader) => T): Promise<T> {
  return withReadScope(context.db, actor, async (scope) => {
    const around = await gatherTenant(scope, context.clock.now());
    return present(around, { actor, language: actor.language, directory: around.company.directory, hidden: hiddenKinds(around, actor) });
  });
}

export const listPolicies = operation({
  method: 'GET', path: '/api/policies', summary: { zh: '生效的制度', en: 'Policies in force' }, access: { is: 'right', right: 'read-policy' },
  answer: z.object({ items: z.array(policyShape), next: z.null() }),
  handle: (call) => reading(call, (around, reader) => ({ items: around.policies.inForce.map((each) => policyJson(each, around.policies.since[each.policy.version] ?? null, reader)), next: null })),
});

export const readPolicyPage = operation({
  method: 'GET', path: '/api/policies/{id}', summary: { zh: '查看制度', en: 'Read a policy' }, access: { is: 'right', right: 'read-policy' },
  params: z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{0,79}$/) }), answer: pageShape,
  handle: (call) => reading(call, (around, reader) => {
    const runnable = around.policies.inForce.find(({ policy }) => policy.id === call.input.params.id);
    if (!runnable) throw missing();
    return policyPage(runnable, around.policies.since[runnable.policy.version] ?? null, reader);
  }),
});

export const listKinds = operation({
  method: 'GET', path: '/api/kinds', summary: { zh: '事项种类', en: 'Kinds of matters' }, access: { is: 'right', right: 'work' },
  answer: z.object({ items: z.array(kindJson), next: z.null() }),
  handle: (call) => reading(call, (around, reader) => ({ items: kindsInForce(around, reader), next: null })),
});

/** A kind that several policies in force know is the newest one's, as at the intake. */
function kindsInForce(around: Surroundings, reader: Reader): z.infer<typeof kindJson>[] {
  return around.policies.inForce.flatMap((each) => kindsOf(each.policy, reader).filter((kind) => around.policies.forKind(kind.id) === each));
}

/** Everything that can be asked of policies over HTTP. */
export const policyOperations = [listPolicies, readPolicyPage, listKinds] as const;
