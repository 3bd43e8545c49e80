import { expect } from 'vitest';
import { counted } from './counted.ts';
import { journey } from './journey.ts';

journey('the morning round: from the overdue figure to two matters overseen in six presses', async ({ people }) => {
  const page = await people.enter('manager', '/manager', { viewport: { width: 1366, height: 768 } });
  const presses = counted(page);
  const figures = page.getByRole('region', { name: '五个数' });
  for (const name of ['未结', '今日到期', '超时', '重大在办', '不满意待整改']) await figures.getByRole('button', { name }).waitFor();
  const overdue = figures.getByRole('button', { name: '超时' });
  const told = Number(/超时(\d+)/.exec((await overdue.textContent()) ?? '')?.[1]);
  expect(told).toBeGreaterThan(1);
  await presses.click(overdue);
  const rows = page.getByRole('region', { name: '超时', exact: true });
  await rows.getByRole('listitem').first().waitFor();
  expect(await rows.getByRole('listitem').count()).toBe(told);
  const person = rows.getByRole('group', { name: '按人' }).getByRole('button').first();
  const his = Number(/(\d+)$/.exec((await person.textContent()) ?? '')?.[1]);
  await presses.click(person);
  await expect.poll(() => rows.getByRole('listitem').count()).toBe(his);
  expect(his).toBeGreaterThan(1);
  for (const at of [0, 1]) {
    const row = rows.getByRole('listitem').nth(at);
    await presses.click(row.getByRole('button', { name: '督办' }));
    await presses.click(row.getByRole('group', { name: '什么时候前回复' }).getByRole('button', { name: '明天' }));
    await row.getByText('已督办').waitFor();
  }
  expect(presses.times).toBeLessThanOrEqual(6);
  await expect.poll(() => page.getByRole('region', { name: '要你动手的' }).getByText('你督办的').count()).toBeGreaterThanOrEqual(2);
  // The same rows as a list of matters.
  await rows.getByRole('link', { name: '在事项列表里打开' }).click();
  await page.getByText('已超时', { exact: true }).waitFor();
  // The clock goes on: one more may be late by now.
  await expect.poll(async () => Number(/(\d+) 件/.exec(await page.getByRole('main').innerText())?.[1] ?? 0)).toBeGreaterThanOrEqual(his);
});

journey('the wall fills a screen of 1920 by 1080 without a customer’s name', async ({ people }) => {
  const page = await people.enter('director', '/wall', { viewport: { width: 1920, height: 1080 } });
  await page.getByRole('region', { name: '人员与负荷' }).getByRole('row').nth(2).waitFor();
  const digits: number = await page.evaluate("Math.min(...[...document.querySelectorAll('.wall-figure b, .wall td')].map((each) => parseFloat(getComputedStyle(each).fontSize)))");
  expect(digits).toBeGreaterThanOrEqual(40);
  expect(await page.evaluate('document.querySelector(".wall").scrollHeight <= innerHeight')).toBe(true);
  const { items } = await (await page.request.get('/api/customers?limit=50')).json() as { items: { name: string; phone: string }[] };
  const shown = await page.locator('.wall').innerText();
  expect(items.filter((each) => shown.includes(each.name) || (each.phone !== '' && shown.includes(each.phone))).map((each) => each.name)).toEqual([]);
});

journey('a drill tells who is called on a Sunday night, and stores nothing', async ({ people }) => {
  const page = await people.enter('manager', '/drill');
  const matters = async (): Promise<number> => (await (await page.request.get('/api/matters/count')).json() as { count: number }).count;
  const before = await matters();
  await page.getByRole('group', { name: '发生什么' }).getByRole('button', { name: '投诉' }).click();
  await page.getByRole('group', { name: '严重程度' }).getByRole('button', { name: '重大投诉' }).click();
  await page.getByRole('button', { name: '周日 02:00' }).click();
  await page.getByRole('button', { name: '开始演练' }).click();
  const result = page.getByRole('region', { name: '应急演练' });
  await result.getByText('立即').first().waitFor();
  await result.getByText(/最高惊动到/).waitFor();
  expect(await result.getByRole('row').count()).toBeGreaterThan(4);
  expect(await result.getByText(/依据 B-/).count()).toBeGreaterThan(3);
  expect(await matters()).toBe(before);
});

journey('a customer’s file shows what was said, what is open and what is under warranty', async ({ people }) => {
  const page = await people.enter('agent', '/customers');
  // He stands in the list before anything is sought: only the answer to the room's number counts.
  await Promise.all([page.waitForResponse((answer) => answer.url().includes('/api/search?q=1201')), page.getByRole('searchbox').fill('1201')]);
  await page.getByRole('link', { name: /刘若溪/ }).click();
  await page.getByText('13800001001').waitFor();
  await page.getByRole('tabpanel', { name: '往来' }).getByText('登记').first().waitFor();
  await page.getByRole('tab', { name: '房屋设备' }).click();
  await page.getByText(/还剩 \d+ 天|已过保/).first().waitFor();
  await page.getByRole('link', { name: '给他登记' }).click();
  await page.waitForURL(/\/intake\?phone=/);
});

journey('my duties tell sentences with clauses, and a figure opens its rows', async ({ people }) => {
  const page = await people.enter('agent', '/duties');
  await page.getByText(/首问负责人须在 1 小时内/).first().waitFor();
  const figure = page.getByRole('button', { name: /(本月|上月) · 按时 \d+$/ }).first();
  const told = Number(/(\d+)$/.exec((await figure.getAttribute('aria-label')) ?? '')?.[1]);
  await figure.click();
  await expect.poll(() => page.getByRole('dialog').getByRole('listitem').count()).toBe(told);
});
