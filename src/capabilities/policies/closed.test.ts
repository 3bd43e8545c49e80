import { describe, expect, it } from 'vitest';
import { versionOf } from '#engine/reading/index.ts';
import { openProduct, testDatabase } from '../../../test/support/index.ts';
import { trialCompany } from '../../../test/support/trial.ts';

const base = await testDatabase();
const product = await openProduct(base);
const LOOK_INTO = 'duties:\n  look-into: { of: tip, after: receive, who: manager, do: close, due: 1 working day, clause: X-9.3 }\n';
const { tenant, slug, as } = await trialCompany(base, product, null, (rules) => rules.replace('duties:\n', LOOK_INTO));
await product.person(tenant, { username: 'chief', positions: [], administrator: true, password: 'a long password' });
const chief = await product.signIn(slug, 'chief', 'a long password');
const [kept] = await base.owner<{ rules_text: string; document_text: string }>({ text: 'select rules_text, document_text from policy_version where tenant_id = $1', values: [tenant] });

const post = (url: string, payload: object | undefined, who: string) => product.ask({ method: 'POST', url, ...(payload ? { payload } : {}) }, who);
const read = (url: string, who: string) => product.ask({ url: encodeURI(url) }, who);
const tip = (await post('/api/matters', { kind: 'tip', channel: 'phone', content: '举报采购经理收回扣', customer: { name: '告密乙', phone: '13999990001', address: '某街9号' } }, as.manager)).json();
const open = (await post('/api/matters', { kind: 'complaint', channel: 'phone', content: '门锁坏了', customer: { id: tip.customer.id } }, as.clerk)).json();
const LISTS = ['/api/matters', '/api/matters?kind=tip', '/api/search?q=采购经理', `/api/search?q=${tip.number}`, '/api/obligations', '/api/contacts', `/api/customers/${tip.customer.id}`, `/api/customers/${tip.customer.id}/dealings`,
  '/api/handovers/sheet?unit=service', '/api/desk', `/api/matters/similar?customer=${tip.customer.id}&content=举报采购经理收回扣`, '/api/refusals'];

/** In which lists something of it stands for somebody. */
const standsIn = async (who: string): Promise<readonly string[]> => {
  const replies = await Promise.all(LISTS.map(async (path) => ({ path, reply: await read(path, who) })));
  return replies.filter(({ reply: { body } }) => [tip.id, tip.number, '收回扣'].some((word) => body.includes(word))).map(({ path }) => path);
};
const expectKept = async (): Promise<void> => {
  expect(await standsIn(as.clerk)).toEqual([]);
  expect((await read(`/api/matters/${tip.id}`, as.clerk)).statusCode).toBe(404);
  expect((await read('/api/matters', as.clerk)).body).toContain(open.id);
  expect((await standsIn(as.manager)).length).toBeGreaterThan(6);
};
const tipsOf = async (who: string) => (await read('/api/matters/count?kind=tip', who)).json().count;

/** A version without `see` follows the first. */
const openTheKind = async (): Promise<void> => {
  const rules = kept?.rules_text.replace('    see: [manager]\n', '') ?? '';
  expect(rules).not.toContain('see:');
  await base.owner({ text: 'update policy_version set in_force_until = $2 where tenant_id = $1', values: [tenant, new Date(1)] });
  await base.owner({ text: "insert into policy_version (tenant_id, policy, version, title, rules_text, document_text, published_at, in_force_from) values ($1, 'example', $2, '售后服务制度', $3, $4, $5, $5)", values: [tenant, versionOf(rules, kept?.document_text ?? ''), rules, kept?.document_text, new Date(1)] });
  await base.owner({ text: 'update tenant set directory_version = directory_version + 1 where id = $1', values: [tenant] });
};

describe('a matter of a kind that only some may see', () => {
  it('is kept from the others while its version is in force', async () => {
    await expectKept();
    expect([await tipsOf(as.clerk), await tipsOf(as.manager)]).toEqual([0, 1]);
  });

  it('stays kept by the version it began with when a new one opens the kind; what begins under that one is everybody’s', async () => {
    await openTheKind();
    await expectKept();
    const told = (await post('/api/matters', { kind: 'tip', channel: 'phone', content: '食堂不卫生', customer: { name: '丙' } }, as.manager)).json();
    expect((await read('/api/matters?kind=tip', as.clerk)).json().items.map((row: { id: string }) => row.id)).toEqual([told.id]);
    expect((await read(`/api/matters/${told.id}`, as.clerk)).statusCode).toBe(200);
    expect([await tipsOf(as.clerk), await tipsOf(as.manager)]).toEqual([1, 2]);
  });

  it('stays kept when the policy is withdrawn, who took calls sees customers as before, and the rows of the others keep their words', async () => {
    const rows = async () => (await read('/api/matters?kind=complaint', as.clerk)).json().items;
    const before = await rows();
    expect(before).toMatchObject([{ kindTitle: '投诉', receivedAt: expect.stringMatching(/\+08:00$/u) }]);
    expect((await post('/api/policies/example/withdraw', undefined, chief)).statusCode).toBe(204);
    await expectKept();
    expect(await rows()).toEqual(before);
    expect([await tipsOf(as.clerk), await tipsOf(as.manager)]).toEqual([1, 2]);
  });

  it('is followed by nothing while no policy is in force, which is said', async () => {
    const refused = await post('/api/matters', { kind: 'complaint', channel: 'phone', content: '门锁又坏了', customer: { name: '王' } }, as.clerk);
    expect([refused.statusCode, refused.json().details.issues]).toEqual([422, [{ path: ['body', 'kind'], message: expect.stringContaining('没有生效的制度') }]]);
  });
});
