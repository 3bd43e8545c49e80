import { expect } from 'vitest';
import { counted, inSight } from './counted.ts';
import { journey } from './journey.ts';
import { act, receive, send } from './steps.ts';
import { weightOf } from './weigh.ts';

const PHONE = { viewport: { width: 360, height: 640 }, userAgent: 'Mozilla/5.0 (Linux; Android 10; phone) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/89.0.4389.105 Mobile Safari/537.36' };

journey('a promise of money is approved on a phone with one tap on its card, from an entry of at most 150 kB', async ({ people }) => {
  const agent = await people.signIn('agent');
  const engineer = await people.enter('engineer');
  const asked: string[] = [];
  for (const [content, amount] of [['漏水泡坏了地毯，要求赔偿', 1280], ['电梯夹坏了行李箱，要求赔偿', 460]] as const) {
    const matter = await receive(agent, content);
    await act(agent, matter, 'forward', { to: 'engineering' });
    await act(engineer, matter, 'investigate', { findings: '阀门老化' });
    await act(engineer, matter, 'judge', { validity: 'valid', fault: 'neglect' });
    asked.push((await send<{ id: string }>(engineer, `/api/matters/${matter.id}/approvals`, { act: 'concede', fields: { concession: '照价赔偿', concession_amount: amount } })).id);
  }

  // The link of a message points at one of them: that card is in front.
  const page = await people.enter('manager', `/approvals?id=${asked[1]}`, PHONE);
  const taps = counted(page);
  const card = page.getByRole('article');
  await card.getByText('马志强 申请：让步').waitFor();
  await card.getByText('¥460.00').waitFor();
  await card.getByRole('region', { name: '批了以后' }).getByText(/项目经理/).waitFor();
  await card.getByText(/依据 B-/).first().waitFor();
  const yes = page.getByRole('button', { name: '同意', exact: true });
  expect(await inSight(page, yes)).toBe(true);
  expect((await yes.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48);
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth && parseFloat(getComputedStyle(document.querySelector('.ap')).fontSize) >= 16")).toBe(true);
  const weight = await weightOf(page);
  process.stdout.write(`the approvals weigh ${Math.round(weight / 1000)} kB\n`);
  expect(weight).toBeGreaterThan(50_000);
  expect(weight).toBeLessThan(150_000);

  await taps.click(yes);
  await page.getByRole('status').getByText(/马志强的让步：同意/).waitFor();
  await card.getByText('¥1,280.00').waitFor();
  expect(taps.times + 1, 'the link and one tap').toBeLessThanOrEqual(2);

  // Without a reason nothing is rejected, and the field says so.
  await page.getByRole('button', { name: '驳回' }).click();
  await page.getByRole('alert').getByText(/请先写明原因/).waitFor();
  await page.getByRole('textbox', { name: '意见' }).fill('先核实购买凭证');
  await page.reload();
  await card.waitFor();
  expect(await page.getByRole('textbox', { name: '意见' }).inputValue(), 'what was typed is kept').toBe('先核实购买凭证');
  await page.getByRole('button', { name: '退回修改' }).click();
  await page.getByRole('status').getByText(/马志强的让步：退回修改/).waitFor();

  const director = await people.enter('director', `/approvals?id=${asked[1]}`, PHONE);
  await director.getByRole('article').getByText('¥460.00').waitFor();
  await director.getByRole('article').getByText(/马志强可以办理「让步」/).waitFor();
});

journey('whoever is not signed in goes through the door and comes back to the approvals', async ({ people }) => {
  people.expect('401 (Unauthorized)');
  const page = await people.arrive(PHONE);
  await page.goto('/approvals');
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/approvals');
});
