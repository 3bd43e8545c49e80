import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { journey } from './journey.ts';
import { act, choose, confirm, happened, openVerb, receive } from './steps.ts';

/** On somebody's desk, by the act he owes: opens its panel. */
async function fromDesk(page: Page, number: string, verb: string): Promise<void> {
  const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: number }) });
  await line.getByRole('link', { name: verb, exact: true }).click();
}

journey('four people take a complaint from the call to its close, each from his own desk', async ({ people }) => {
  const agent = await people.enter('agent');
  const matter = await receive(agent, '大堂空调两天不制冷，报了两次没有人来');
  await fromDesk(agent, matter.number, '转办');
  const forwarding = agent.getByRole('dialog', { name: '转办' });
  await choose(agent, forwarding.getByRole('combobox', { name: /转办|转给|交给/ }), '工程部');
  await confirm(forwarding, '转办');

  const engineer = await people.enter('engineer');
  await fromDesk(engineer, matter.number, '调查');
  const investigating = engineer.getByRole('dialog', { name: '调查' });
  await investigating.getByRole('textbox', { name: /调查结果/ }).fill('压缩机皮带断裂');
  await confirm(investigating, '调查');
  await act(engineer, matter, 'judge', { validity: 'valid', fault: 'neglect' });

  const specialist = await people.enter('specialist', `/matters/${matter.id}`);
  await confirm(await openVerb(specialist, '核实'), '核实');

  await act(engineer, matter, 'corrective-measure', { measure: '更换皮带，列入每月点检' });
  await engineer.getByRole('region', { name: '经过' }).getByText(/列入每月点检/).waitFor();
  const resolving = await openVerb(engineer, '办结');
  await resolving.getByRole('radiogroup').getByText('是', { exact: true }).click();
  await confirm(resolving, '办结');
  await act(agent, matter, 'inform', { how: 'phone' });

  const manager = await people.enter('manager', `/matters/${matter.id}`);
  const revisiting = await openVerb(manager, '回访');
  await revisiting.getByText('满意', { exact: true }).click();
  await revisiting.getByText('电话', { exact: true }).click();
  await confirm(revisiting, '回访');
  await act(manager, matter, 'sign-record');

  await agent.getByRole('region', { name: '经过' }).getByText('签字', { exact: true }).waitFor();
  await confirm(await openVerb(agent, '结案'), '结案');
  const stages = agent.getByRole('list', { name: '阶段' });
  await stages.locator('[aria-current=step]').getByText('已结案').waitFor();
  expect(await stages.getByText('—').count()).toBe(0);
  expect(await happened(agent, matter)).toEqual(expect.arrayContaining(['登记', '受理', '转办', '调查', '判定', '核实', '纠正措施', '办结', '告知', '回访', '签字', '结案']));
});
