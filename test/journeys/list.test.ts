import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey } from './journey.ts';
import { act, choose, receive } from './steps.ts';

const VISITS = 55;
const rowsOf = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('link') });

journey('the list shows a page, then the next and back; it is narrowed by kind, words and state, and its address keeps that in plain words', async ({ people }) => {
  const page = await people.enter('agent', '/', {}, 'retail');
  for (let at = 1; at <= VISITS; at += 1) {
    await receive(page, `走访第 ${at} 户老顾客`, { kind: 'visit', facts: { relation: 'shopper', form: 'phone', planned_on: '2026-03-20' }, customer: { name: `老顾客${at}`, phone: `139444400${String(at).padStart(2, '0')}` } });
  }
  await page.goto('/matters');
  await choose(page, page.getByRole('combobox', { name: '种类' }), '走访');
  await page.getByRole('link', { name: '走访第 55 户老顾客' }).waitFor();
  const rows = rowsOf(page);
  const pages = page.getByRole('navigation', { name: '翻页' });
  await pages.getByRole('button', { name: '下一页' }).waitFor();
  expect(await rows.count()).toBe(50);
  const first = await rows.allInnerTexts();
  await pages.getByRole('button', { name: '下一页' }).click();
  await page.getByRole('link', { name: '走访第 1 户老顾客' }).waitFor();
  const second = await rows.allInnerTexts();
  expect(first.filter((row) => second.includes(row))).toEqual([]);
  await pages.getByRole('button', { name: '上一页' }).click();
  await page.getByRole('link', { name: '走访第 55 户老顾客' }).waitFor();
  expect(await page.getByRole('status').filter({ hasText: /^\d+ 件$/ }).first().innerText()).toMatch(/^(5[5-9]|[6-9]\d|\d{3,}) 件$/);

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
  expect(new URL(page.url()).searchParams.get('open')).toBe('false');
  await page.getByRole('button', { name: '清除条件' }).click();
  await page.getByRole('link', { name: '走访第 55 户老顾客' }).waitFor();
});

journey('chips narrow the list with one press; columns are put away and stay away', async ({ people }) => {
  const page = await people.enter('manager', '/matters');
  await rowsOf(page).first().waitFor();
  const all = await rowsOf(page).count();
  await page.getByRole('group', { name: '常用条件' }).getByRole('button', { name: '重大' }).click();
  await page.waitForURL(/view=heaviest/);
  await page.getByRole('cell', { name: '重大投诉' }).first().waitFor();
  const heavy = await rowsOf(page).count();
  expect(heavy).toBeLessThan(all);
  expect(await page.getByRole('cell', { name: '重大投诉' }).count()).toBe(heavy);

  await page.getByRole('button', { name: /^列/ }).click();
  await page.getByRole('checkbox', { name: '登记时间' }).uncheck();
  await page.getByRole('columnheader', { name: '登记时间' }).waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('columnheader', { name: '摘要' }).waitFor();
  expect(await page.getByRole('columnheader', { name: '登记时间' }).count()).toBe(0);
});

journey('a batch answers row by row, and one row that cannot be done stops nothing', async ({ people }) => {
  people.expect('409 (Conflict)', '403 (Forbidden)');
  const page = await people.signIn('agent');
  const made = await Promise.all(['门禁失灵甲', '门禁失灵乙'].map((content) => receive(page, content)));
  const manager = await people.signIn('manager');
  const ended = await receive(page, '登记错了的一件');
  await act(manager, ended, 'void', { reason: '登记错了' });
  const over = ended.number;
  await page.goto('/matters?kind=complaint');
  for (const number of [...made.map((matter) => matter.number), over]) await page.getByRole('checkbox', { name: `选中 ${number}` }).check();
  await page.getByRole('toolbar', { name: '已选 3 件' }).getByRole('button', { name: '批量转办' }).click();
  const panel = page.getByRole('dialog', { name: '批量转办' });
  await panel.getByRole('combobox').click();
  await page.locator('.ant-select-dropdown').getByTitle('工程部', { exact: true }).filter({ visible: true }).last().click();
  await panel.getByRole('button', { name: '转办' }).click();
  const answers = page.getByRole('dialog', { name: '逐件结果' });
  await answers.getByText('2 件已办，1 件没有办成').waitFor();
  await answers.getByRole('listitem').filter({ hasText: over }).waitFor();
  const stage = await page.request.get(`/api/matters/${made[0]?.id ?? ''}`).then((answer) => answer.json()) as { stageTitle: string };
  expect(stage.stageTitle).toBe('已转办');
});
