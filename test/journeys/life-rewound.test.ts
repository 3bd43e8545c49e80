import { expect } from 'vitest';
import { journey } from './journey.ts';
import { act, receive } from './steps.ts';

journey('the case is rewound by the arrow keys: stage, facts, what was owed and who knew, as they were then', async ({ people }) => {
  const page = await people.signIn('agent');
  const matter = await receive(page, '车库道闸砸了车顶', { facts: { our_management: true, loss: true } });
  await act(page, matter, 'forward', { to: 'engineering' });
  const engineer = await people.signIn('engineer');
  await act(engineer, matter, 'investigate', { findings: '地感线圈老化' });
  await act(engineer, matter, 'judge', { validity: 'valid', fault: 'neglect' });
  await page.goto(`/matters/${matter.id}`);
  await page.getByRole('button', { name: '案件倒带' }).click();
  const tape = page.getByRole('region', { name: '案件倒带' });
  const slider = tape.getByRole('slider');
  const stage = tape.getByRole('region', { name: '当时的阶段' });
  await stage.getByText('已判定').waitFor();
  await stage.getByText('地感线圈老化').waitFor();
  await tape.getByText('马志强').first().waitFor();

  await slider.focus();
  await slider.press('Home');
  await stage.getByText('已登记').waitFor();
  expect(await tape.getByText('地感线圈老化').count()).toBe(0);
  expect(await tape.getByText('马志强').count()).toBe(0);
  await slider.press('ArrowRight');
  await stage.getByText('已受理').waitFor();
  await tape.getByRole('region', { name: '当时谁欠着什么' }).getByText('转呈当事部门').waitFor();
  expect(await page.getByRole('toolbar', { name: '办理' }).count()).toBe(0);
  await tape.getByRole('button', { name: '回到现在' }).click();
  await page.getByRole('toolbar', { name: '办理' }).waitFor();
});
