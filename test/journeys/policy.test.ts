import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { journey } from './journey.ts';

const numberIn = (text: string): number => Number(/\d+/.exec(text)?.[0]);

journey('the policy page counts every clause once, and shows honestly those that nothing carries', async ({ people }) => {
  const page = await people.enter('agent', '/policy');
  const counts = page.getByRole('group', { name: '覆盖' }).getByRole('button');
  await counts.first().waitFor();
  const [all = '', ...parts] = await counts.allInnerTexts();
  const clauses = page.getByRole('article').getByRole('button');
  expect(parts.map(numberIn).reduce((sum, part) => sum + part, 0)).toBe(numberIn(all));
  expect(await clauses.count()).toBe(numberIn(all));

  const open = counts.filter({ hasText: '未落实' });
  await open.click();
  await clauses.first().waitFor();
  const shown = await clauses.allInnerTexts();
  expect(shown).toHaveLength(numberIn(await open.innerText()));
  expect(shown.every((clause) => clause.startsWith('未落实'))).toBe(true);
  expect(shown.length).toBeGreaterThan(0);
  await clauses.first().click();
  await page.getByText('系统还不执行这一条，须由人照办').waitFor();
});

journey('a clause that is carried says by which rules', async ({ people }) => {
  const page = await people.enter('agent', '/policy');
  await page.getByRole('searchbox', { name: '搜条款号或文字' }).fill('B-4.4.2.2.2-b');
  const clauses = page.getByRole('article').getByRole('button');
  await clauses.filter({ hasText: 'B-4.4.2.2.2-b' }).click();
  const rules = page.getByRole('region', { name: 'B-4.4.2.2.2-b' });
  await rules.getByText('执行', { exact: true }).waitFor();
  await rules.getByRole('listitem').filter({ hasText: '处理办结' }).first().waitFor();
});

journey('a policy is published by its two files; one with errors is told line by line, and nothing has changed then', async ({ people }) => {
  people.expect('409 (Conflict)');
  const page = await people.enter('admin', '/policy', {}, 'retail');
  const version = page.getByText(/校验码 [0-9a-f]{8}/);
  const edition = async (): Promise<string | undefined> => /校验码 [0-9a-f]{8}/.exec(await version.innerText())?.[0];
  const before = await edition();
  await page.getByRole('button', { name: '发布制度' }).click();
  const panel = page.getByRole('dialog', { name: '发布制度' });
  expect(await panel.getByRole('button', { name: '发布制度' }).isDisabled()).toBe(true);
  const rules = await readFile('policies/retail/policy.yaml', 'utf8');
  await panel.getByLabel('规则（policy.yaml）').setInputFiles({ name: 'policy.yaml', mimeType: 'text/yaml', buffer: Buffer.from(rules.replace('stages: [logged, in-hand', 'stage: [logged, in-hand')) });
  await panel.getByLabel('正文（document.md）').setInputFiles('policies/retail/document.md');
  await panel.getByRole('button', { name: '发布制度' }).click();
  await panel.getByRole('alert', { name: '有错误，没有发布' }).getByText(/policy\.yaml:\d+/).first().waitFor();
  expect(await edition()).toBe(before);
  await panel.getByLabel('规则（policy.yaml）').setInputFiles('policies/retail/policy.yaml');
  await panel.getByRole('button', { name: '发布制度' }).click();
  await page.getByText(/已生效/).waitFor();
  await panel.waitFor({ state: 'hidden' });
  expect(await edition()).toBe(before);
});
