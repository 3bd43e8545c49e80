import { expect } from 'vitest';
import { journey } from './journey.ts';
import { receive } from './steps.ts';

journey('one press turns the screen, its messages and the next visit into English, and another back', async ({ people }) => {
  const page = await people.signIn('agent');
  const matter = await receive(page, '电梯里广告声音太大');
  await page.goto(`/matters/${matter.id}`);
  await page.getByRole('button', { name: '周晓岚', exact: true }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.getByRole('region', { name: 'Timeline' }).waitFor();
  await page.getByRole('region', { name: 'Limits' }).getByRole('button', { name: 'Why' }).first().waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');

  await page.reload();
  await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'My desk' }).click();
  await page.getByRole('tab', { name: /^Now \d+$/ }).waitFor();
  await page.goto('/matters/00000000-0000-7000-8000-000000000000');
  people.expect('404 (Not Found)');
  const said = await page.getByRole('alert').innerText();
  expect(said).not.toMatch(/\p{Script=Han}/u);

  await page.getByRole('button', { name: '周晓岚', exact: true }).click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await page.getByRole('navigation', { name: '菜单' }).waitFor();
});
