import { expect } from 'vitest';
import { journey } from './journey.ts';
import { receive } from './steps.ts';

journey('one field finds a customer by his initials and a matter by its number, with the keyboard alone', async ({ people }) => {
  const page = await people.enter('agent');
  const matter = await receive(page, '儿童乐园的滑梯接缝开了', { customer: { name: '单晓棠', phone: '13911110777', address: '7-1-0302' } });
  await page.getByRole('tab').first().waitFor();
  const field = page.getByRole('combobox', { name: '搜索' });
  const options = page.getByRole('listbox').getByRole('option');

  for (const typed of ['sxt', 'dxt', '0777', '7号楼0302', '单晓']) {
    await page.keyboard.press('Control+K');
    await field.fill(typed);
    await page.getByRole('group', { name: '客户' }).getByRole('option', { name: /单晓棠/ }).waitFor();
    expect(await page.getByRole('group', { name: '客户' }).innerText()).not.toContain('13911110777');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
  }

  await page.keyboard.press('Control+K');
  await field.fill('滑梯');
  await options.filter({ hasText: matter.number }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/matters/${matter.id}`);

  // What was opened lately is there before anything is typed.
  await page.keyboard.press('Control+K');
  await options.filter({ hasText: matter.number }).waitFor();
  await field.fill('没有这样的东西');
  await page.getByText('没找到“没有这样的东西”').waitFor();
});

journey('the Enter that ends a composition opens nothing, and shortcuts wait until it has ended', async ({ people }) => {
  const page = await people.enter('agent');
  const matter = await receive(page, '岗亭的玻璃裂了');
  await page.getByRole('tab').first().waitFor();
  // As input methods send them: inside a composition, and the late one after it with code 229.
  const press = (code: string, how: string): Promise<void> => page.evaluate(`(() => {
    const event = new KeyboardEvent('keydown', { key: 'Process', code: '${code}', bubbles: true, cancelable: true, ${how} });
    (document.activeElement ?? document.body).dispatchEvent(event);
  })()`);
  for (const how of ['isComposing: true', 'keyCode: 229', 'isComposing: true, ctrlKey: true']) {
    await press('F2', how);
    await press('KeyK', `${how}, ctrlKey: true`);
  }
  expect(new URL(page.url()).pathname).toBe('/');
  expect(await page.getByRole('combobox', { name: '搜索' }).count()).toBe(0);

  await press('KeyK', 'ctrlKey: true');
  const field = page.getByRole('combobox', { name: '搜索' });
  await field.fill('岗亭');
  await page.getByRole('option').filter({ hasText: matter.number }).waitFor();
  await field.focus();
  for (const how of ["key: 'Enter', isComposing: true", "key: 'Enter', keyCode: 229"]) await press('Enter', how);
  expect(new URL(page.url()).pathname).toBe('/');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/matters/${matter.id}`);
  await press('F2', 'keyCode: 113');
  await page.waitForURL('**/intake**');
});

journey('numbers show on what Alt presses once it is held for a moment, and go with it', async ({ people }) => {
  const page = await people.enter('agent');
  await page.getByRole('tab').first().waitFor();
  await page.keyboard.down('Alt');
  await page.locator('html[data-keytips="shown"]').waitFor({ state: 'attached' });
  await page.keyboard.up('Alt');
  await page.locator('html:not([data-keytips])').waitFor({ state: 'attached' });
});
