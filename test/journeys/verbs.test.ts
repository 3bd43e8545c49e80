import { expect } from 'vitest';
import { journey } from './journey.ts';
import { act, choose, confirm, happened, openVerb, press, receive, send } from './steps.ts';

const advance = (page: Parameters<typeof send>[0], by: string) => send(page, '/api/demo/clock', { advance: by, run: true });

/** The page has come whole: a menu that is opened before moves with it. */
const there = (page: Parameters<typeof send>[0]): Promise<void> => page.getByRole('region', { name: '经过' }).getByText('登记', { exact: true }).waitFor();

journey('退回: the receiver takes one of the reasons given lately, sees what becomes of the limits, and it lies with whoever forwarded it', async ({ people }) => {
  const agent = await people.signIn('agent');
  const before = await receive(agent, '地库灯不亮，问过一次');
  await act(agent, before, 'forward', { to: 'engineering' });
  const engineer = await people.signIn('engineer');
  await act(engineer, before, 'return', { reason: '不归工程部，请转秩序部' });

  const matter = await receive(agent, '大门口车辆乱停');
  await act(agent, matter, 'forward', { to: 'engineering' });
  await engineer.goto(`/matters/${matter.id}`);
  await there(engineer);
  const panel = await openVerb(engineer, '退回');
  await panel.getByRole('group', { name: '常用原因' }).getByRole('button', { name: '不归工程部，请转秩序部' }).click();
  const after = panel.getByRole('region', { name: '确认后' });
  await after.getByText(/立即调查.*不再需要/).waitFor();
  await confirm(panel, '退回');
  await engineer.getByRole('list', { name: '阶段' }).locator('[aria-current=step]').getByText('已受理').waitFor();
  await engineer.getByRole('region', { name: '经过' }).getByText('不归工程部，请转秩序部').waitFor();
  expect(await happened(agent, matter)).toContain('退回');
});

journey('延期: date chips, the old and the new limit before anybody is asked; consent is applied for, given, and the limit moves', async ({ people }) => {
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '空调主机要换配件');
  await act(agent, matter, 'forward', { to: 'engineering' });
  const engineer = await people.enter('engineer', `/matters/${matter.id}`);
  await there(engineer);
  const panel = await openVerb(engineer, '延期');
  await panel.getByText(/^处理办结 2026/).click();
  const chips = panel.getByRole('group', { name: '延到' });
  await chips.getByRole('button').first().click();
  const then = panel.getByRole('region', { name: '同意后' });
  await then.getByText(/晚 1天/).waitFor();
  await panel.getByRole('textbox', { name: /原因/ }).fill('等厂家发货');
  await panel.getByRole('button', { name: '申请批准' }).click();
  await panel.waitFor({ state: 'hidden' });

  const manager = await people.enter('manager', `/matters/${matter.id}`);
  await manager.getByRole('region', { name: '审批' }).getByRole('button', { name: /同意$/ }).click();
  await manager.getByText('已同意').first().waitFor();

  await engineer.reload();
  await there(engineer);
  await confirm(await openVerb(engineer, '延期'), '延期');
  const limit = engineer.getByRole('region', { name: '时限' }).getByRole('listitem').filter({ hasText: '处理办结' });
  await limit.getByText('原来').waitFor();
});

journey('误登作废: the panel says what becomes of the limits and that it can be found again; it is found by its number, and can be taken back', async ({ people }) => {
  const page = await people.signIn('manager');
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '拨错电话，登错了');
  await page.goto(`/matters/${matter.id}`);
  const panel = await openVerb(page, '误登作废');
  await panel.getByText(/作废后不再提醒、不再计时，单号保留/).waitFor();
  await panel.getByRole('textbox', { name: /原因/ }).fill('重复登记');
  await panel.getByRole('region', { name: '确认后' }).getByText(/处理办结.*不再需要/).waitFor();
  await confirm(panel, '误登作废');
  await page.getByText('误登作废', { exact: true }).first().waitFor();
  await page.getByText('现在没有要办的').waitFor();

  await page.goto(`/matters?search=${matter.number}`);
  await page.getByRole('link', { name: matter.number }).click();
  await confirm(await openVerb(page, '撤回'), '撤回');
  await page.getByText('现在没有要办的').waitFor({ state: 'detached' });
});

journey('补录: what was done in time and recorded after the breach annuls it, said before it is confirmed', async ({ people }) => {
  const manager = await people.signIn('manager');
  const agent = await people.signIn('manager');
  const matter = await receive(agent, '客户说昨晚已经转给秩序部');
  await advance(manager, 'PT25M');
  await agent.goto(`/matters/${matter.id}`);
  const panel = await openVerb(agent, '转办');
  await choose(agent, panel.getByRole('combobox', { name: /交给/ }), '秩序部');
  await panel.getByRole('button', { name: /补录/ }).click();
  const late = panel.getByRole('group', { name: '补录：事情发生得更早' });
  await late.getByRole('group', { name: '发生' }).getByRole('button').first().click();
  await late.getByText(/发生.*记录.*现在/).waitFor();
  await late.getByRole('textbox', { name: '补录原因' }).fill('当时在接别的电话');
  await panel.getByRole('region', { name: '确认后' }).getByText(/转呈当事部门.*超时撤销/).waitFor();
  await press(panel, '转办');
  await panel.waitFor({ state: 'hidden' });
  await agent.getByRole('region', { name: '经过' }).getByText('补录').first().waitFor();
});

journey('督办: no date, no 督办; one press fixes it, and the matter shows until when an answer is due, and why', async ({ people }) => {
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '车库道闸坏了两天');
  await act(agent, matter, 'forward', { to: 'engineering' });
  const manager = await people.enter('manager', `/matters/${matter.id}`);
  await there(manager);
  const panel = await openVerb(manager, '督办');
  await press(panel, '督办');
  await panel.getByText('请填写“什么时候前回复”').waitFor();
  await panel.getByRole('group', { name: '什么时候前回复' }).getByRole('button', { name: /明天下班/ }).click();
  await panel.getByText('请填写“什么时候前回复”').waitFor({ state: 'detached' });
  await confirm(panel, '督办');
  const mark = manager.locator('.matter-head .tag').filter({ hasText: '督办' });
  await mark.getByText(/明天 17:30/).waitFor();
  await mark.getByRole('button', { name: '为什么' }).click();
  await manager.getByRole('dialog', { name: '回复督办' }).getByText(/沈国梁.*定的：.*明天 17:30.*前 回复督办/u).waitFor();
});

journey('约时间再打: the agreed time stands on the card of the customer and is owed by whoever agreed it', async ({ people }) => {
  const manager = await people.enter('manager', '/follow-up');
  const number = await manager.getByRole('link', { name: /^TS-/ }).first().innerText();
  await manager.getByRole('button', { name: /约时间再打/ }).click();
  await manager.getByRole('group', { name: '约到什么时候' }).getByRole('button').first().click();
  await manager.getByText(/再打：到时提醒您/).waitFor();
  const found = await manager.request.get(`/api/matters?number=${number}`).then((answer) => answer.json()) as { items: { id: string }[] };
  const { obligations } = await manager.request.get(`/api/matters/${found.items[0]?.id}`).then((answer) => answer.json()) as { obligations: { act: string; state: string; bearerTitle: string }[] };
  expect(obligations.filter((each) => each.act === 'call-again')).toMatchObject([{ state: 'open', bearerTitle: '沈国梁' }]);
  await manager.reload();
  await manager.getByText(/约好再打/).waitFor();
});
