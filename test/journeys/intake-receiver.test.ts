import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey } from './journey.ts';
import { withoutProposal } from './steps.ts';

const receiver = (page: Page) => page.getByRole('combobox', { name: '转给' });
const content = (page: Page) => page.getByRole('textbox', { name: '内容' });
const focused = (page: Page): Promise<string> => page.evaluate(() => {
  const field = (globalThis as unknown as { document: { activeElement: { readonly labels?: readonly { readonly textContent: string }[] } | null } }).document.activeElement;
  return field?.labels?.[0]?.textContent.trim() ?? '';
});

/** A new caller with a complaint, up to the words. */
async function complain(page: Page, phone: string, words: string): Promise<void> {
  await page.goto(`/intake?phone=${phone}&call=${phone}`);
  await page.getByText(/新号码/).waitFor();
  await page.getByRole('textbox', { name: '姓名' }).fill('尚云舒');
  await content(page).fill(words);
}

journey('a major complaint that has to be forwarded is not saved while nobody is chosen: the field says so, and the words stay', async ({ people }) => {
  people.expect('422 (Unprocessable Entity)');
  const page = await people.enter('agent', '/intake');
  await withoutProposal(page);
  await complain(page, '13977770001', '车库顶板掉落，砸坏两辆车');
  // Nobody is in danger: then it would be saved at once, and the receiver asked for afterwards.
  await page.getByRole('button', { name: '属管理责任' }).click();
  await page.getByRole('button', { name: '造成经济损失' }).click();
  // At once: before the forecast can have come.
  await page.keyboard.press('F9');
  const says = page.getByRole('alert').getByText(/按制度要马上转办，请选转给谁/);
  await says.waitFor();
  expect(await focused(page)).toBe('转给');
  await content(page).focus();
  await page.keyboard.press('F9');
  await expect.poll(() => focused(page)).toBe('转给');
  expect(await content(page).inputValue()).toBe('车库顶板掉落，砸坏两辆车');
  expect(await page.getByRole('heading', { name: /^已登记/ }).count()).toBe(0);

  // By the keyboard alone: letters find the department, Enter takes it, F9 saves.
  await page.keyboard.type('gcb');
  await page.locator('.ant-select-item-option').getByText('工程部', { exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await says.waitFor({ state: 'detached' });
  await page.keyboard.press('F9');
  await page.getByRole('heading', { name: /^已登记 TS-\d{8}-\d{4}，并已转办给 工程部.*$/ }).waitFor();

  // The next call is another matter: nobody is left over from the last one.
  await complain(page, '13977770002', '保安说话难听');
  expect(await receiver(page).inputValue()).toBe('');
  expect(await page.locator('.answer-row').getByText('工程部').count()).toBe(0);
  await page.getByRole('button', { name: /^只保存/ }).click();
  await page.getByRole('heading', { name: /^已登记 TS-\d{8}-\d{4}$/ }).waitFor();
});

journey('a save that still waits says so; pressing again does nothing, writing on is kept, and after a failure the same key is used', async ({ people }) => {
  people.expect('ERR_FAILED', 'Failed to load resource');
  const page = await people.enter('agent', '/intake');
  await complain(page, '13977770003', '走廊积水没人扫');
  const keys: (string | null)[] = [];
  let answer: (fate: 'lost' | 'on') => void = () => undefined;
  await page.route('**/api/intake', async (route) => {
    keys.push(await route.request().headerValue('idempotency-key'));
    const fate = await new Promise<'lost' | 'on'>((settle) => { answer = settle; });
    // The server has saved it; only its answer gets lost.
    if (fate === 'lost') { await route.fetch(); await route.abort(); } else await route.continue();
  });
  await page.keyboard.press('Control+Enter');
  await page.getByText('正在保存…可以继续写').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('F9');
  expect(keys).toHaveLength(1);
  answer('lost');
  await page.getByText('没有保存，写的内容都在').waitFor();
  expect(await content(page).inputValue()).toBe('走廊积水没人扫');

  await page.keyboard.press('Control+Enter');
  await expect.poll(() => keys.length).toBe(2);
  expect(keys[1]).toBe(keys[0]);
  await content(page).press('End');
  await page.keyboard.insertText('，还有异味');
  answer('on');
  await page.getByText('保存以后又写了：“，还有异味”').waitFor();
  expect(await content(page).inputValue()).toBe('走廊积水没人扫，还有异味');
  await page.getByRole('button', { name: '补记到这一件' }).click();
  await page.getByText(/^已补记到 TS-/).waitFor();
  await expect.poll(() => content(page).inputValue()).toBe('');
});
