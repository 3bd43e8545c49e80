import { expect, inject } from 'vitest';
import { journey } from './journey.ts';
import { confirm, happened, openVerb, press, receive } from './steps.ts';

const { password } = inject('showing');

journey('a failing network loses no word: the intake says so, keeps what was written through a reload, and saves it once', async ({ people }) => {
  people.expect('net::ERR_INTERNET_DISCONNECTED');
  const page = await people.enter('agent', '/intake');
  await page.getByRole('textbox', { name: '来电号码' }).fill('13933330001');
  await page.getByRole('textbox', { name: '姓名' }).fill('荀女士');
  const content = page.getByRole('textbox', { name: '内容' });
  await content.fill('地下二层积水，车轮泡了一半');
  await page.getByText('建议：轻微投诉').waitFor();
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  await page.getByText('没有保存，写的内容都在').waitFor();
  expect(await content.inputValue()).toBe('地下二层积水，车轮泡了一半');

  await page.context().setOffline(false);
  await page.reload();
  await content.waitFor();
  expect(await content.inputValue()).toBe('地下二层积水，车轮泡了一半');
  expect(await page.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('荀女士');
  await page.getByRole('button', { name: /^只保存/ }).click();
  await page.getByRole('heading', { name: /^已登记 TS-/ }).waitFor();
  const found = await page.request.get('/api/matters?search=地下二层积水').then((answer) => answer.json()) as { items: unknown[] };
  expect(found.items).toHaveLength(1);
});

journey('an act tried without a network is told to have failed, keeps its words, and is done once when the network is back', async ({ people }) => {
  people.expect('net::ERR_INTERNET_DISCONNECTED');
  const page = await people.signIn('agent');
  const matter = await receive(page, '会议室投影没有信号');
  await page.goto(`/matters/${matter.id}`);
  const panel = await openVerb(page, '答复');
  const words = panel.getByRole('textbox').first();
  await words.fill('下午三点派人带转接头上门');
  await page.context().setOffline(true);
  await press(panel, '答复');
  await panel.getByText('没有提交，您写的内容都在').waitFor();
  expect(await words.inputValue()).toBe('下午三点派人带转接头上门');

  await page.context().setOffline(false);
  await confirm(panel, '答复');
  expect((await happened(page, matter)).filter((title) => title === '答复')).toHaveLength(1);
});

journey('an expired sign-in is asked for over the page, and the act goes on with all its words', async ({ people }) => {
  people.expect('401 (Unauthorized)');
  const page = await people.signIn('agent');
  const matter = await receive(page, '草坪喷头整夜喷水');
  await page.goto(`/matters/${matter.id}`);
  const panel = await openVerb(page, '答复');
  await panel.getByRole('textbox').first().fill('已关总阀，明天换喷头');
  await page.request.post('/api/logout', { data: {} });
  await press(panel, '答复');

  const door = page.getByRole('dialog', { name: '登录' });
  await door.getByText(/登录已过期/).waitFor();
  await door.getByRole('textbox', { name: '密码' }).fill(password);
  await door.getByRole('button', { name: '继续' }).click();
  await panel.waitFor({ state: 'hidden' });
  await page.getByRole('region', { name: '经过' }).getByText(/已关总阀，明天换喷头/).waitFor();
  expect((await happened(page, matter)).filter((title) => title === '答复')).toHaveLength(1);
});
