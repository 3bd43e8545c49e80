import excel from 'exceljs';
import { expect } from 'vitest';
import { journey } from './journey.ts';
import { receive, send } from './steps.ts';

async function workbook(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const book = new excel.Workbook();
  book.addWorksheet('业主').addRows([['业主', '手机号', '小区', '房号', '交房日期', '保修'], ...rows.map((row) => [...row])]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

journey('a customer’s file shows homes, devices, contracts and consents, takes new ones, and tells every change', async ({ people }) => {
  const page = await people.enter('specialist', '/customers');
  await page.getByRole('searchbox').fill('苏曼');
  await page.getByRole('link', { name: /苏曼/ }).click();
  await page.getByText('牙科空压机').first().waitFor();
  await page.getByRole('tab', { name: '房屋设备' }).click();
  await page.getByText(/交付日 2022-08-25/).waitFor();
  await page.getByRole('button', { name: '登记设备' }).click();
  const panel = page.getByRole('dialog', { name: '登记设备' });
  await panel.getByRole('textbox', { name: '名称' }).fill('牙椅');
  await panel.getByRole('textbox', { name: '出厂编号' }).fill('YY-77');
  await panel.getByLabel('三包到').fill('2025-01-31');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+Enter');
  await panel.waitFor({ state: 'hidden' });
  const row = page.getByRole('region', { name: '设备', exact: true }).getByRole('row', { name: /牙椅/ });
  expect(await row.innerText()).toMatch(/YY-77[\s\S]*保外/);
  await page.getByRole('tab', { name: '合同', exact: true }).click();
  await page.getByText('已到期').waitFor();
  await page.getByRole('button', { name: '登记同意' }).click();
  const consent = page.getByRole('dialog', { name: '登记同意' });
  await consent.getByRole('textbox', { name: '用于什么' }).fill('满意度调查');
  await consent.getByLabel('同意日').fill('2026-03-01');
  await page.keyboard.press('Tab');
  await consent.getByRole('textbox', { name: '怎样同意的' }).fill('电话里说的');
  await consent.getByRole('button', { name: '保存' }).click();
  await consent.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '撤回' }).click();
  await page.getByRole('dialog', { name: '撤回' }).getByRole('button', { name: '保存' }).click();
  await page.getByText(/已撤回 2026-03-0/).waitFor();
  await page.getByRole('tab', { name: '变更记录' }).click();
  const changes = page.getByRole('tabpanel', { name: '变更记录' });
  await changes.getByText('撤回同意').waitFor();
  expect(await changes.getByRole('listitem').first().innerText()).toContain('何静');
  await page.getByRole('link', { name: '给他登记' }).click();
  const caller = page.getByRole('region', { name: '客户' });
  await caller.getByText(/牙椅 YY-77/).waitFor();
  expect(await caller.innerText()).toMatch(/交付 2022-08-25[\s\S]*保外（2025-01-31）/);
});

journey('a sheet of households with a wrong row: counted first, imported without it, and taken back', async ({ people }) => {
  const page = await people.enter('admin', '/settings/import');
  const sheet = await workbook([['赵一', '13700000001', '云栖公寓', '7-1-0101', '2024/5/1', '防水 2029-05-01'], ['钱二', '没有', '云栖公寓', '7-1-0102', '昨天', ''], ['赵一', '13700000001', '云栖公寓', '7-1-0101', '', '']]);
  await page.locator('input[type=file]').setInputFiles({ name: '业主.xlsx', mimeType: 'application/octet-stream', buffer: sheet });
  await page.getByText('3 行：新 1，已有 1，有错 1').waitFor();
  await page.getByText(/交付日「昨天」不是日期/).waitFor();
  const loading = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载有错的 1 行' }).click();
  const wrong = await (await loading).createReadStream().then(async (stream) => { let text = ''; for await (const piece of stream) text += String(piece); return text; });
  expect(wrong).toMatch(/业主.*原因[\s\S]*钱二.*昨天/);
  await page.getByRole('button', { name: '导入 1 行' }).click();
  await page.getByText(/已导入 1 行，1 行已有、1 行有错没有导入/).waitFor();
  const agent = await people.enter('agent', '/intake?phone=13700000001');
  await agent.getByRole('region', { name: '客户' }).getByText(/防水 保内 到 2029-05-01/).waitFor();
  await agent.goto('/customers');
  await page.getByRole('button', { name: '撤销' }).click();
  await page.getByText('已撤销 3 项').waitFor();
  expect((await (await agent.request.get('/api/customers?phone=13700000001')).json() as { items: unknown[] }).items).toEqual([]);
});

journey('the project in the top bar narrows desk and list, is remembered, and is not there where there is only one', async ({ people }) => {
  const page = await people.enter('manager', '/matters');
  const total = async (): Promise<number> => Number(/\d+/.exec((await page.locator('.matters-head').innerText()).replace(/,/g, ''))?.[0] ?? -1);
  await expect.poll(total).toBeGreaterThan(10);
  const all = await total();
  await page.getByRole('button', { name: '项目：全部项目' }).click();
  await page.locator('.ant-select-dropdown').getByTitle('云栖公寓', { exact: true }).filter({ visible: true }).click();
  await expect.poll(total).toBeLessThan(all);
  const part = await total();
  expect(part).toBeGreaterThan(0);
  await page.goto('/');
  await page.getByRole('tab', { name: /现在要办/ }).waitFor();
  await page.goto('/matters');
  await expect.poll(total).toBe(part);
  const shop = await people.enter('agent', '/matters', {}, 'retail');
  await shop.getByRole('heading', { name: '事项' }).waitFor();
  expect(await shop.getByRole('button', { name: /^项目/ }).count()).toBe(0);
});

journey('two files of one person become one on the page, a draft begun before goes to it, and they come apart again', async ({ people }) => {
  const agent = await people.enter('agent', '/');
  const kept = await receive(agent, '先有的一件', { customer: { name: '重复先生', phone: '13966660001', address: '9-9-0901' } });
  const twin = await receive(agent, '又登记成新的', { customer: { name: '重复', phone: '13966660001', address: '9-9-0901' } });
  const idOf = async ({ id }: { id: string }): Promise<string> => (await (await agent.request.get(`/api/matters/${id}`)).json() as { customer: { id: string } }).customer.id;
  const [into, from] = [await idOf(kept), await idOf(twin)];
  expect(from).not.toBe(into);
  const page = await people.enter('manager', `/customers/${into}`);
  await page.getByText('像是同一位客户').waitFor();
  await page.getByRole('button', { name: '合并', exact: true }).click();
  const panel = page.getByRole('dialog', { name: '合并' });
  await panel.getByRole('textbox').fill('电话核实过');
  await panel.getByRole('button', { name: '合并成一位' }).click();
  await page.getByText(/已并入“重复”/).waitFor();
  const late = await send<{ id: string; number: string; stageTitle: string; version: number }>(agent, '/api/matters', { kind: 'complaint', channel: 'phone', content: '草稿里的', customer: { id: from }, facts: { service_short: true } });
  expect([await idOf(twin), await idOf(late)]).toEqual([into, into]);
  await page.getByRole('button', { name: '撤销合并' }).click();
  await page.getByText(/已撤销合并/).first().waitFor();
  expect([await idOf(twin), await idOf(late)]).toEqual([from, into]);
});
