import { expect, it } from 'vitest';
import { openProduct, testDatabase } from '../support/index.ts';
import { trialCompany } from '../support/trial.ts';

const base = await testDatabase();
const product = await openProduct(base);
const { as } = await trialCompany(base, product, null, (rules) => rules.replace('see: [manager]', 'see: [handler]'));

const payload = { kind: 'tip', channel: 'phone', content: '仓库的人把退回的机器拿出去卖' };
const tip = async (as: string) => (await product.ask({ method: 'POST', url: '/api/matters', payload }, as)).json() as { readonly id: string; readonly number: string };
const offered = async (as: string, id: string): Promise<string> => {
  const acts = (await product.ask({ url: `/api/matters/${id}/acts` }, as)).json() as readonly { readonly act: string; readonly asks: unknown }[];
  return JSON.stringify(acts.find((each) => each.act === 'merge')?.asks);
};

it('offers to merge into matters that are alike, and into none that does not exist for the reader', async () => {
  const [mine, alsoMine, another] = [await tip(as.manager), await tip(as.manager), await tip(as.boss)];
  const rows = await offered(as.manager, mine.id);
  expect(rows).toContain(alsoMine.number);
  expect(rows).not.toContain(another.number);
});
