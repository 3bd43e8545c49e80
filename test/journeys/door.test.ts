import { expect, inject } from 'vitest';
import { journey } from './journey.ts';
import { choose } from './steps.ts';

const { password } = inject('showing');

journey('one chooses a demonstration company, an account, and is at his desk', async ({ people }) => {
  const page = await people.arrive();
  await choose(page, page.getByRole('combobox', { name: '选择演示公司' }), '安和物业服务有限公司');
  await page.getByRole('button', { name: 'agent', exact: true }).click();
  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('tab', { name: /^现在要办 \d+$/ }).waitFor();
  await page.getByRole('button', { name: '周晓岚' }).waitFor();
});

journey('a wrong password says so, and the account stays where it was written', async ({ people }) => {
  const page = await people.arrive();
  await choose(page, page.getByRole('combobox', { name: '选择演示公司' }), '禾丰百货有限公司');
  const account = page.getByRole('textbox', { name: '账号' });
  await account.fill('keeper');
  await page.getByRole('textbox', { name: '密码' }).fill('certainly not this');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('alert').getByText(/密码/).waitFor();
  expect(await account.inputValue()).toBe('keeper');

  await page.getByRole('textbox', { name: '密码' }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('tab', { name: /^现在要办 \d+$/ }).waitFor();
});

journey('whoever was added by the administrator has to choose a password of his own before anything else', async ({ people }) => {
  const admin = await people.enter('admin', '/organisation');
  await admin.getByRole('button', { name: '添加人员' }).click();
  const sheet = admin.getByRole('dialog', { name: '添加人员' });
  await sheet.getByRole('textbox', { name: /账号/ }).fill('newcomer');
  await sheet.getByRole('textbox', { name: /姓名/ }).fill('闻一鹤');
  await sheet.getByRole('textbox', { name: /初始密码/ }).fill('given by the office');
  await sheet.getByRole('button', { name: '加一个岗位' }).click();
  await choose(admin, sheet.getByRole('combobox', { name: '岗位' }), '客户服务人员');
  await sheet.getByRole('button', { name: '保存' }).click();
  await admin.getByRole('row', { name: /闻一鹤/ }).waitFor();

  const page = await people.arrive();
  await choose(page, page.getByRole('combobox', { name: '选择演示公司' }), '安和物业服务有限公司');
  await page.getByRole('textbox', { name: '账号' }).fill('newcomer');
  await page.getByRole('textbox', { name: '密码' }).fill('given by the office');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '修改密码' }).waitFor();
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect((await page.request.get('/api/matters')).status()).toBe(403);

  await page.goto('/matters');
  await page.getByRole('textbox', { name: '现在的密码' }).fill('given by the office');
  await page.getByRole('textbox', { name: /^新密码/ }).fill('my very own words');
  await page.getByRole('textbox', { name: '再输一次新密码' }).fill('my very own words');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('heading', { name: '事项', exact: true }).waitFor();
  await page.getByRole('button', { name: '闻一鹤' }).waitFor();
});
