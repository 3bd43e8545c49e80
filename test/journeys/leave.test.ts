import { expect } from 'vitest';
import { journey } from './journey.ts';
import { act, receive } from './steps.ts';

journey('before a leave one sees what falls due, names who stands in, and he does it in the place of the absent one', async ({ people }) => {
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '天台门锁坏了，关不上');
  const engineer = await people.enter('engineer', '/absence');
  const { person } = await (await engineer.request.get('/api/me')).json() as { person: string };
  await act(agent, matter, 'forward', { to: { person } });

  const { now } = await (await engineer.request.get('/api/clock')).json() as { now: string };
  await engineer.getByRole('button', { name: '登记请假' }).click();
  await engineer.getByLabel('从', { exact: true }).fill(`${now.slice(0, 10)} 00:00`);
  await engineer.getByRole('button', { name: '看这期间到期的' }).click();
  await engineer.getByRole('row').filter({ hasText: matter.number }).getByText('调查').waitFor();
  const substitutes = engineer.getByRole('combobox', { name: /^代理人（/ });
  await substitutes.fill('何静');
  await substitutes.press('Enter');
  await engineer.getByRole('button', { name: '确认请假' }).click();
  await engineer.getByText('已登记，何静 代理').waitFor();
  await engineer.getByRole('row').filter({ hasText: '何静' }).getByText('请假中').waitFor();

  const substitute = await people.enter('specialist', '/absence');
  const line = substitute.getByRole('row').filter({ hasText: matter.number });
  await line.getByText('代 马志强').waitFor();
  await act(substitute, matter, 'investigate', { findings: '锁芯断了' });
  await line.getByRole('link', { name: matter.number }).click();
  await substitute.getByRole('region', { name: '经过' }).getByText('何静（代马志强）').first().waitFor();

  await engineer.getByRole('button', { name: '提前结束' }).click();
  await engineer.getByText('已结束，代理停止').waitFor();
  const refused = await substitute.request.post(`/api/matters/${matter.id}/acts`, { data: { act: 'investigate', fields: { findings: '再看一次' } } });
  expect(refused.status()).toBe(403);
});
