import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '#platform/config/index.ts';
import type { Scope } from '#platform/db/index.ts';
import { changing } from '#platform/idempotency/index.ts';
import { conflict, wrong, type Actor, type Context } from '#platform/operations/index.ts';
import { companyNow } from '../server/now.ts';
import { published } from '../contract.ts';
import { PolicyRefused, publishPolicy } from '../server/publish.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,79}$/);
/** Either the two files of a policy (its name is the one its rules give; said as well, both must be the same), or the name of one the product brings. */
const publishBody = z.union([z.strictObject({ shipped: id }), z.strictObject({ id: id.optional(), rules: z.string().max(600_000), document: z.string().max(400_000) })]);

export const publishPolicyVersion = changing({
  method: 'POST', path: '/api/policies', summary: { zh: '发布制度', en: 'Publish a policy' }, access: { is: 'administrator' }, body: publishBody, answer: published, status: 201,
  before: async ({ input: { body } }) => ('shipped' in body ? { id: body.shipped, ...(await shippedFiles(body.shipped)) } : body),
  change: (scope, { context }, files) => publish(scope, context, files),
});

async function publish(scope: Scope<Actor>, context: Context, files: { readonly id?: string | undefined; readonly rules: string; readonly document: string }): Promise<z.infer<typeof published>> {
  const { actor } = scope;
  try {
    scope.onCommit(() => context.identity.forget(scope.tenant));
    const { now } = await companyNow(scope, context.clock.now());
    const policy = await publishPolicy(scope, { ...files, actor: actor.person, at: now });
    return { id: policy.id, version: policy.version, title: policy.title };
  } catch (error) {
    if (!(error instanceof PolicyRefused)) throw error;
    const problems = error.problems.map(({ file, line, clause, message }) => ({ file, line, clause, message: message[actor.language] }));
    throw conflict('policy-refused', { zh: '制度里还有错误，没有发布。逐条改正后再发布。', en: 'The policy has errors and was not published. Correct what is listed, then publish again.' }, { problems });
  }
}

async function shippedFiles(name: string): Promise<{ rules: string; document: string }> {
  const read = (file: string): Promise<string> => readFile(join(packageRoot(), 'policies', name, file), 'utf8');
  try {
    return { rules: await read('policy.yaml'), document: await read('document.md') };
  } catch {
    const there = (await readdir(join(packageRoot(), 'policies'), { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).toSorted();
    throw wrong([{ path: ['body', 'shipped'], message: { zh: `没有随附的制度“${name}”，可选：${there.join('、')}。`, en: `No policy “${name}” comes with the product; there are: ${there.join(', ')}.` } }]);
  }
}
