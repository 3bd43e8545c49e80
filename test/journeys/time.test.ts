import { journey } from './journey.ts';
import { receive } from './steps.ts';

journey('ten minutes later the limit of ten minutes is overdue on the desk, and the time machine tells that something came due', async ({ people }) => {
  const page = await people.enter('agent');
  const matter = await receive(page, '水管爆裂，水漫进机房', { facts: { our_management: true, loss: true } });
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: matter.number }) });
  await line.getByText(/^剩 /).waitFor();

  const machine = page.getByRole('region', { name: '演示时间' });
  await machine.getByRole('button', { name: '+10 分' }).click();
  await machine.getByText(/^刚才有 \d+ 项到时，系统已处理$/).waitFor();
  await line.getByText(/^超 /).waitFor();

  await line.getByRole('link', { name: matter.number }).click();
  await page.getByRole('region', { name: '时限' }).getByRole('listitem').filter({ hasText: '转呈当事部门' }).getByText(/^超 /).waitFor();
  await page.getByRole('region', { name: '经过' }).getByRole('listitem').filter({ hasText: '超时' }).first().waitFor();
});
