import { expect } from 'vitest';
import { journey } from './journey.ts';
import { receive } from './steps.ts';

journey('来电来访流水: what came today with what became of it, narrowed by days, way and words; it is printed, and leaves as a sheet that 我的导出 keeps', async ({ people }) => {
  const page = await people.enter('agent', '/intake');
  const matter = await receive(page, '前台说今天来访的客人等了半小时', { channel: 'visit', customer: { name: '孟晚晴', phone: '13955550001', address: '1-1-0101' } });
  await page.getByRole('link', { name: '来电来访流水' }).click();
  await page.getByRole('heading', { name: '来电来访流水' }).waitFor();
  const row = page.getByRole('row').filter({ hasText: matter.number });
  await row.getByText('孟晚晴').waitFor();
  await row.getByText('来访', { exact: true }).waitFor();
  await row.getByText('未答复').waitFor();

  await page.getByText('昨天', { exact: true }).click();
  await row.waitFor({ state: 'detached' });
  await page.getByText('今天', { exact: true }).first().click();
  await page.getByRole('searchbox', { name: /搜单号/ }).fill('等了半小时');
  await page.keyboard.press('Enter');
  await row.waitFor();
  expect(await page.getByRole('row').count()).toBe(2);

  await page.getByRole('button', { name: /打印/ }).click();
  const printed = page.waitForResponse((answer) => answer.url().endsWith('/api/papers/contact-register'));
  await page.locator('.print-sheet').getByRole('button', { name: '打印' }).click();
  expect((await printed).headers()['content-type']).toContain('application/pdf');

  await page.bringToFront();
  await page.getByRole('button', { name: /导出/ }).click();
  const file = page.waitForEvent('download');
  await page.locator('.export-sheet').getByRole('button', { name: /全部 1 行/ }).click();
  expect((await file).suggestedFilename()).toMatch(/来电来访流水.*\.xlsx$/);
  await page.goto('/exports');
  const line = page.getByRole('listitem').filter({ hasText: '来电来访流水' });
  await line.getByText('已导出 1 行').waitFor();
  await line.getByRole('link', { name: '下载' }).waitFor();
});
