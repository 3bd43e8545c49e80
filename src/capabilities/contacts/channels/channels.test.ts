import { createHmac } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signed } from './dingtalk/index.ts';
import { signature } from './feishu/index.ts';
import { addressTrouble, CHANNELS, channelNamed, type HttpAnswer, type HttpRequest, type Means, type Message, type Settings } from './index.ts';

const NOW = 1_772_413_200_000;
const message: Message = {
  id: '0196f0a0-0000-7000-8000-00000000000a', to: { name: '张伟', phone: '139 0000-0001', email: 'zhang@example.com' }, language: 'zh',
  subject: '交办：投诉 TS-1 交给您办理「转办」', lines: ['交办：投诉 TS-1 交给您办理「转办」'], link: 'https://care.example/matters/1?act=forward',
};
const URLS: Readonly<Record<string, string>> = { wecom: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', dingtalk: 'https://oapi.dingtalk.com/robot/send?access_token=t', feishu: 'https://open.feishu.cn/open-apis/bot/v2/hook/h', sms: 'https://sms.example/send' };

/** Settings as they stand in a new form, with the address filled in. */
const settingsOf = (kind: string, more: Settings = {}): Settings => ({
  ...Object.fromEntries((channelNamed(kind)?.fields ?? []).filter((field) => field.start !== '').map((field) => [field.name, field.start])), url: URLS[kind] ?? '', ...more,
});
async function exchange(kind: string, answer: HttpAnswer, more: Settings = {}, told: Partial<Message> = {}) {
  const asked: HttpRequest[] = [];
  const means: Means = { now: NOW, post: (request) => { asked.push(request); return Promise.resolve(answer); }, mail: () => Promise.resolve(null) };
  const reply = await channelNamed(kind)?.send(settingsOf(kind, more), { ...message, ...told }, means);
  return { reply, request: asked[0], body: asked[0]?.body ? (JSON.parse(asked[0].body) as Record<string, never>) : null };
}
const ok = (body: object): HttpAnswer => ({ status: 200, body: JSON.stringify(body) });

describe('the registry of channels', () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

  it('has every folder, under its own name, and no other', () => {
    expect(CHANNELS.map((each) => each.kind).toSorted()).toEqual(folders.toSorted());
  });

  it.each(folders)('%s has its settings, its answers and its sending in a file each', (folder) => {
    expect(readdirSync(`${import.meta.dirname}/${folder}`).toSorted()).toEqual(['answers.ts', 'index.ts', 'settings.ts']);
  });

  it.each(CHANNELS.map((each) => [each.kind, each] as const))('%s explains each of its fields in both languages and stays below twenty a minute where it is a robot', (_kind, channel) => {
    for (const { title, hint } of channel.fields) expect([title.zh, title.en, hint.zh, hint.en].every((text) => text.length > 1)).toBe(true);
    if (channel.reaches === 'group') expect(channel.perMinute).toBeLessThan(20);
  });

  it.each(['wecom', 'dingtalk', 'feishu', 'sms'])('%s takes the settings of a new form once its address is filled in', (kind) => {
    expect(channelNamed(kind)?.schema.safeParse(settingsOf(kind)).success).toBe(true);
    expect(channelNamed(kind)?.schema.safeParse(settingsOf(kind, { url: 'file:///etc/passwd' })).success).toBe(false);
  });
});

describe('a message', () => {
  it.each(['wecom', 'dingtalk', 'feishu'])('to a group of %s names for whom it is, the matter, and a link, and carries its id', async (kind) => {
    const { request, body } = await exchange(kind, ok({ errcode: 0, code: 0 }));
    expect(JSON.stringify(body)).toMatch(/致 张伟：交办：投诉 TS-1[^"]*https:\/\/care\.example\/matters\/1\?act=forward/);
    expect(request?.headers['x-message-id']).toBe(message.id);
  });

  it('is cut at a whole character where it is too long, and keeps its link', async () => {
    const { body } = await exchange('wecom', ok({ errcode: 0 }), {}, { lines: ['𠮷'.repeat(2000)] });
    const content = String(((body ?? {}) as Record<string, { content?: string }>)['text']?.content);
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048);
    expect(content).toMatch(/𠮷…\nhttps:\/\/care\.example/);
    expect(content).not.toContain('\ufffd');
  });

  it('to DingTalk is signed in its address, to Feishu in its body', () => {
    const url = new URL(signed(URLS['dingtalk'] ?? '', 'SECx', NOW));
    expect(url.searchParams.get('sign')).toBe(createHmac('sha256', 'SECx').update(`${NOW}\nSECx`).digest('base64'));
    expect(url.searchParams.get('access_token')).toBe('t');
    expect(signature('s', NOW)).toEqual({ timestamp: String(NOW / 1000), sign: createHmac('sha256', `${NOW / 1000}\ns`).update('').digest('base64') });
    expect(signature('', NOW)).toEqual({});
  });

  it('by SMS goes into the template as words, whatever stands in them', async () => {
    const said = '他说："}, {"phone":"1" {id}';
    const { body } = await exchange('sms', ok({ code: 0 }), { template: '{"to":["{phone}"],"sms":{"text":"{text}","n":1}}' }, { subject: said, link: null });
    expect(body).toEqual({ to: ['13900000001'], sms: { text: said, n: 1 } });
    const { request } = await exchange('sms', ok({}), { method: 'GET' }, { subject: 'a&b=c', link: null });
    expect(new URL(request?.url ?? '').searchParams.get('content')).toBe('a&b=c');
    expect(request?.body).toBeNull();
  });

  it('by SMS reaches nobody without a number, and says so', async () => {
    expect((await exchange('sms', ok({}), {}, { to: { ...message.to, phone: null } })).reply).toMatchObject({ is: 'refused', answer: { zh: '这个人没有登记手机号' } });
  });
});

describe('an answer in words', () => {
  const cases: [kind: string, body: object, is: string, words: RegExp, milliseconds?: number][] = [
    ['wecom', { errcode: 0 }, 'sent', /已接收/], ['wecom', { errcode: 45009 }, 'shut', /发送太快/, 60_000], ['wecom', { errcode: 93000 }, 'refused', /地址无效/], ['wecom', { errcode: 1, errmsg: 'odd' }, 'failed', /代码 1：odd/],
    ['dingtalk', { errcode: 130101 }, 'shut', /停用 10 分钟/, 600_000], ['dingtalk', { errcode: 410100 }, 'shut', /停用 10 分钟/, 600_000], ['dingtalk', { errcode: -1, errmsg: 'send too fast, exceed 20 times per minute' }, 'shut', /停用 10 分钟/, 600_000],
    ['dingtalk', { errcode: 310000, errmsg: 'sign not match' }, 'refused', /签名不对/], ['dingtalk', { errcode: 310000, errmsg: 'keywords not in content' }, 'refused', /关键词/], ['dingtalk', { errcode: 310000, errmsg: 'ip 1.2.3.4 not in whitelist' }, 'refused', /白名单/],
    ['feishu', { code: 0 }, 'sent', /已接收/], ['feishu', { StatusCode: 0 }, 'sent', /已接收/], ['feishu', { code: 11232 }, 'shut', /发送太快/, 60_000], ['feishu', { code: 19021 }, 'refused', /签名不对/],
  ];
  it.each(cases)('of %s to %j is “%s”', async (kind, body, is, words, milliseconds) => {
    const { reply } = await exchange(kind, ok(body));
    expect(reply).toMatchObject({ is, ...(milliseconds === undefined ? {} : { milliseconds }) });
    expect(reply?.answer.zh).toMatch(words);
    expect(reply?.answer.en.length).toBeGreaterThan(5);
  });

  it.each([['<html>', 200], ['', 502], ['[1]', 200], ['{}', 200]])('is said not to be understood where it is no answer of a robot (%s)', async (body, status) => {
    expect((await exchange('wecom', { status, body })).reply).toMatchObject({ is: 'failed', answer: { zh: expect.stringContaining(`状态 ${status}`) as string } });
  });

  it('says that nothing is followed where the receiver sends on', async () => {
    expect((await exchange('wecom', { status: 302, body: '' })).reply?.answer.zh).toContain('没有跟过去');
  });

  it('of an SMS provider is read by the rule of the settings', async () => {
    const ask = async (answer: HttpAnswer, success?: string) => (await exchange('sms', answer, success === undefined ? {} : { success })).reply?.is;
    expect(await ask(ok({ code: 7 }))).toBe('sent');
    expect(await ask(ok({ code: 7 }), 'code=0')).toBe('failed');
    expect(await ask(ok({ result: { status: 'OK' } }), 'result.status=OK')).toBe('sent');
    expect(await ask(ok({}), '__proto__.x=y')).toBe('failed');
    expect([await ask({ status: 401, body: '' }), await ask({ status: 429, body: '' }), await ask({ status: 503, body: '' }), await ask({ status: 400, body: '' })]).toEqual(['refused', 'shut', 'failed', 'refused']);
  });
});

describe('an address', () => {
  it('is refused from its words alone where it is no web address or carries a password', () => {
    for (const wrong of ['', 'qyapi.weixin.qq.com/x', 'file:///etc/passwd', 'gopher://x/', 'ftp://a', 'https://u:p@a.example/']) expect(addressTrouble(wrong), wrong).not.toBeNull();
    expect(addressTrouble('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a')).toBeNull();
  });
});
