import { expect, inject } from 'vitest';
import type { Page } from 'playwright-core';
import { journey } from './journey.ts';
import { act, receive } from './steps.ts';

const { password } = inject('showing');
const content = (page: Page) => page.getByRole('textbox', { name: '内容' });
const strip = (page: Page) => page.getByRole('group', { name: '草稿' });
const pop = async (page: Page, at: number, from = 'c'): Promise<void> => {
  await page.goto(`/intake?phone=1397777000${at}&call=${from}${at}`);
  await page.getByRole('textbox', { name: '来电号码' }).and(page.locator(`[value="1397777000${at}"]`)).waitFor();
};

journey('six calls in one minute are six drafts, and none is lost when the window is killed', async ({ people }) => {
  const page = await people.enter('agent', '/intake');
  for (let at = 1; at <= 6; at++) {
    await pop(page, at);
    await content(page).fill(`第 ${at} 通电话说的话`);
  }
  const context = page.context();
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto('/intake');
  await content(again).waitFor();
  const texts: string[] = [];
  for (let at = 1; at <= 6; at++) {
    await pop(again, at);
    texts.push(await content(again).inputValue());
  }
  expect(texts).toEqual([1, 2, 3, 4, 5, 6].map((at) => `第 ${at} 通电话说的话`));
  expect(await strip(again).getByRole('button', { name: /^未知 139\*\*\*\*000\d/ }).count()).toBe(5);
});

journey('a ninth draft is asked to wait in a sentence, and comes when there is room', async ({ people }) => {
  const page = await people.enter('specialist', '/intake');
  for (let at = 1; at <= 9; at++) {
    await pop(page, at, 'n');
    await content(page).fill(`排队的第 ${at} 通`);
  }
  await page.goto('/intake?phone=13977779999&call=n10');
  await page.getByRole('alert').getByText(/已搁置 8 份草稿/).waitFor();
  expect(await content(page).inputValue()).toMatch(/^排队的第 \d 通$/);
  // What is typed now is the new caller's: it must not run into the words of another.
  const words = await content(page).inputValue();
  await page.keyboard.type('emergency 3 ');
  expect(await content(page).inputValue()).toBe(words);
  expect(await page.getByRole('button', { name: '接这一个' }).evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  const urgent = page.getByRole('button', { name: /^紧急上报/ });
  const [strip0, button] = [await strip(page).boundingBox(), await urgent.boundingBox()];
  expect(button?.y).toBeGreaterThanOrEqual(strip0?.y ?? 0);
  expect((strip0?.height ?? 99)).toBeLessThan(40);
  await page.getByRole('button', { name: '清空' }).click();
  await page.getByRole('button', { name: '接这一个' }).click();
  await page.getByRole('alert').getByText(/已搁置 8 份草稿/).waitFor({ state: 'hidden' });
  expect(await page.getByRole('textbox', { name: '来电号码' }).inputValue()).toBe('13977779999');
});

journey('calls in which nobody wrote a word never fill the strip, and each has a × that asks only about words', async ({ people }) => {
  const page = await people.enter('keeper', '/intake');
  await pop(page, 1, 'i');
  await content(page).fill('有话的一通');
  for (let at = 2; at <= 9; at++) await pop(page, at, 'i');
  await page.goto('/intake?phone=13977770010&call=i10');
  await page.getByRole('textbox', { name: '来电号码' }).and(page.locator('[value="13977770010"]')).waitFor();
  const parked = strip(page).getByRole('button', { name: /^139\*|^未知 139/ });
  expect([await page.getByRole('alert').count(), await parked.count()]).toEqual([0, 8]);
  await strip(page).getByRole('button', { name: /^清掉.*0009的草稿$/ }).click();
  await expect.poll(() => parked.count()).toBe(7);
  await strip(page).getByRole('button', { name: /^清掉.*0001的草稿$/ }).click();
  await page.getByText(/草稿里有内容，清掉就没有了/).waitFor();
  expect(await parked.count()).toBe(7);
  await page.getByRole('tooltip').getByRole('button', { name: '清 掉' }).or(page.getByRole('tooltip').getByRole('button', { name: '清掉' })).click();
  await expect.poll(() => parked.count()).toBe(6);
});

journey('a draft open in two windows is written in one: the second says so, shows what is written, and can take it over', async ({ people }) => {
  const page = await people.enter('agent', '/intake');
  await pop(page, 8, 'w');
  await content(page).fill('第一个窗口写的');
  const other = await page.context().newPage();
  await other.goto('/intake');
  const told = other.getByRole('alert').getByText('这份草稿正在另一个窗口里写');
  await told.waitFor();
  expect(await content(other).isDisabled()).toBe(true);
  await content(page).fill('第一个窗口又写了');
  await expect.poll(() => content(other).inputValue()).toBe('第一个窗口又写了');
  await other.getByRole('button', { name: '在这里写' }).click();
  await told.waitFor({ state: 'hidden' });
  await page.getByRole('alert').getByText('这份草稿正在另一个窗口里写').waitFor();
});

journey('two people who save the same call make one matter: the second gets it, and his words stay', async ({ people }) => {
  const [first, second] = [await people.enter('agent', '/intake'), await people.enter('specialist', '/intake')];
  for (const page of [first, second]) {
    await pop(page, 9, 'same');
    await page.getByRole('textbox', { name: '姓名' }).fill('秋水');
    await content(page).fill(`${page === first ? '甲' : '乙'}写的：井盖松动`);
  }
  await first.keyboard.press('Control+Enter');
  await first.getByRole('heading', { name: /^已登记 TS-/ }).waitFor();
  await second.keyboard.press('Control+Enter');
  await second.getByRole('heading', { name: /^这通电话已由周晓岚登记为 TS-/ }).waitFor();
  expect(await content(second).inputValue()).toBe('乙写的：井盖松动');
  await second.getByRole('button', { name: '补记到这一件' }).click();
  await second.getByText(/^已补记到 TS-/).waitFor();
});

journey('a sign-in that expired while typing is asked for over the page, and the same words are saved', async ({ people }) => {
  people.expect('401 (Unauthorized)');
  const page = await people.enter('agent', '/intake');
  await page.getByRole('textbox', { name: '来电号码' }).fill('13977771111');
  await page.getByRole('textbox', { name: '姓名' }).fill('登录过期时');
  await content(page).fill('写到一半登录过期了');
  await page.request.post('/api/logout', { data: {} });
  await page.keyboard.press('Control+Enter');
  const door = page.getByRole('dialog', { name: '登录' });
  await door.getByRole('textbox', { name: '密码' }).fill(password);
  await door.getByRole('button', { name: '继续' }).click();
  await page.getByRole('heading', { name: /^已登记 TS-/ }).waitFor();
});

journey('a page of a stranger fills nothing in, and the intake says so', async ({ people }) => {
  const page = await people.enter('agent', '/');
  await page.route('http://elsewhere.test/', (route) => route.fulfill({ contentType: 'text/html', body: `<a href="${new URL('/intake?phone=13900000000&call=x', page.url()).href}">call</a>` }));
  await page.goto('http://elsewhere.test/');
  await page.getByRole('link').click();
  await page.getByRole('alert').getByText(/不在允许的名单里，没有填入/).waitFor();
  expect(await page.getByRole('textbox', { name: '来电号码' }).inputValue()).toBe('');
});

journey('a customer who is gone meanwhile costs no word: the text stays, and a sentence says what to do', async ({ people }) => {
  people.expect('404 (Not Found)');
  const page = await people.signIn('agent');
  const matter = await receive(page, '先有一件', { customer: { name: '即将合并', phone: '13977772222', address: '8-8-0808' } });
  await act(page, matter, 'chase');
  await page.goto('/intake?phone=13977772222&call=gone');
  await page.getByRole('region', { name: '客户' }).getByRole('heading', { name: '即将合并' }).waitFor();
  await content(page).fill('他说的话不能丢');
  // The server answers as it does for whoever was merged with another or erased.
  await page.route('**/api/intake', (route) => route.fulfill({ status: 404, contentType: 'application/json', body: JSON.stringify({ error: 'missing', message: '没有找到所要的内容' }) }));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('alert').getByText(/这位客户的资料刚被合并或删除/).waitFor();
  expect(await content(page).inputValue()).toBe('他说的话不能丢');
});

journey('another member of a family calls from a number we know: he is registered under his own name, and the known one stays as he is', async ({ people }) => {
  const page = await people.signIn('agent');
  await receive(page, '先有一件', { customer: { name: '老邻居', phone: '13977773333', address: '8-8-0809' } });
  await page.goto('/intake?phone=13977773333&call=family');
  await page.getByRole('region', { name: '客户' }).getByRole('heading', { name: '老邻居' }).waitFor();
  await page.getByRole('button', { name: '用这个号码登记另一位' }).click();
  await page.getByRole('textbox', { name: '姓名' }).fill('小邻居');
  await content(page).fill('窗户关不上');
  await page.reload();
  expect(await page.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('小邻居');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: /^已登记 TS-/ }).waitFor();
  const found = await page.request.get('/api/customers?phone=13977773333').then((answer) => answer.json()) as { items: { id: string; name: string }[] };
  expect(found.items.map((each) => each.name).toSorted()).toEqual(['小邻居', '老邻居'].toSorted());
});
