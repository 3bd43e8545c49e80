import { expect } from 'vitest';
import { journey } from './journey.ts';
import { weightOf } from './weigh.ts';

journey('the door weighs at most 250 kB and the desk 400 kB, packed', async ({ people }) => {
  const door = await people.arrive();
  await door.getByRole('button', { name: '登录', exact: true }).waitFor();
  const atDoor = await weightOf(door);
  const desk = await people.enter('agent');
  await desk.getByRole('tab').first().waitFor();
  const atDesk = await weightOf(desk);
  process.stdout.write(`the door weighs ${Math.round(atDoor / 1000)} kB, the desk ${Math.round(atDesk / 1000)} kB\n`);
  expect(atDoor).toBeGreaterThan(50_000);
  expect(atDoor).toBeLessThan(250_000);
  expect(atDesk).toBeGreaterThan(atDoor);
  expect(atDesk).toBeLessThan(400_000);
});

journey('a browser too old for the pages is told which to use, instead of staying white', async ({ people }) => {
  const old = 'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/69.0.3497.100 Safari/537.36';
  const page = await people.arrive({ userAgent: old });
  expect((await (await page.request.get('/browser.js')).body()).length).toBeLessThan(2_500);
  await page.route('**/assets/**', (route) => route.abort());
  people.expect('ERR_FAILED');
  await page.goto('/');
  await page.getByRole('heading', { name: '这个浏览器太旧' }).waitFor();
  await page.getByText('极速模式').waitFor();
});
