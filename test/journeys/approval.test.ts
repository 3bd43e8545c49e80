import { journey } from './journey.ts';
import { act, confirm, openVerb, press, receive } from './steps.ts';

journey('what needs consent is refused with the way to ask, asked by one, given by two others, and then done', async ({ people }) => {
  people.expect('409 (Conflict)');
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '漏水泡坏了地毯，要求赔偿');
  await act(agent, matter, 'forward', { to: 'engineering' });
  const engineer = await people.signIn('engineer');
  await act(engineer, matter, 'investigate', { findings: '阀门老化' });
  await act(engineer, matter, 'judge', { validity: 'valid', fault: 'neglect' });

  await engineer.goto(`/matters/${matter.id}`);
  const asking = await openVerb(engineer, '让步');
  await asking.getByRole('textbox', { name: /让步或补偿内容/ }).fill('赔偿地毯清洗费');
  await asking.getByRole('spinbutton', { name: /让步或补偿金额/ }).fill('380');
  await press(asking, '让步');
  await asking.getByRole('alert').getByText(/批准.*客服部经理.*项目经理|客服部经理.*项目经理.*批准/).waitFor();
  await asking.getByRole('button', { name: '申请批准' }).click();
  await asking.waitFor({ state: 'hidden' });
  const approvals = engineer.getByRole('region', { name: '审批' });
  await approvals.getByText('待批').first().waitFor();

  for (const account of ['manager', 'director'] as const) {
    const page = await people.enter(account);
    await page.getByRole('tab', { name: /^待我审批 [1-9]/ }).click();
    const line = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: matter.number }) });
    await line.getByRole('button').click();
    const card = page.getByRole('complementary', { name: '要点' }).getByRole('region', { name: '审批' });
    await card.getByText(/马志强 申请：让步/).waitFor();
    await card.getByText(/380/).waitFor();
    await card.getByRole('textbox', { name: '意见' }).fill('同意，按清洗发票');
    await card.getByRole('button', { name: '同意' }).click();
    await line.waitFor({ state: 'hidden' });
  }

  await approvals.getByText('已同意').first().waitFor();
  const doing = await openVerb(engineer, '让步');
  await doing.getByRole('textbox', { name: /让步或补偿内容/ }).fill('赔偿地毯清洗费');
  await doing.getByRole('spinbutton', { name: /让步或补偿金额/ }).fill('380');
  await confirm(doing, '让步');
  await engineer.getByRole('region', { name: '经过' }).getByRole('listitem').filter({ hasText: '让步' }).first().waitFor();
  await approvals.getByText('已用').waitFor();
});
