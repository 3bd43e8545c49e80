import { expect } from 'vitest';
import { journey } from './journey.ts';
import { confirm, openVerb, press, receive } from './steps.ts';

journey('an act is taken back from the word of success, and stays in the timeline struck through', async ({ people }) => {
  const page = await people.signIn('agent');
  const matter = await receive(page, '大堂自动门夹了孩子的手');
  await page.goto(`/matters/${matter.id}`);
  const forwarding = await openVerb(page, '转办');
  await forwarding.getByRole('combobox').click();
  await page.locator('.ant-select-dropdown').getByTitle('工程部', { exact: true }).filter({ visible: true }).last().click();
  await confirm(forwarding, '转办');
  const stages = page.getByRole('list', { name: '阶段' });
  await stages.locator('[aria-current=step]').getByText('已转办').waitFor();

  await page.locator('.ant-message').getByRole('button', { name: '撤回' }).click();
  await stages.locator('[aria-current=step]').getByText('已受理').waitFor();
  const struck = page.getByRole('region', { name: '经过' }).getByRole('listitem').filter({ hasText: '已撤回' });
  await struck.first().waitFor();
  expect(await struck.first().locator('s').first().innerText()).toBe('转办');
});

journey('a duplicate is merged into the other case of the same customer, and taken apart again', async ({ people }) => {
  const page = await people.signIn('agent');
  const first = await receive(page, '楼道灯坏了三天', { customer: { name: '贺女士', phone: '13911112222', address: '5-1-0702' } });
  const second = await receive(page, '楼道还是黑的，什么时候来修', { customer: { name: '贺女士', phone: '13911112222', address: '5-1-0702' } });
  await page.goto(`/matters/${second.id}`);
  await page.getByRole('region', { name: '关联' }).getByRole('link', { name: first.number }).waitFor();
  const merging = await openVerb(page, '合并');
  const proposed = merging.getByRole('radiogroup', { name: /合并到哪一件/ }).getByRole('radio', { name: new RegExp(`${first.number}.*同一客户`) });
  // A number may be typed as well; the row it names is the row that is chosen.
  await merging.getByRole('textbox', { name: '都不是？直接写在这里' }).fill(first.number);
  expect(await proposed.isChecked()).toBe(true);
  await proposed.check();
  await press(merging, '合并');
  await merging.waitFor({ state: 'hidden' });
  await page.getByText('已合并到另一件').waitFor();
  await page.getByRole('region', { name: '关联' }).getByText('已合并到').waitFor();
  await page.goto(`/matters/${first.id}`);
  await page.getByRole('region', { name: '关联' }).getByRole('link', { name: second.number }).waitFor();

  await page.goto(`/matters/${second.id}`);
  await confirm(await openVerb(page, '拆开'), '拆开');
  await page.getByText('已合并到另一件').waitFor({ state: 'hidden' });
});

journey('a corrected text shows as corrected, the old one a press away; a note keeps what was typed when its page is left', async ({ people }) => {
  const page = await people.signIn('agent');
  const matter = await receive(page, '三号楼电梯异响');
  await page.goto(`/matters/${matter.id}`);
  const composer = page.getByRole('region', { name: '写记录' });
  await composer.getByRole('textbox').fill('客户说周末也响');
  await page.reload();
  expect(await composer.getByRole('textbox').inputValue()).toBe('客户说周末也响');
  await composer.getByRole('textbox').press('Control+Enter');
  const timeline = page.getByRole('region', { name: '经过' });
  await timeline.getByText('客户说周末也响').waitFor();
  expect(await composer.getByRole('textbox').inputValue()).toBe('');

  const correcting = await openVerb(page, '更正');
  await correcting.getByRole('textbox', { name: /原因/ }).fill('楼号听错');
  await correcting.getByRole('textbox', { name: /投诉内容/ }).fill('五号楼电梯异响');
  await confirm(correcting, '更正');
  const received = timeline.getByRole('listitem').filter({ hasText: '登记' }).last();
  await received.getByText('五号楼电梯异响').waitFor();
  expect(await received.getByText('三号楼电梯异响').count()).toBe(0);
  await received.getByRole('button', { name: /看原文/ }).click();
  await received.getByText('三号楼电梯异响').waitFor();
});
