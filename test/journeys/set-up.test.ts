import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { expect } from 'vitest';
import { packageRoot } from '../../src/platform/config/index.ts';
import { freePort, gone } from '../support/built.ts';
import { journey } from './journey.ts';
import { choose } from './steps.ts';

/** An installation with nothing in it: its address, and the link it printed. */
async function emptyInstallation(): Promise<{ readonly link: string; end(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'aftercare-journey-set-up-'));
  await chmod(folder, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [join(packageRoot(), 'dist/server.js'), '--empty'], { cwd: packageRoot(), env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '/', PORT: String(port), AFTERCARE_DATA: folder }, stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  const link = await new Promise<string>((found, fail) => {
    child.once('exit', () => fail(new Error(`the server ended: ${said}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const printed = /http:\S+\/setup#\S+/.exec(said)?.[0];
      if (printed !== undefined) found(printed);
    });
  });
  return {
    link,
    async end() {
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      await gone(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function workbook(): Promise<Buffer> {
  const book = new excel.Workbook();
  book.addWorksheet('人员').addRows([['姓名', '工号', '职务'], ['张敏', 'zhang', '总经理'], ['王芳', 'wang', '没有的岗位']]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A list that has neither names nor accounts. */
async function lacking(): Promise<Buffer> {
  const book = new excel.Workbook();
  book.addWorksheet('名单').addRows([['职务', '手机'], ['总经理', '13800000009']]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function households(): Promise<Buffer> {
  const book = new excel.Workbook();
  book.addWorksheet('客户').addRows([['姓名', '电话', '项目', '房号'], ['王小明', '13800000001', '东苑', '1-101'], ['李静', '没有', '', '']]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

journey('somebody who is no administrator of computers sets up the company in eight pages, and a reload in between loses nothing but the password', async ({ people }) => {
  const installation = await emptyInstallation();
  try {
    const page = await people.arrive({ viewport: { width: 1366, height: 768 } });
    await page.goto(installation.link);
    await page.getByRole('textbox', { name: '公司名称' }).fill('花园百货有限公司');
    await page.getByRole('textbox', { name: '公司代码' }).fill('花园');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('不符合要求：只能用小写字母').waitFor();
    await page.getByRole('textbox', { name: '公司代码' }).fill('garden');
    await page.getByRole('radio', { name: /售后服务与投诉处理/ }).check();
    const next = page.getByRole('button', { name: '下一步' });
    await next.click();
    await page.getByRole('textbox', { name: '姓名' }).fill('陈静');
    await page.getByRole('textbox', { name: '密码' }).fill('long enough');
    await page.getByRole('textbox', { name: '密码' }).fill('12345678');
    await next.click();
    await page.getByText('这个密码太常见').waitFor();
    await page.reload();
    expect(await page.getByRole('textbox', { name: '姓名' }).inputValue()).toBe('陈静');
    expect(await page.getByRole('textbox', { name: '密码' }).inputValue()).toBe('');
    await page.getByRole('textbox', { name: '密码' }).fill('long enough');
    await next.click();
    await page.getByText('为什么要 https').waitFor();
    await next.click();
    await page.locator('input[type=file]').setInputFiles({ name: '名单.xlsx', mimeType: 'application/octet-stream', buffer: await lacking() });
    await page.getByText('表里缺少：姓名、账号').waitFor();
    await next.click();
    await page.getByText('这张表缺少必填的列').waitFor();
    await page.getByRole('button', { name: '不用这张表' }).click();
    await page.locator('input[type=file]').setInputFiles({ name: '员工.xlsx', mimeType: 'application/octet-stream', buffer: await workbook() });
    await page.getByText('2 行：1 可导入，1 有错').waitFor();
    await page.getByText(/没有岗位「没有的岗位」/).waitFor();
    await next.click();
    await page.locator('input[type=file]').setInputFiles({ name: '业主.xlsx', mimeType: 'application/octet-stream', buffer: await households() });
    await page.getByText('2 行：新 1，已有 0，有错 1').waitFor();
    await next.click();
    await choose(page, page.getByRole('combobox', { name: '种类' }), '企业微信群机器人');
    await choose(page, page.getByRole('combobox', { name: '种类' }), '先不设');
    await next.click();
    await page.getByRole('textbox', { name: '备份文件夹' }).fill('relative');
    await page.getByRole('button', { name: '检查' }).click();
    await page.getByText('请写完整路径').waitFor();
    await page.getByRole('textbox', { name: '备份文件夹' }).fill('/proc/nope');
    await next.click();
    await page.getByText('不能写入').first().waitFor();
    await page.getByRole('textbox', { name: '备份文件夹' }).fill('');
    await page.getByRole('button', { name: '上一步' }).click();
    await next.click();
    await next.click();
    let send = (): void => undefined;
    const held = new Promise<void>((free) => { send = free; });
    await page.route('**/api/setup/finish', async (route) => { await held; await route.continue(); });
    await page.getByRole('button', { name: '全部写入并登录' }).click();
    await page.getByRole('button', { name: '正在写入' }).waitFor();
    expect(await page.getByRole('button', { name: '上一步' }).isDisabled()).toBe(true);
    send();
    await page.getByRole('heading', { name: '设置完成' }).waitFor();
    expect(await page.getByRole('row', { name: /张敏/ }).locator('code').textContent()).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/);
    await page.getByText(/已导入 1 行，0 行已有、1 行有错/).waitFor();
    await page.getByRole('button', { name: '进入系统' }).click();
    await page.getByRole('button', { name: '陈静' }).waitFor();
    await page.goto(new URL('/settings/health', installation.link).href);
    await page.getByText('数据库正常').waitFor();
    await page.getByText('没有设置备份').waitFor();
  } finally {
    await installation.end();
  }
});
