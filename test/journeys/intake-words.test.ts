import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { compose } from './composing.ts';
import { inSight } from './counted.ts';
import { journey } from './journey.ts';

const content = (page: Page) => page.getByRole('textbox', { name: '内容' });
/** One white point, and the beginning of a TIFF. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
const TIFF = 'SUkqAAgAAAAAAAAAAAA=';

/** Runs in the page, which knows what this program does not: clipboards. */
const PASTE = `(field, [base64, type, name]) => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name, { type }));
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: carried, bubbles: true, cancelable: true }));
}`;
/** Does it with a field. */
const within = async (page: Page, field: Locator, does: string, given: readonly string[] = []): Promise<void> =>
  void (await page.evaluate(`(${does})(document.getElementById(${JSON.stringify(await field.getAttribute('id'))}), ${JSON.stringify(given)})`));
const paste = (page: Page, base64: string, type: string, name: string): Promise<void> => within(page, content(page), PASTE, [base64, type, name]);

journey('a pasted picture is shown small, survives a reload and is saved with the matter; a TIFF is refused in a sentence', async ({ people }) => {
  const page = await people.enter('agent', '/intake');
  await page.getByRole('textbox', { name: '来电号码' }).fill('13966660004');
  await page.getByRole('textbox', { name: '姓名' }).fill('附图的人');
  await content(page).fill('天花板漏水，截图在下面');
  await paste(page, PNG, 'image/png', 'ceiling.png');
  await page.getByRole('img', { name: 'ceiling.png' }).waitFor();
  await paste(page, TIFF, 'image/tiff', 'scan.tif');
  await page.getByRole('alert').getByText(/TIFF 图片浏览器打不开，没有附上/).waitFor();
  await page.reload();
  await page.getByRole('img', { name: 'ceiling.png' }).waitFor();
  await page.keyboard.press('Control+Enter');
  const saved = page.getByRole('heading', { name: /^已登记 TS-/ });
  await saved.waitFor();
  const number = /TS-[\d-]+/.exec(await saved.innerText())?.[0] ?? '';
  const { items } = await page.request.get(`/api/matters?number=${number}`).then((answer) => answer.json()) as { items: { id: string }[] };
  const files = await page.request.get(`/api/matters/${items[0]?.id}/attachments`).then((answer) => answer.json()) as { items: { name: string }[] };
  expect(files.items.map((file) => file.name)).toEqual(['ceiling.png']);
});

journey('what is too long is never cut: it is counted, told, and saved once it fits', async ({ people }) => {
  const page = await people.enter('agent', '/intake');
  await page.getByRole('textbox', { name: '来电号码' }).fill('13966660002');
  await page.getByRole('textbox', { name: '姓名' }).fill('𠮷长文');
  await content(page).fill('字'.repeat(20_003));
  await page.getByRole('alert').getByText(/超出 3 字/).waitFor();
  await page.keyboard.press('Control+Enter');
  expect(await content(page).inputValue()).toHaveLength(20_003);
  await content(page).fill(`${'字'.repeat(19_990)}😀`);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^已登记 TS-/ }).waitFor();
});

journey('while an input method composes, neither Enter nor Ctrl+Enter nor F9 nor a number does anything', async ({ people }) => {
  const page = await people.enter('agent', '/intake');
  await page.getByRole('textbox', { name: '来电号码' }).fill('13966660003');
  await page.getByRole('textbox', { name: '姓名' }).fill('输入法');
  for (const field of [page.getByRole('textbox', { name: '来电号码' }), page.getByRole('textbox', { name: '姓名' }), content(page), page.getByRole('textbox', { name: '客户要求' })]) {
    await field.focus();
    await compose(page, field);
  }
  expect(await page.getByRole('heading', { name: /^已登记/ }).count()).toBe(0);
  expect(await page.getByRole('region', { name: '紧急上报' }).count()).toBe(0);
  expect(await page.getByRole('alert').count()).toBe(0);
});

journey('on the height of an old office screen all that is needed on the telephone stands there without scrolling', async ({ people }) => {
  const page = await people.enter('agent', '/intake', { viewport: { width: 1366, height: 625 } });
  await page.goto('/intake?phone=13800001001&call=size');
  await page.getByRole('region', { name: '客户' }).getByRole('heading', { name: /刘若溪/ }).waitFor();
  await page.keyboard.insertText('会议室空调不制冷，热得开不了会');
  await page.getByRole('button', { name: '管理服务不到位' }).click();
  await page.getByText('建议：一般投诉').waitFor();
  const seen = {
    content: content(page), facts: page.getByRole('button', { name: '管理服务不到位' }), answer: page.getByRole('combobox', { name: '已告知客户的答复时间' }), receiver: page.getByRole('combobox', { name: '转给' }),
    forward: page.getByRole('button', { name: /^保存并转办/ }), save: page.getByRole('button', { name: /^只保存/ }), severity: page.getByText('建议：一般投诉'), first: page.getByRole('region', { name: '保存后会发生' }).getByRole('listitem').first(),
  };
  for (const [what, target] of Object.entries(seen)) expect(await inSight(page, target), what).toBe(true);
  for (const column of ['来电号码', '来电登记', '保存后会发生']) expect(await inSight(page, page.getByRole('region', { name: column }).locator('..')), column).toBe(true);
});

journey('on a phone the main button stands at the bottom all the time, and no key is named that nobody has there', async ({ people }) => {
  const page = await people.enter('agent', '/intake', { viewport: { width: 360, height: 640 }, hasTouch: true });
  const button = page.getByRole('button', { name: /^保存并转办/ });
  await button.waitFor();
  expect(await inSight(page, button)).toBe(true);
  await page.mouse.wheel(0, 2_000);
  expect(await inSight(page, button)).toBe(true);
  expect(await page.locator('.key-name').count()).toBeGreaterThan(0);
  expect(await page.locator('.key-name').filter({ visible: true }).count()).toBe(0);
});
