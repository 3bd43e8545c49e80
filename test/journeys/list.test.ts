import { expect } from 'vitest';
import { journey } from './journey.ts';
import { choose, receive } from './steps.ts';

const VISITS = 55;

journey('the list shows a page, then the next; it is narrowed by kind, words and state, and its address keeps that', async ({ people }) => {
  const page = await people.enter('agent', '/', {}, 'retail');
  for (let at = 1; at <= VISITS; at += 1) {
    await receive(page, `走访第 ${at} 户老顾客`, { kind: 'visit', facts: { relation: 'shopper', form: 'phone', planned_on: '2026-03-20' }, customer: { name: `老顾客${at}`, phone: `139444400${String(at).padStart(2, '0')}` } });
  }
  await page.goto('/matters');
  await choose(page, page.getByRole('combobox', { name: '种类' }), '走访');
  await page.getByRole('link', { name: '走访第 55 户老顾客' }).waitFor();
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  await page.getByRole('button', { name: '再看 50 条' }).waitFor();
  expect(await rows.count()).toBe(50);
  await page.getByRole('button', { name: '再看 50 条' }).click();
  await page.getByRole('link', { name: '走访第 1 户老顾客' }).waitFor();
  expect(await rows.count()).toBeGreaterThanOrEqual(VISITS);
  expect(new Set(await rows.allInnerTexts()).size).toBe(await rows.count());

  const search = page.getByRole('searchbox', { name: '搜单号、姓名、内容' });
  await search.fill('第 7 户老顾客');
  await search.press('Enter');
  await page.getByRole('link', { name: '走访第 55 户老顾客' }).waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: '走访第 7 户老顾客' }).waitFor();
  expect(await rows.count()).toBe(1);
  await page.reload();
  await page.getByRole('link', { name: '走访第 7 户老顾客' }).waitFor();
  expect(await rows.count()).toBe(1);

  await page.getByText('已结', { exact: true }).click();
  await page.getByText(/^没有符合条件的事项/).waitFor();
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByRole('link', { name: '走访第 55 户老顾客' }).waitFor();
});
