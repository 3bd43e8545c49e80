import { expect } from 'vitest';
import { counted } from './counted.ts';
import { journey } from './journey.ts';
import { receive } from './steps.ts';

journey('C1: from the desk to the act by keys alone: F8 goes to its button, and Alt and a number open it', async ({ people }) => {
  const page = await people.enter('agent', '/');
  const matter = await receive(page, '键盘也能办：楼道灯不亮');
  await page.reload();
  const verbs = page.getByRole('toolbar', { name: '办理' });
  await verbs.getByRole('button').first().waitFor();
  await page.keyboard.press('F8');
  await expect.poll(() => verbs.getByRole('button').first().evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  const title = await verbs.getByRole('button').first().innerText();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: title, exact: true }).waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /键盘也能办/ }).click();
  await page.getByRole('complementary').getByText(matter.number).waitFor();
  await verbs.getByRole('button').first().waitFor();
  const next = await verbs.getByRole('button').first().innerText();
  const hand = counted(page);
  await hand.press('Alt+1');
  await page.getByRole('dialog', { name: next, exact: true }).waitFor();
  // One is left for Ctrl+Enter, which every panel hears.
  expect(hand.times).toBe(1);
});

journey('on the desk Ctrl+↓ goes on to the next matter and Ctrl+↑ back', async ({ people }) => {
  const page = await people.enter('agent', '/');
  await receive(page, '往下第一件：电表箱没锁');
  await receive(page, '往下第二件：井盖响');
  await page.reload();
  const shown = page.getByRole('complementary', { name: '要点' }).getByRole('heading');
  const first = await shown.innerText();
  await page.keyboard.press('F8');
  await page.keyboard.press('Control+ArrowDown');
  await expect.poll(() => shown.innerText()).not.toBe(first);
  await page.keyboard.press('Control+ArrowUp');
  await expect.poll(() => shown.innerText()).toBe(first);
});
