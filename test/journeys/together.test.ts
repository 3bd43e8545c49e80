import { journey } from './journey.ts';
import { act, confirm, openVerb, press, receive } from './steps.ts';

journey('what one does in his window, the other sees in his without reloading', async ({ people }) => {
  const agent = await people.signIn('agent');
  const engineer = await people.enter('engineer');
  await engineer.getByRole('tab', { name: /^现在要办/ }).waitFor();
  const matter = await receive(agent, '四楼茶水间热水器不出热水');
  await act(agent, matter, 'forward', { to: 'engineering' });
  const line = engineer.getByRole('listitem').filter({ hasText: '四楼茶水间热水器' });
  await line.getByRole('link', { name: '调查' }).waitFor();

  await agent.goto(`/matters/${matter.id}`);
  const timeline = agent.getByRole('region', { name: '经过' });
  await timeline.getByText('→ 工程部').waitFor();
  await line.getByRole('link', { name: '调查' }).click();
  const panel = engineer.getByRole('dialog', { name: '调查' });
  await panel.getByRole('textbox', { name: /调查结果/ }).fill('加热管结垢烧断');
  await confirm(panel, '调查');
  await timeline.getByText(/加热管结垢烧断/).waitFor();
});

journey('whoever was slower is told what the other did, keeps his words, and may add his act', async ({ people }) => {
  people.expect('409 (Conflict)');
  const agent = await people.signIn('agent');
  const matter = await receive(agent, '快递柜门打不开');
  await agent.goto(`/matters/${matter.id}`);
  const panel = await openVerb(agent, '答复');
  await panel.getByRole('textbox').first().fill('已联系柜机厂家，今天到');
  const specialist = await people.signIn('specialist');
  await act(specialist, matter, 'note', { text: '客户又来电话' });
  await press(panel, '答复');
  await panel.getByText('这件事项刚刚被别人办理过，您的文字还在').waitFor();
  await panel.getByText(/何静：/).waitFor();
  await panel.getByRole('button', { name: '并入我的' }).click();
  await panel.waitFor({ state: 'hidden' });
  await agent.getByRole('region', { name: '经过' }).getByText(/已联系柜机厂家，今天到/).waitFor();
});
