import { expect } from 'vitest';
import { journey } from './journey.ts';
import { act, confirm, happened, openVerb, receive } from './steps.ts';

journey('a customer who is not satisfied has the case opened again, and it is closed when he is', async ({ people }) => {
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '空调外机整夜滴水，楼下雨棚响得睡不着');
  await act(agent, matter, 'forward', { to: 'engineering' });
  const engineer = await people.signIn('engineer');
  await act(engineer, matter, 'investigate', { findings: '冷凝管脱落' });
  await act(engineer, matter, 'judge', { validity: 'valid', fault: 'neglect' });
  const specialist = await people.signIn('specialist');
  await act(specialist, matter, 'confirm');
  await act(engineer, matter, 'corrective-measure', { measure: '接回冷凝管' });
  await act(engineer, matter, 'resolve', { lawful: true });
  await act(agent, matter, 'inform', { how: 'phone' });

  const manager = await people.enter('manager', `/matters/${matter.id}`);
  const stages = manager.getByRole('list', { name: '阶段' });
  const first = await openVerb(manager, '回访');
  await first.getByText('不满意', { exact: true }).click();
  await confirm(first, '回访');
  await stages.locator('[aria-current=step]').getByText('已判定').waitFor();
  // The bar tells the second round: what was reached in the first lies before it again.
  await manager.getByText('重开 · 第 2 轮').waitFor();
  expect(await stages.getByRole('listitem').filter({ hasText: '—' }).count()).toBeGreaterThan(0);
  await manager.goto('/matters?view=reopened');
  await manager.getByRole('link', { name: matter.number }).waitFor();

  await act(engineer, matter, 'corrective-measure', { measure: '换新管并加固' });
  await act(engineer, matter, 'resolve', { lawful: true });
  await act(agent, matter, 'inform', { how: 'phone' });
  await manager.goto(`/matters/${matter.id}`);
  const second = await openVerb(manager, '回访');
  await second.getByText('满意', { exact: true }).click();
  await confirm(second, '回访');
  await act(manager, matter, 'sign-record');
  await agent.goto(`/matters/${matter.id}`);
  await confirm(await openVerb(agent, '结案'), '结案');
  await agent.getByRole('list', { name: '阶段' }).locator('[aria-current=step]').getByText('已结案').waitFor();
  expect((await happened(agent, matter)).filter((title) => title === '回访')).toHaveLength(2);
});
