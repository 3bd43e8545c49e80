import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { changeDirectory } from '#capabilities/identity/index.ts';
import type { Directory, Policy } from '#engine';
import type { Language } from '#engine/text.ts';
import { packageRoot } from '#platform/config/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { conflict, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { mayReceive } from '../rules/seeing.ts';
import { companyNow } from '../server/now.ts';
import { published } from '../contract.ts';
import type { TenantPolicies } from '../server/in-force.ts';
import { PolicyRefused, publishPolicy, soundPolicy } from '../server/publish.ts';
import { withdrawPolicy } from '../server/withdraw.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/);
/** Kinds that another policy in force receives may go over to this one. */
const takeOver = z.boolean().optional();
/** Either the two files of a policy (its name is the one its rules give; said as well, both must be the same), or the name of one the product brings. */
const publishBody = z.union([z.strictObject({ shipped: id, takeOver }), z.strictObject({ takeOver, id: id.optional(), rules: z.string().max(600_000), document: z.string().max(400_000) })]);

export const publishPolicyVersion = changing({
  method: 'POST', path: '/api/policies', summary: { zh: '发布制度', en: 'Publish a policy' }, access: { is: 'administrator' }, body: publishBody, answer: published, status: 201,
  before: async ({ input: { body } }) => ('shipped' in body ? { id: body.shipped, takeOver: body.takeOver, ...(await shippedFiles(body.shipped)) } : body),
  change: (scope, { context }, files) => publish(scope, context, files),
});

async function publish(scope: Scope<Actor>, context: Context, { takeOver: agreed, ...files }: { readonly id?: string | undefined; readonly takeOver?: boolean | undefined; readonly rules: string; readonly document: string }): Promise<z.infer<typeof published>> {
  const { actor } = scope;
  try {
    scope.onCommit(() => context.identity.forget(scope.tenant));
    // Before looking: of two publishings at once the second sees what the first has put into force.
    await changeDirectory(scope);
    const { now, policies, company } = await companyNow(scope, context.clock.now());
    if (agreed !== true) requireNoTakingOver(policies, company.directory, soundPolicy(files), actor.language);
    const policy = await publishPolicy(scope, { ...files, actor: actor.person, at: now });
    return { id: policy.id, version: policy.version, title: policy.title };
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error;
    const problems = error.problems.map(({ file, line, clause, message }) => ({ file, line, clause, message: message[actor.language] }));
    throw conflict('policy-refused', { zh: '制度里还有错误，没有发布。逐条改正后再发布。', en: 'The policy has errors and was not published. Correct what is listed, then publish again.' }, { problems });
  }
}

/** Kinds that another policy in force receives now; published all the same, they are this one's, and the other's positions register them no more. @throws Failure 409 */
function requireNoTakingOver(policies: TenantPolicies, directory: Directory, policy: Policy, language: Language): void {
  const taken = Object.values(policy.kinds).flatMap((kind) => {
    const now = policies.forKind(kind.id)?.policy;
    if (now === undefined || now.id === policy.id) return [];
    const receivers = directory.people.some((person) => mayReceive({ is: 'person', ...person, rights: ['work'] }, policy, kind, directory));
    return [{ kind: kind.title, from: now.title, receivers }];
  });
  if (taken.length === 0) return;
  const sentences = [...new Set(taken.map((each) => each.from))].map((from) => SAYS[language](from, taken.filter((each) => each.from === from).map((each) => each.kind)));
  const nobody = taken.filter((each) => !each.receivers).map((each) => each.kind);
  const says = [...sentences, ...(nobody.length > 0 ? [NOBODY[language](nobody)] : [])];
  throw conflict('takes-over', { zh: `${says.join('')}确认后才发布。`, en: `${says.join(' ')} It is published once you confirm.` }, { taken: taken.map(({ kind, from }) => ({ kind, from })) });
}

const NOBODY: Readonly<Record<Language, (kinds: readonly string[]) => string>> = {
  zh: (kinds) => `现在没有人担任新制度里能登记${kinds.map((kind) => `「${kind}」`).join('')}的岗位：发布后要先在“组织岗位”里给人岗位，在那之前谁也不能登记。`,
  en: (kinds) => `Nobody holds a position of the new policy that registers ${kinds.map((kind) => `“${kind}”`).join(', ')}: until you give people such positions under Organisation, nobody can register them.`,
};
const SAYS: Readonly<Record<Language, (from: string, kinds: readonly string[]) => string>> = {
  zh: (from, kinds) => `${kinds.map((kind) => `「${kind}」`).join('')}现在按《${from}》登记，发布后改按新制度，《${from}》的岗位不能再登记；已登记的仍按原来的版本办完。`,
  en: (from, kinds) => `${kinds.map((kind) => `“${kind}”`).join(', ')}: received under “${from}” now, and under the new policy once it is published; positions of “${from}” register them no more. What was received keeps its version.`,
};

export const withdrawPolicyInForce = changing({
  method: 'POST', path: '/api/policies/{id}/withdraw', summary: { zh: '停用制度', en: 'Withdraw a policy' }, access: { is: 'administrator' }, params: z.strictObject({ id }), answer: z.undefined(), status: 204,
  async change(scope, { input: { params }, context }) {
    scope.onCommit(() => context.identity.forget(scope.tenant));
    const { now } = await companyNow(scope, context.clock.now());
    await withdrawPolicy(scope, params.id, now);
    return undefined;
  },
});

async function shippedFiles(name: string): Promise<{ rules: string; document: string }> {
  const read = (file: string): Promise<string> => readFile(join(packageRoot(), 'policies', name, file), 'utf8');
  try {
    return { rules: await read('policy.yaml'), document: await read('document.md') };
  } catch {
    const there = (await readdir(join(packageRoot(), 'policies'), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
    throw wrong([{ path: ['body', 'shipped'], message: { zh: `没有随附的制度“${name}”，可选：${there.join('、')}。`, en: `No policy “${name}” comes with the product; there are: ${there.join(', ')}.` } }]);
  }
}
