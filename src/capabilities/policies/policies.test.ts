import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '#platform/config/index.ts';
import { withScope } from '#platform/db/index.ts';
import { fireWhatIsDue } from '#capabilities/matters/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { PolicyRefused, policyStream, publishPolicy } from './index.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { ask } = product;
const tenant = await base.company('garden');
const AT = Date.parse('2026-03-02T09:00:00+08:00');
const DAY = 86_400_000;
const file = (policy: string, name: string): Promise<string> => readFile(join(packageRoot(), 'policies', policy, name), 'utf8');
const rows = <T>(text: string, ...values: unknown[]): Promise<T[]> => base.owner({ text, values }) as Promise<T[]>;
const publish = async (id: string, at = AT, change = (text: string): string => text): Promise<string> => {
  const [rules, document] = await Promise.all([file(id, 'policy.yaml'), file(id, 'document.md')]);
  const { version } = await withScope(base.database, { tenant }, (scope) => publishPolicy(scope, { id, rules: change(rules), document, actor: null, at }));
  product.context.identity.forget(tenant);
  return version;
};
let clerk = '';

beforeAll(async () => {
  await withScope(base.database, { tenant }, (scope) => scope.run({ text: "insert into unit (tenant_id, code, name) values ($1, 'apparel', '女装与男装部')", values: [scope.tenant] }));
  await publish('retail');
  await product.person(tenant, { username: 'clerk', password: 'clerk-password', positions: [{ position: 'after-sales-staff', unit: 'after-sales' }] });
  clerk = await product.signIn('garden', 'clerk', 'clerk-password');
});

describe('publishing a policy', () => {
  it('writes the units and positions that are missing, with rights by level, and leaves alone those there are', async () => {
    expect(await rows("select name from unit where code in ('apparel', 'food') and tenant_id = $1 order by code", tenant)).toEqual([{ name: '女装与男装部' }, { name: '食品部' }]);
    expect(await rows("select code, rights from position where tenant_id = $1 and code in ('after-sales-staff', 'general-manager') order by code", tenant)).toEqual([
      { code: 'after-sales-staff', rights: ['work', 'read-policy'] }, { code: 'general-manager', rights: ['work', 'read-policy', 'record-late', 'oversee'] },
    ]);
  });

  it('plans the periodic kinds for the end of their period', async () => {
    expect((await rows<{ kind: string; next_at: number }>('select kind, next_at from recurrence where tenant_id = $1', tenant)).map(({ kind, next_at }) => [kind, new Date(next_at).toISOString()])).toEqual([['opinion-box', '2026-03-08T16:00:00.000Z']]);
  });

  it('takes the version before out of force, keeps it readable, and can bring it back; each time with an event', async () => {
    const first = (await rows<{ version: string }>('select version from policy_version where tenant_id = $1', tenant))[0]?.version;
    const second = await publish('retail', AT + DAY, (text) => text.replace('title: 售后服务与投诉处理制度', 'title: 售后服务与投诉处理制度（修订）'));
    expect(second).not.toBe(first);
    expect((await ask({ url: '/api/policies' }, clerk)).json().items.map((each: { version: string; title: string }) => [each.version, each.title])).toEqual([[second, '售后服务与投诉处理制度（修订）']]);
    expect(await publish('retail', AT + 2 * DAY)).toBe(first);
    expect((await ask({ url: '/api/policies' }, clerk)).json().items).toMatchObject([{ version: first, inForceFrom: '2026-03-04T09:00:00+08:00' }]);
    const told = await rows<{ body: { version: string }; seq: number }>('select seq, body from event where tenant_id = $1 and stream = $2 order by seq', tenant, policyStream(tenant, 'retail'));
    expect(told.map((row) => [row.seq, row.body.version])).toEqual([[1, first], [2, second], [3, first]]);
  });

  it('refuses a policy with errors, each with its line, and nothing of it is written', async () => {
    const broken = publish('retail', AT + 3 * DAY, (text) => text.replace('do: reply, due: same day', 'do: answer-somehow, due: same day').replace('\npositions:', '\npositionz:'));
    const refusal: unknown = await broken.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(PolicyRefused);
    if (refusal instanceof PolicyRefused) expect(refusal.problems.map(({ severity, file, message }) => [severity, file, message.en])).toEqual([['error', 'retail/policy.yaml', expect.stringContaining('positionz')], ['error', 'retail/policy.yaml', expect.stringContaining('answer-somehow')]]);
    expect(await rows('select 1 from policy_version where tenant_id = $1', tenant)).toHaveLength(2);
  });

  it('refuses a policy under another name than its own', async () => {
    const [rules, document] = await Promise.all([file('retail', 'policy.yaml'), file('retail', 'document.md')]);
    await expect(withScope(base.database, { tenant }, (scope) => publishPolicy(scope, { id: 'bank', rules, document, actor: null, at: AT }))).rejects.toThrow(PolicyRefused);
  });

  it('streams are identifiers that never change, one for each company and policy', () => {
    expect(policyStream(tenant, 'retail')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set([policyStream(tenant, 'retail'), policyStream(tenant, 'bank'), policyStream(product.context.clock.now().toString(), 'retail')]).size).toBe(3);
  });
});

describe('reading policies', () => {
  it('tells what carries each clause, in a sentence, and which are open', async () => {
    const page = (await ask({ url: '/api/policies/retail' }, clerk)).json();
    const clause = page.clauses.find((each: { id: string }) => each.id === 'C4-10-c');
    expect(clause).toMatchObject({ carried: 'enforced' });
    expect(clause.by.find((each: { section: string }) => each.section === 'guards')).toMatchObject({ id: 'handled-through', title: '调查并落实措施', says: expect.stringContaining('须已写明「调查情况」') });
    expect(page.counts.all).toBe(page.clauses.length);
    expect(page.words).toContainEqual({ word: '及时', means: '1 个工作日', ours: '制度未给出数字，按 1 个工作日' });
    expect(page.rules.map((rule: { section: string }) => rule.section)).toEqual(expect.arrayContaining(['duties', 'guards', 'reactions', 'approvals', 'measures', 'forms', 'guidance']));
  });

  it('is not there for a policy that is not', async () => {
    for (const id of ['bank', '..', 'a'.repeat(200)]) expect((await ask({ url: `/api/policies/${id}` }, clerk)).statusCode).toBe(404);
  });

  it('gives the kinds with what their intake asks, and who may receive them', async () => {
    const kinds = (await ask({ url: '/api/kinds' }, clerk)).json().items;
    const complaint = kinds.find((kind: { id: string }) => kind.id === 'complaint');
    expect(complaint).toMatchObject({ mayReceive: true, policy: 'retail', stages: [{ id: 'logged', title: '已登记' }, { id: 'in-hand' }, { id: 'answered' }, { id: 'closed' }] });
    expect(complaint.asks.map((each: { name: string }) => each.name)).toEqual(['matter_of', 'about', 'hurt', 'goods_name', 'answerable_at_once']);
    expect(complaint.axes.map((axis: { fact: string }) => axis.fact)).toEqual(['matter_of', 'about']);
    expect(kinds.find((kind: { id: string }) => kind.id === 'opinion-box').mayReceive).toBe(false);
  });
});

describe('two policies in force', () => {
  it('do not take kinds from one another unasked, and one can be withdrawn: what it began goes on, what comes follows the other', async () => {
    await product.person(tenant, { username: 'chief', password: 'chief-password', positions: [], administrator: true });
    const chief = await product.signIn('garden', 'chief', 'chief-password');
    const post = (url: string, payload?: object) => ask({ method: 'POST', url, ...(payload ? { payload } : {}) }, chief);
    const received = await ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '鞋底开胶', customer: { name: '王' } } }, clerk);
    expect(received.statusCode, received.body).toBe(201);
    const refused = await post('/api/policies', { shipped: 'property-management' });
    expect([refused.statusCode, refused.json().error, refused.json().message]).toEqual([409, 'takes-over', expect.stringMatching(/「.+」现在按《售后服务与投诉处理制度》登记.+现在没有人担任新制度里能登记「.+」的岗位/u)]);
    expect((await post('/api/policies', { shipped: 'retail' })).statusCode).toBe(201);
    expect((await post('/api/policies', { shipped: 'property-management', takeOver: true })).statusCode).toBe(201);
    expect((await post('/api/policies/property-management/withdraw')).statusCode).toBe(204);
    expect((await post('/api/policies/property-management/withdraw')).statusCode).toBe(404);
    expect((await ask({ url: '/api/policies' }, clerk)).json().items.map((each: { id: string }) => each.id)).toEqual(['retail']);
    expect((await post('/api/policies/retail/withdraw')).statusCode).toBe(204);
    expect(await rows('select 1 from recurrence where tenant_id = $1', tenant)).toEqual([]);
    expect((await ask({ url: `/api/matters/${received.json().id}` }, clerk)).json()).toMatchObject({ policy: { id: 'retail' } });
    expect((await ask({ method: 'POST', url: `/api/matters/${received.json().id}/acts`, payload: { act: 'note', fields: { text: '在办' } } }, clerk)).statusCode).toBe(200);
    expect((await post('/api/policies', { shipped: 'retail' })).statusCode).toBe(201);
  });

  it('after a take-over the calendar opens each periodic kind once, under the policy that receives it', async () => {
    await product.person(tenant, { username: 'chief-of-weeks', administrator: true, password: 'chief-password' });
    // A session ends within the weeks that pass here.
    const post = async (url: string, payload?: object) => ask({ method: 'POST', url, ...(payload ? { payload } : {}) }, await product.signIn('garden', 'chief-of-weeks', 'chief-password'));
    const [rules, document] = await Promise.all([file('retail', 'policy.yaml'), file('retail', 'document.md')]);
    expect((await post('/api/policies', { shipped: 'retail', takeOver: true })).statusCode).toBe(201);
    product.clock.advance(1000);
    const taken = await post('/api/policies', { rules: rules.replace(/^policy: retail$/m, 'policy: retailb'), document, takeOver: true });
    expect(taken.statusCode, taken.body).toBe(201);
    const versions = async (): Promise<readonly string[]> => (await rows<{ policy: string }>("select distinct policy from matter where tenant_id = $1 and channel = 'internal' and parent_id is null", tenant)).map((row) => row.policy).toSorted();
    const before = await rows('select 1 from matter where tenant_id = $1', tenant);
    product.clock.advance(8 * DAY);
    await fireWhatIsDue(product.context);
    expect((await rows('select 1 from matter where tenant_id = $1', tenant)).length).toBeGreaterThan(before.length);
    expect(await versions()).toEqual(['retailb']);
    expect((await post('/api/policies/retailb/withdraw')).statusCode).toBe(204);
    expect(await rows("select 1 from recurrence where tenant_id = $1 and policy = 'retail'", tenant)).not.toEqual([]);
    product.clock.advance(8 * DAY);
    await fireWhatIsDue(product.context);
    expect(await versions()).toEqual(['retail', 'retailb']);
    expect((await post('/api/policies/retail/withdraw')).statusCode).toBe(204);
  });

  it('of two policies that know the same kinds, published at the same moment, one is in force and the other has to ask', async () => {
    await product.person(tenant, { username: 'chief-of-two', administrator: true, password: 'chief-password' });
    const chief = await product.signIn('garden', 'chief-of-two', 'chief-password');
    const post = (url: string, payload?: object) => ask({ method: 'POST', url, ...(payload ? { payload } : {}) }, chief);
    for (let round = 0; round < 3; round++) {
      await Promise.all(['retail', 'property-management'].map((id) => post(`/api/policies/${id}/withdraw`)));
      const replies = await Promise.all(['retail', 'property-management'].map((shipped) => post('/api/policies', { shipped })));
      expect(replies.map((reply) => reply.statusCode).toSorted()).toEqual([201, 409]);
      expect(replies.find((reply) => reply.statusCode === 409)?.json()).toMatchObject({ error: 'takes-over' });
    }
  });
});
