import { expect } from 'vitest';
import { journey } from './journey.ts';
import { choose, receive } from './steps.ts';

journey('the number of a caller finds him, and what is open for him stands there', async ({ people }) => {
  const page = await people.enter('agent', '/');
  const open = await receive(page, '楼道的灯一闪一闪，晃得人头晕', { customer: { name: '温如玉', phone: '13922220001', address: '2-2-0808' } });
  await page.getByRole('tab', { name: /^我的待办 \d+$/ }).waitFor();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: '来电号码' }).fill('13922220001');
  const caller = page.getByRole('region', { name: '客户' });
  await caller.getByRole('heading', { name: '温如玉' }).waitFor();
  await caller.getByRole('heading', { name: '未结 1 件' }).waitFor();
  await caller.getByRole('link', { name: new RegExp(open.number) }).waitFor();
});

journey('ticked facts propose 重大 with its deadlines before anything is saved, and F9 saves, forwards and tells the number', async ({ people }) => {
  const page = await people.enter('agent', '/intake');
  await page.getByRole('textbox', { name: '来电号码' }).fill('13922220002');
  await page.getByRole('textbox', { name: '姓名' }).fill('尹先生');
  await page.getByRole('textbox', { name: '内容' }).fill('自动门夹伤了孩子的手');
  const forecast = page.getByRole('region', { name: '保存后会发生' });
  await forecast.getByText('建议：轻微投诉').waitFor();

  await page.getByRole('button', { name: '属管理责任' }).click();
  await page.getByRole('button', { name: '造成人身伤害' }).click();
  await forecast.getByText('建议：重大投诉').waitFor();
  await forecast.getByText(/因为 属管理责任、造成人身伤害/).waitFor();
  const forwarding = forecast.getByRole('listitem').filter({ hasText: '转呈当事部门' });
  expect(await forwarding.innerText()).toMatch(/剩 (9分|10分)[\s\S]*B-4\.4\.2\.2\.1-a/);
  expect(await forecast.getByRole('listitem').filter({ hasText: '上报重大投诉' }).innerText()).toMatch(/剩 (59分|1时)[\s\S]*B-4\.4\.2\.2\.1-b/);
  const before = await page.request.get('/api/matters?search=自动门夹伤').then((answer) => answer.json()) as { items: unknown[] };
  expect(before.items).toEqual([]);

  await choose(page, page.getByRole('combobox', { name: '转给' }), '工程部');
  await page.keyboard.press('F9');
  const saved = page.getByRole('heading', { name: /^已登记 TS-\d{8}-\d{4}，并已转办$/ });
  await saved.waitFor();
  const number = /TS-\d{8}-\d{4}/.exec(await saved.innerText())?.[0] ?? '';
  await page.getByRole('link', { name: '打开' }).click();
  await page.getByRole('heading', { name: /自动门夹伤了孩子的手/ }).waitFor();
  await page.getByText(number).first().waitFor();
  await page.getByRole('region', { name: '经过' }).getByText('→ 工程部').waitFor();
});
