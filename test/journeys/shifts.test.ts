import { expect } from 'vitest';
import { journey } from './journey.ts';
import { receive } from './steps.ts';

journey('at the start of a shift somebody sits down, the night desk hands over, and one press takes it with both names on the sheet', async ({ people }) => {
  const night = await people.enter('keeper', '/shifts');
  const matter = await receive(night, '夜里有人敲门，查了没有发现');
  await night.reload();
  await night.getByRole('region', { name: '未办结' }).getByText(matter.number).waitFor();
  await night.getByRole('button', { name: '交班', exact: true }).click();
  await night.getByRole('button', { name: '现在交班' }).click();
  await night.getByText('您已交班，等下一班的同事用自己的账号接班').waitFor();
  expect(await night.getByRole('button', { name: '接班', exact: true }).count()).toBe(0);

  const day = await people.enter('agent', '/shifts');
  await day.getByRole('textbox', { name: '分机号' }).fill('801');
  await day.getByRole('button', { name: '开始上班' }).click();
  await day.getByRole('button', { name: '离席' }).waitFor();
  await day.getByText('秦有福 已交班，等人接班').waitFor();
  await day.getByRole('button', { name: '接班', exact: true }).click();
  // One press tells what is taken over; only the second takes it.
  await day.getByText('接班签您的名字').waitFor();
  await day.getByRole('button', { name: '接班并签名' }).click();
  await day.getByText(/^已接班，受理 \d+ 件$/).waitFor();

  await day.getByRole('tab', { name: '以前的交接' }).click();
  const row = day.getByRole('row').filter({ hasText: '秦有福' }).first();
  await row.getByText('周晓岚').waitFor();
  await row.getByRole('button', { name: '查看' }).click();
  await day.getByRole('article').getByText(matter.number).first().waitFor();
  // On paper there is the sheet and nothing else.
  await day.emulateMedia({ media: 'print' });
  await day.getByRole('article').waitFor();
  expect(await day.getByRole('button', { name: '打印' }).count()).toBe(0);
  await day.emulateMedia({ media: 'screen' });
  await day.getByRole('button', { name: '下班' }).click();
  await day.getByRole('button', { name: '开始上班' }).waitFor();
});
