import { beforeEach, describe, expect, it } from 'vitest';
import { openProduct, testDatabase } from '../../support/index.ts';
import { receivers, SECRET } from '../../support/receivers.ts';
import { trialCompany, type TrialCompany } from '../../support/trial.ts';
import { openChannels } from '../../../src/capabilities/contacts/index.ts';
import { openWays } from '../../support/ways.ts';

const base = await testDatabase(12);
const product = await openProduct(base);
const guarded = product.context.channels;
const fake = await receivers(product.clock);
const ways = openWays(base, product);

let company: TrialCompany;
let url: string;
beforeEach(async () => {
  company = await trialCompany(base, product);
  url = `${fake.address}/dingtalk/${company.slug}?access_token=0123456789abcdefKEY`;
});
const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object, as = company.as.boss) => product.ask({ method, url: path, ...(payload ? { payload } : {}) }, as);
const body = (settings: object, more: object = {}) => ({ kind: 'dingtalk', name: '客服部群', active: true, classes: ['alarm'], settings, ...more });

describe('the channels of a company', () => {
  it('never give a secret back: only where it leads and how it ends', async () => {
    const id = await ways.channel(company, 'dingtalk', { url, secret: SECRET, mention: 'yes' });
    const reply = await ask('GET', '/api/channels');
    expect(reply.body).not.toContain('0123456789');
    expect(reply.json()).toMatchObject({ items: [{ id, kind: 'dingtalk', settings: { mention: 'yes' }, secrets: { url: `${new URL(url).host}/…fKEY`, secret: '…cdef' } }], note: null });
    expect(JSON.stringify(await base.owner({ text: 'select * from channel', values: [] }))).not.toContain('fKEY');
    expect(JSON.stringify(await base.owner({ text: 'select body from event where tenant_id = $1', values: [company.tenant] }))).not.toMatch(/fKEY|cdef/);
  });

  it('keep a secret that is left out, and ask for it again where the receiver is another', async () => {
    const id = await ways.channel(company, 'dingtalk', { url, secret: SECRET, mention: 'yes' });
    expect((await ask('PUT', `/api/channels/${id}`, body({ mention: 'no' }, { name: '夜班群' }))).json()).toMatchObject({ name: '夜班群', secrets: { secret: '…cdef' } });
    const elsewhere = await ask('PUT', `/api/channels/${id}`, body({ url: 'https://evil.example/collect?x=0123456789', mention: 'no' }));
    expect([elsewhere.statusCode, elsewhere.json()]).toEqual([422, expect.objectContaining({ details: { issues: [{ path: ['body', 'settings', 'secret'], message: '接收地址换了，请重新填写这一项。' }] } })]);
    expect((await ask('PUT', `/api/channels/${id}`, body({ url: 'https://oapi.dingtalk.com/robot/send?access_token=1', secret: '', mention: 'no' }))).json()).toMatchObject({ secrets: { url: expect.stringContaining('oapi.dingtalk.com') as string } });
  });

  it('tell every wrong field in its own words', async () => {
    const wrong = await ask('POST', '/api/channels', body({ url: 'oapi.dingtalk.com/robot', mention: 'maybe', colour: 'red' }));
    expect([wrong.statusCode, (wrong.json() as { details: { issues: { path: string[] }[] } }).details.issues.map((issue) => issue.path.at(-1)).toSorted()]).toEqual([422, ['colour', 'mention', 'url']]);
    const sms = await ask('POST', '/api/channels', { ...body({ url: 'https://sms.example/', method: 'POST', format: 'json', template: '{"phone":', header: 'Host', longest: '9' }), kind: 'sms' });
    expect((sms.json() as { details: { issues: { path: string[] }[] } }).details.issues.map((issue) => issue.path.at(-1)).toSorted()).toEqual(['header', 'longest', 'template']);
    expect((await ask('POST', '/api/channels', { ...body({}), kind: 'pigeon' })).statusCode).toBe(422);
  });

  it('are not kept where they lead into the own network, without TLS, or nowhere; sending asks again, for a name may turn', async () => {
    let leads: readonly string[] = [];
    const open = product.context.channels;
    const strict = openChannels({ db: base.database, clock: product.clock, key: open.key, loopback: false, resolve: (host) => Promise.resolve(host === 'nowhere.example' ? [] : leads) });
    Object.assign(product.context, { channels: strict });
    const trouble = async (address: string) => {
      const reply = await ask('POST', '/api/channels', body({ url: address, mention: 'no' }));
      return [reply.statusCode, ...(reply.json() as { details?: { issues: { path: string[]; message: string }[] } }).details?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []];
    };
    leads = ['8.8.8.8'];
    for (const inside of ['https://127.0.0.1/', 'https://10.0.0.1/robot', 'https://169.254.169.254/latest/', 'https://[::1]/']) expect(await trouble(inside)).toEqual([422, expect.stringMatching(/^body\.settings\.url .+指向本机或内部网络/) as string]);
    expect(await trouble('http://robot.example/send')).toEqual([422, expect.stringMatching(/以 https:\/\/ 开头/) as string]);
    expect(await trouble('https://nowhere.example/send')).toEqual([422, expect.stringMatching(/找不到 nowhere\.example/) as string]);
    leads = ['8.8.8.8', '127.0.0.1'];
    expect(await trouble('https://robot.example/send')).toEqual([422, expect.stringMatching(/robot\.example 指向本机或内部网络/) as string]);
    expect((await ask('GET', '/api/channels')).json()).toMatchObject({ items: [] });

    leads = ['8.8.8.8'];
    const kept = await ask('POST', '/api/channels', body({ url: 'https://robot.example/send?access_token=k', mention: 'no' }));
    expect(kept.statusCode, kept.body).toBe(201);
    leads = ['10.1.2.3'];
    expect((await ask('POST', `/api/channels/${(kept.json() as { id: string }).id}/test`, {})).json()).toMatchObject({ ok: false, answer: expect.stringContaining('内部网络') as string });
    Object.assign(product.context, { channels: open });
  });

  it('are for administrators and overseers only', async () => {
    const id = await ways.channel(company, 'dingtalk', { url, mention: 'yes' });
    for (const [method, path, payload] of [['GET', '/api/channels'], ['POST', '/api/channels', body({ url, mention: 'yes' })], ['PUT', `/api/channels/${id}`, body({ mention: 'no' })], ['DELETE', `/api/channels/${id}`], ['POST', `/api/channels/${id}/test`, {}]] as const) {
      expect([path, (await ask(method, path, payload, company.as.clerk)).statusCode]).toEqual([path, 403]);
    }
  });

  it('once taken away are gone with their secrets, and leave an event', async () => {
    const id = await ways.channel(company, 'dingtalk', { url, mention: 'yes' });
    expect((await ask('DELETE', `/api/channels/${id}`)).statusCode).toBe(204);
    expect((await ask('DELETE', `/api/channels/${id}`)).statusCode).toBe(404);
    expect(await base.owner({ text: 'select secrets, settings from channel where id = $1', values: [id] })).toEqual([{ secrets: null, settings: {} }]);
    const events = (await base.owner({ text: 'select type from event where tenant_id = $1 and stream = $1 order by seq', values: [company.tenant] })) as { type: string }[];
    expect(events.map((event) => event.type)).toEqual(['channel-added', 'channel-removed']);
  });
});

describe('a test', () => {
  it('gives the receiver’s answer in words', async () => {
    const good = await ways.channel(company, 'dingtalk', { url, secret: SECRET, mention: 'yes' });
    const bad = await ways.channel(company, 'dingtalk', { url, secret: 'SECwrong', mention: 'yes' });
    expect((await ask('POST', `/api/channels/${good}/test`, {})).json()).toEqual({ ok: true, answer: '钉钉已接收' });
    expect((await ask('POST', `/api/channels/${bad}/test`, {})).json()).toEqual({ ok: false, answer: expect.stringContaining('签名不对') as string });
    const sms = await ways.channel(company, 'sms', { url: `${fake.address}/sms/${company.slug}`, method: 'POST', format: 'json', template: '{"phone":"{phone}","content":"{text}"}', success: 'code=0', longest: '200' });
    expect((await ask('POST', `/api/channels/${sms}/test`, { phone: '139 0000 0001' })).json()).toEqual({ ok: true, answer: '短信服务商已接收' });
    expect(fake.taken(`/sms/${company.slug}`).map((message) => message.mentioned)).toEqual([['13900000001']]);
  });

  it('counts against the receiver’s minute, and twenty presses never shut a robot', async () => {
    const id = await ways.channel(company, 'dingtalk', { url, secret: SECRET, mention: 'yes' });
    const answers: boolean[] = [];
    for (let press = 0; press < 25; press++) answers.push(((await ask('POST', `/api/channels/${id}/test`, {})).json() as { ok: boolean }).ok);
    expect(answers.filter(Boolean)).toHaveLength(18);
    expect(fake.asked(`/dingtalk/${company.slug}`)).toBe(18);
  });

  it('sends once for one Idempotency-Key', async () => {
    const id = await ways.channel(company, 'dingtalk', { url, secret: SECRET, mention: 'yes' });
    const press = () => product.ask({ method: 'POST', url: `/api/channels/${id}/test`, payload: {}, headers: { 'idempotency-key': 'k1' } }, company.as.boss);
    expect([(await press()).json(), (await press()).json()]).toEqual([{ ok: true, answer: '钉钉已接收' }, { ok: true, answer: '钉钉已接收' }]);
    expect(fake.asked(`/dingtalk/${company.slug}`)).toBe(1);
  });

  it('never reaches into the own network unless the installation says so', async () => {
    const id = await ways.channel(company, 'dingtalk', { url, secret: SECRET, mention: 'yes' });
    const open = product.context.channels;
    Object.assign(product.context, { channels: guarded });
    expect((await ask('POST', `/api/channels/${id}/test`, {})).json()).toMatchObject({ ok: false, answer: expect.stringContaining('https') as string });
    Object.assign(product.context, { channels: open });
    expect(fake.asked(`/dingtalk/${company.slug}`)).toBe(0);
  });
});
