import { expect } from 'vitest';
import { journey } from './journey.ts';
import { act, openVerb, press, receive } from './steps.ts';

journey('closing too early is refused on the screen, with the clause, its words, and what is still needed', async ({ people }) => {
  people.expect('409 (Conflict)');
  const page = await people.signIn('agent');
  const matter = await receive(page, '停车场道闸抬不起来');
  await page.goto(`/matters/${matter.id}`);
  const panel = await openVerb(page, '结案');
  const refusal = panel.getByRole('alert');
  await refusal.getByRole('heading', { name: '现在还不能结案' }).waitFor();
  await refusal.getByText('回访满意之后才能结案，请先安排回访').waitFor();
  await refusal.getByText('依据 B-4.4.4.1.0').first().waitFor();
  await refusal.getByText('可以这样对客户说').waitFor();
  // The way there begins with forwarding: its panel is one press away.
  await refusal.getByRole('group', { name: '下一步可以' }).getByRole('button', { name: '转办' }).waitFor();

  await press(panel, '结案');
  await refusal.getByText('回访满意之后才能结案，请先安排回访').waitFor();
  const after = await page.request.get(`/api/matters/${matter.id}`).then((answer) => answer.json()) as { version: number; ended: string | null };
  expect(after).toMatchObject({ version: matter.version, ended: null });
});

journey('a refusal is a door: what was promised all the same is written down as it was, and shown as such', async ({ people }) => {
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '漏水泡坏了地板');
  await act(agent, matter, 'forward', { to: 'engineering' });
  const engineer = await people.signIn('engineer');
  await act(engineer, matter, 'investigate', { findings: '立管渗漏' });
  await act(engineer, matter, 'judge', { validity: 'valid', fault: 'neglect' });
  await engineer.goto(`/matters/${matter.id}`);
  const asking = await openVerb(engineer, '让步');
  const door = asking.getByRole('alert');
  await door.getByText(/请示领导/).waitFor();
  await door.getByRole('button', { name: '记录已作出的口头承诺' }).click();
  const recording = engineer.getByRole('dialog', { name: '如实记录' });
  await recording.getByRole('textbox', { name: /说了什么/ }).fill('电话里已经答应换地板');
  await press(recording, '如实记录');
  await recording.waitFor({ state: 'hidden' });
  const timeline = engineer.getByRole('region', { name: '经过' });
  // Who was told of it comes in beside, sooner or later.
  await timeline.getByText('如实记录：让步', { exact: true }).waitFor();
  await timeline.getByText('电话里已经答应换地板').first().waitFor();
});

journey('“为什么” beside a limit shows its clause, whose number it is, the arithmetic that ends at the very time shown, and what to tell the customer', async ({ people }) => {
  const page = await people.signIn('agent');
  const matter = await receive(page, '电梯等了二十分钟');
  await page.goto(`/matters/${matter.id}`);
  const line = page.getByRole('region', { name: '时限' }).getByRole('listitem').filter({ hasText: '处理办结' });
  const due = await line.getByRole('time').innerText();
  await line.getByRole('button', { name: '为什么', exact: true }).click();
  const why = page.getByRole('dialog', { name: '处理办结' });
  await why.getByRole('heading', { name: `为什么是 ${due}？` }).waitFor();
  await why.getByText(/B-4\.4\.2\.2\.2-b/).first().waitFor();
  await why.getByText('制度原文').waitFor();
  await why.getByRole('row', { name: /合计 24时/ }).waitFor();
  const days = await why.getByRole('row').filter({ hasText: '–' }).allInnerTexts();
  expect(days.length).toBeGreaterThanOrEqual(3);
  expect(days.at(-1)).toContain(`–${due.slice(-5)}`);
  await why.getByRole('heading', { name: /^若.*未办$/ }).waitFor();
  await why.getByRole('listitem').filter({ hasText: '记超时' }).waitFor();
  await why.getByRole('button', { name: '对客户怎么说' }).click();
  await why.getByText(/按我们公司的规定/).waitFor();
});

journey('a refusal whose missing step is somebody else’s says who is here, and chases him; one’s own missing step opens at once', async ({ people }) => {
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '电梯厅玻璃碎了');
  await act(agent, matter, 'forward', { to: 'engineering' });
  const engineer = await people.signIn('engineer');
  await act(engineer, matter, 'judge', { validity: 'valid', fault: 'neglect' });
  await engineer.goto(`/matters/${matter.id}`);
  const resolving = await openVerb(engineer, '办结');
  await resolving.getByText('先由客服核实有效性，再办结').waitFor();
  await resolving.getByText(/谁能办：.*（在岗）/).waitFor();
  await resolving.getByRole('group', { name: '下一步可以' }).getByRole('button', { name: '催办' }).click();
  await engineer.getByRole('dialog', { name: '催办' }).waitFor();

  await agent.goto(`/matters/${matter.id}`);
  const closing = await openVerb(agent, '结案');
  await closing.getByRole('group', { name: '下一步可以' }).getByRole('button').first().click();
  await closing.waitFor({ state: 'hidden' });
  await agent.getByRole('dialog').waitFor();
});

journey('“为什么” stands beside a severity, a handler and whoever owes something, each with its clause and what it looked at', async ({ people }) => {
  const page = await people.signIn('agent');
  const matter = await receive(page, '物业费多收了');
  await act(page, matter, 'forward', { to: 'engineering' });
  await page.goto(`/matters/${matter.id}`);
  await page.getByRole('button', { name: '为什么：一般投诉' }).click();
  const severity = page.getByRole('dialog', { name: '一般投诉' });
  await severity.getByText(/管理服务不到位/).waitFor();
  await severity.getByText('制度原文').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^为什么：当事部门/ }).click();
  const handler = page.getByRole('dialog', { name: '工程部' });
  await handler.getByText(/“转办”交给谁/).waitFor();
  await handler.getByText(/周晓岚 · 转办/).waitFor();
});
