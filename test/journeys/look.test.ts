import { readFileSync } from 'node:fs';
import { expect, inject } from 'vitest';
import { stumblingBlocks } from './axe.ts';
import { journey } from './journey.ts';
import { receive } from './steps.ts';

journey('nobody stumbles on sign-in, an agent’s desk and intake, and a matter, light or dark; a page opened in the dark is dark from the start', async ({ people }) => {
  const door = await people.arrive({ colorScheme: 'dark' });
  await door.getByRole('button', { name: '登录', exact: true }).waitFor();
  expect(await door.locator('html').getAttribute('data-shade')).toBe('dark');
  await door.emulateMedia({ colorScheme: 'light' });
  expect(await stumblingBlocks(door), 'sign-in').toEqual([]);

  const page = await people.enter('agent', '/', { colorScheme: 'light' });
  const matter = await receive(page, '大堂旋转门夹到了行李箱，轮子断了一个', { facts: { our_management: true, loss: true } });
  await page.getByRole('button', { name: /大堂旋转门/ }).first().waitFor();
  expect(await stumblingBlocks(page), 'desk').toEqual([]);
  await page.goto('/intake');
  await page.getByRole('textbox', { name: '内容' }).waitFor();
  expect(await stumblingBlocks(page), 'intake').toEqual([]);
  await page.goto(`/matters/${matter.id}`);
  await page.getByRole('toolbar', { name: '办理' }).waitFor();
  expect(await stumblingBlocks(page), 'matter').toEqual([]);
});

/** Every page of the menu, and what stands beside it; those of an administrator are seen by him. */
const MENU = [...readFileSync(new URL('../../src/main/web/frame/menu.ts', import.meta.url), 'utf8').matchAll(/\{ to: '([^']+)'/gu)].map(([, to = '']) => to);
const ADMINISTRATORS = ['/organisation', '/settings/import', '/settings/installation', '/settings/health'];

journey('nobody stumbles on any page of the menu, light or dark, and none is wider than its window', async ({ people }) => {
  const [manager, admin] = [await people.enter('manager', '/', { colorScheme: 'light' }), await people.enter('admin', '/', { colorScheme: 'light' })];
  expect(MENU.length).toBeGreaterThan(15);
  for (const path of [...MENU, '/exports', '/wall']) {
    const page = ADMINISTRATORS.includes(path) ? admin : manager;
    await page.goto(path);
    await page.locator('main, [role="main"], h1').first().waitFor();
    await expect.poll(() => page.locator('.skeleton').count(), { message: path }).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'), `${path} is wider than the window`).toBeLessThanOrEqual(0);
    expect(await stumblingBlocks(page), path).toEqual([]);
  }
});

journey('somebody chooses large letters and the dark look; they are there the next time, and are not his colleague’s', async ({ people }) => {
  const page = await people.enter('agent', '/', { colorScheme: 'light' });
  const html = page.locator('html');
  const choose = async (choice: string): Promise<void> => {
    await page.getByRole('button', { name: '周晓岚' }).click();
    await page.getByRole('menuitem', { name: choice, exact: true }).click();
  };
  const tab = page.getByRole('tab').first();
  await tab.waitFor();
  const sizeOf = (): Promise<string> => tab.evaluate((element) => (globalThis as unknown as { getComputedStyle(of: unknown): { fontSize: string } }).getComputedStyle(element).fontSize);
  expect(await sizeOf()).toBe('14px');
  await choose('大');
  await choose('深色');
  await page.reload();
  await tab.waitFor();
  expect([await html.getAttribute('data-size'), await html.getAttribute('data-shade'), await sizeOf()]).toEqual(['large', 'dark', '16px']);

  const colleague = await page.context().newPage();
  const { password } = inject('showing');
  expect((await colleague.request.post('/api/login', { data: { tenant: 'property-management', username: 'engineer', password } })).ok()).toBe(true);
  // The machine’s last choice is where a newcomer begins; what he chooses is his own.
  await colleague.goto('/');
  await colleague.getByRole('tab').first().waitFor();
  await colleague.getByRole('button', { name: '马志强' }).click();
  await colleague.getByRole('menuitem', { name: '浅色', exact: true }).click();
  await colleague.locator('html[data-shade="light"]').waitFor({ state: 'attached' });
  expect((await page.request.post('/api/login', { data: { tenant: 'property-management', username: 'agent', password } })).ok()).toBe(true);
  await page.reload();
  await tab.waitFor();
  expect(await html.getAttribute('data-shade')).toBe('dark');

  await choose('标准');
  await choose('跟随系统');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-shade="dark"][data-size="standard"]').waitFor({ state: 'attached' });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-shade="light"]').waitFor({ state: 'attached' });
});
