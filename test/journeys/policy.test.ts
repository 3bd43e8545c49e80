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
