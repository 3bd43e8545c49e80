import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey } from './journey.ts';
import { openVerb, receive } from './steps.ts';

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true } as const;

/** How many pixels of the page lie beyond the right edge of the screen. */
const beyond = (page: Page): Promise<number> => page.evaluate('document.scrollingElement.scrollWidth - innerWidth');

journey('on a phone of 360×640 desk, intake, list, matter and policy fit the width', async ({ people }) => {
  const page = await people.enter('agent', '/', PHONE);
  const matter = await receive(page, '地下车库入口的减速带松了，一个月里扎破了两辆车的轮胎，物业说不归他们管', { facts: { our_management: true, loss: true } });
  await page.getByRole('link', { name: matter.number }).waitFor();
  expect(await beyond(page), 'desk').toBeLessThanOrEqual(0);

  await page.goto('/intake');
  await page.getByRole('textbox', { name: '来电号码' }).fill('13800001001');
  await page.getByRole('region', { name: '客户' }).waitFor();
  await page.getByRole('textbox', { name: '内容' }).fill('空调出风口正对着工位');
  await page.getByText(/^建议：/).waitFor();
  expect(await beyond(page), 'intake').toBeLessThanOrEqual(0);

  await page.goto('/matters');
  await page.getByRole('link', { name: new RegExp(matter.number) }).waitFor();
  expect(await beyond(page), 'list').toBeLessThanOrEqual(0);

  await page.goto('/policy');
  await page.getByRole('article').getByRole('button').first().waitFor();
  expect(await beyond(page), 'policy').toBeLessThanOrEqual(0);

  await page.goto(`/matters/${matter.id}`);
  await page.getByRole('toolbar', { name: '办理' }).waitFor();
  await page.getByRole('button', { name: '为什么' }).first().waitFor();
  expect(await beyond(page), 'matter').toBeLessThanOrEqual(0);
  const panel = await openVerb(page, '转办');
  await panel.waitFor();
  expect(await beyond(page), 'act').toBeLessThanOrEqual(0);
  expect(await panel.evaluate((sheet: { getBoundingClientRect(): { width: number } }) => sheet.getBoundingClientRect().width)).toBeGreaterThan(350);
});
