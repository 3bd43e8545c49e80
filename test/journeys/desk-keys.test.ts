import { expect } from 'vitest';
import { counted } from './counted.ts';
import { journey } from './journey.ts';
import { receive } from './steps.ts';

journey('C1: from the desk to the act by keys alone: F8 goes to its button, Alt and a number opens it, Ctrl+Enter confirms', async ({ people }) => {
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
  const names = await verbs.getByRole('button').allInnerTexts();
  const hand = counted(page);
  await hand.press(`Alt+${names.indexOf('受理') + 1}`);
  await page.getByRole('dialog', { name: '受理', exact: true }).waitFor();
  await hand.press('Control+Enter');
  await page.getByRole('dialog', { name: '受理', exact: true }).waitFor({ state: 'hidden' });
  expect(hand.times).toBeLessThanOrEqual(2);
});
