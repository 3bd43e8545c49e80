import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstrations } from '#capabilities/demonstration/index.ts';
import { packageRoot } from '#platform/config/index.ts';
import { openProduct, testDatabase } from '../support/index.ts';

const base = await testDatabase();
const product = await openProduct(base);
let agent = '';
let colleague = '';
let shop = '';

beforeAll(async () => {
  await loadDemonstrations({ context: product.context, folder: join(packageRoot(), 'policies'), password: 'try-it-out' });
  agent = await product.signIn('property-management', 'agent', 'try-it-out');
  colleague = await product.signIn('property-management', 'specialist', 'try-it-out');
  shop = await product.signIn('retail', 'agent', 'try-it-out');
});

const receive = (content: string, more: object = {}) => ({ kind: 'complaint', channel: 'phone', content, customer: { name: '温如玉', phone: '139 2222 0001', address: '2-2-0808' }, facts: { service_short: true }, ...more });
const save = (payload: object, as = agent, key?: string) => product.ask({ method: 'POST', url: '/api/intake', payload, ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }) }, as);
const forecast = async (payload: object, as = agent) => (await product.ask({ method: 'POST', url: '/api/intake/forecast', payload }, as)).json();
const matters = async (search: string) => (await product.ask({ url: `/api/matters?search=${encodeURIComponent(search)}` }, agent)).json().items as { id: string }[];

describe('saving at the intake', () => {
  it('receives and forwards in one round, and tells what was done', async () => {
    const reply = await save({ draft: 'a-1', receive: receive('走廊的灯坏了三天'), then: 'forward', to: 'engineering' });
    expect(reply.statusCode).toBe(201);
    expect(reply.json()).toMatchObject({ already: null, done: ['转办'], notDone: null, matter: { stage: 'with-handler', customer: { phone: '13922220001' } } });
  });

  it('keeps what it received when forwarding is refused, and says why', async () => {
    const { matter, done, notDone } = (await save({ draft: 'a-2', receive: receive('大堂地面湿滑'), then: 'forward', to: 'no-such-unit' })).json();
    expect([matter.stage, done, notDone.title, notDone.why]).toEqual(['taken-up', [], '转办', '没有这个部门、岗位或人员']);
    const repair = (await save({ draft: 'a-3', receive: receive('厨房台下水管爆裂喷水', { kind: 'repair', facts: {} }), then: 'forward', to: 'engineering' })).json();
    expect(repair.notDone.why).toBe('请先选定工种，并注明无偿还是有偿');
    expect(await matters('厨房台下水管爆裂喷水')).toHaveLength(1);
  });

  it('saves nothing where forwarding is owed and nobody is chosen to get it; saving without forwarding is its own request', async () => {
    const major = receive('物业费多收了三年', { facts: { our_management: true, loss: true } });
    const stopped = await save({ draft: 'a-9', receive: major, then: 'forward' });
    expect([stopped.statusCode, stopped.json().error, stopped.json().details.issues[0].path.join('.')]).toEqual([422, 'receiver-needed', 'body.to']);
    expect(await matters('物业费多收了三年')).toHaveLength(0);
    expect((await forecast({ receive: major, then: 'forward' })).forward).toMatchObject({ act: 'forward', owed: true });
    expect((await save({ draft: 'a-9', receive: major })).json()).toMatchObject({ already: null, done: [], notDone: null });
    const routed = { kind: 'complaint', channel: 'phone', content: '售货员态度很差', customer: { name: '温如玉', phone: '13922220001' }, facts: { about: 'service' } };
    expect((await save({ draft: 'a-10', receive: routed, then: 'forward' }, shop)).statusCode).toBe(201);
  });

  it('saves what is dangerous at once, with nobody chosen and no name, alarms whoever oversees, and says that a receiver is still wanted', async () => {
    const hurt = { kind: 'complaint', channel: 'phone', content: '大堂摔倒流血', customer: { phone: '13922220099' }, facts: { our_management: true, injury: true } };
    const saved = await save({ draft: 'a-11', receive: hurt, then: 'forward' });
    expect(saved.statusCode).toBe(201);
    expect(saved.json()).toMatchObject({ done: [], notDone: { act: 'forward', receiver: true }, matter: { customer: { name: '13922220099' }, peril: { urgent: true, dangers: ['造成人身伤害'] } } });
    const trapped = await save({ draft: 'a-12', receive: { ...hurt, content: '三号梯关人', facts: { trapped: true } }, then: 'forward' });
    expect([trapped.statusCode, trapped.json().matter.peril]).toEqual([201, { urgent: true, dangers: ['电梯困人'] }]);
    const repair = await save({ draft: 'a-13', receive: { ...hurt, kind: 'repair', content: '三号梯关人', facts: { trapped: true } }, then: 'forward' });
    expect([repair.statusCode, repair.json().matter.peril]).toEqual([201, { urgent: true, dangers: ['电梯困人'] }]);
  });

  it.each([['too long', '1380000 '.repeat(10)], ['with a control character', '138\u00070000 1001'], ['turned round', '\u202d13800001001\u202c']])('never loses a report of danger for its number: %s', async (_, phone) => {
    const report = (more: object) => product.ask({ method: 'POST', url: '/api/matters', payload: { kind: 'complaint', channel: 'phone', content: '三号梯关人', ...more } }, agent);
    const urgent = await report({ urgent: true, customer: { phone } });
    expect(urgent.statusCode, urgent.body).toBe(201);
    const danger = await report({ facts: { trapped: true }, customer: { name: '李\u202e丽', phone } });
    expect(danger.statusCode, danger.body).toBe(201);
    if (danger.json().customer.name !== '李丽') expect(danger.json().customer).toEqual(urgent.json().customer);
    expect([urgent.json().content.includes(phone.trim()), urgent.json().customer.phone.replace(/\D/g, '')]).toContain(phone.length > 40 ? true : '13800001001');
  });

  it('keeps a number that cannot be read as it was typed where somebody is in danger, says so in the record and has it completed', async () => {
    const trapped = { kind: 'complaint', channel: 'phone', content: '三号梯关人', customer: { phone: '138 不清楚' }, facts: { trapped: true } };
    const saved = await save({ draft: 'a-14', receive: trapped, then: 'forward', to: 'engineering' });
    expect([saved.statusCode, saved.json().done]).toEqual([201, ['转办']]);
    const { matter } = saved.json();
    expect(matter).toMatchObject({ customer: { name: '138 不清楚', phone: '' }, content: expect.stringContaining('“138 不清楚”，读不成号码，请再问一次') });
    expect(matter.obligations).toContainEqual(expect.objectContaining({ act: 'complete-record', state: 'open' }));
    const direct = await product.ask({ method: 'POST', url: '/api/matters', payload: trapped }, agent);
    expect(direct.statusCode).toBe(201);
    expect((await save({ draft: 'a-15', receive: { ...trapped, facts: {} }, then: 'forward', to: 'engineering' })).statusCode).toBe(422);
  });

  it('completing an urgent report puts the number, the name, the place and the line of the matter right, for a known caller and for a new one', async () => {
    const urgent = async (draft: string) => (await save({ draft, receive: { kind: 'complaint', channel: 'phone', content: '老人困在电梯里', customer: { name: '未留名', phone: '1380000100' }, urgent: true } })).json().matter;
    const complete = async (id: string, customer: unknown) => (await product.ask({ method: 'POST', url: `/api/matters/${id}/acts`, payload: { act: 'complete-record', fields: { customer, trapped: true } } }, agent)).json().matter;
    const listed = async (search: string) => (await product.ask({ url: `/api/matters?search=${encodeURIComponent(search)}` }, agent)).json().items;
    const { id, number, subject } = await urgent('c-1');
    expect(subject).toBe('老人困在电梯里');
    const [known] = (await product.ask({ url: '/api/customers?phone=13800001008' }, agent)).json().items;
    const whole = await complete(id, known.id);
    expect(whole).toMatchObject({ customer: { id: known.id, phone: '13800001008', address: known.address }, subject: `${known.address} 老人困在电梯里` });
    expect((await product.ask({ url: `/api/matters/${id}` }, agent)).json()).toMatchObject({ customer: { id: known.id }, subject: whole.subject });
    expect(await listed(number)).toMatchObject([{ customerName: known.name, subject: whole.subject }]);

    const other = await urgent('c-2');
    const newcomer = await complete(other.id, { name: '未留名', phone: '138 0000 9008', address: '7-1-0101' });
    expect(newcomer).toMatchObject({ customer: { name: '未留名', phone: '13800009008', address: '7-1-0101' }, subject: '7-1-0101 老人困在电梯里' });
    expect((await product.ask({ url: '/api/customers?phone=13800009008' }, agent)).json().items).toMatchObject([{ id: newcomer.customer.id }]);
    expect((await product.ask({ method: 'POST', url: `/api/matters/${other.id}/acts`, payload: { act: 'correct', fields: { customer: { phone: '138abc' }, reason: '错' } } }, agent)).statusCode).toBe(422);
  });

  it('answers a question and ends it in the same round', async () => {
    const answer = (await forecast({ receive: receive('游泳池几点关门', { kind: 'consultation', facts: {} }) })).answer;
    expect(answer).toMatchObject({ tick: 'answered_at_once', needs: 'answer' });
    const bare = await save({ draft: 'a-4', receive: receive('游泳池几点关门', { kind: 'consultation', facts: { [answer.tick]: true } }), then: 'answer' });
    expect([bare.statusCode, bare.json().error]).toEqual([422, 'answer-needed']);
    const { matter } = (await save({ draft: 'a-4', receive: receive('游泳池几点关门', { kind: 'consultation', facts: { [answer.tick]: true, answer: '晚上十点' } }), then: 'answer' })).json();
    expect(matter).toMatchObject({ stage: 'answered', facts: { answer: '晚上十点' } });
    expect((await forecast({ receive: receive('投诉不能当场办结') })).answer).toBeNull();
  });

  it('makes one matter of one call, whoever saves it, and gives the second the matter that is there', async () => {
    const first = (await save({ draft: 'call-77', receive: receive('两个人接了同一通电话') })).json();
    const second = await save({ draft: 'call-77', receive: receive('两个人接了同一通电话，另一种写法') }, colleague);
    expect(second.json()).toMatchObject({ already: { name: '周晓岚', mine: false }, matter: { id: first.matter.id } });
    expect(await matters('两个人接了')).toHaveLength(1);
    const both = await Promise.all([agent, colleague].map((as) => save({ draft: 'call-78', receive: receive('同时按下保存') }, as)));
    expect(new Set(both.map((each) => each.json().matter.id)).size).toBe(1);
    expect(both.filter((each) => each.json().already === null)).toHaveLength(1);
    expect(await matters('同时按下保存')).toHaveLength(1);
  });

  it('repeated under its key after a lost answer forwards once and is no second saving', async () => {
    const body = { draft: 'a-5', receive: receive('网络断了再发一次'), then: 'forward', to: 'engineering' };
    const [first, again] = [await save(body, agent, 'key-5'), await save(body, agent, 'key-5')];
    expect(again.json()).toMatchObject({ already: null, done: ['转办'], matter: { id: first.json().matter.id, version: first.json().matter.version } });
    const { items } = (await product.ask({ url: `/api/matters/${first.json().matter.id}/events` }, agent)).json();
    expect(items.filter((event: { act: string | null }) => event.act === 'forward')).toHaveLength(1);
  });

  it('refuses a number with letters in it in a sentence, and takes every way to write a number', async () => {
    const wrong = await save({ receive: receive('号码写错了', { customer: { name: '甲', phone: '138abc' } }) });
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining('“abc”')]);
    const right = (await save({ receive: receive('号码各种写法', { customer: { name: '𠮷田', phone: '＋８６ １３９-3333 ０００２' } }) })).json();
    expect(right.matter.customer).toMatchObject({ name: '𠮷田', phone: '13933330002' });
  });

  it('finds no customer who was erased meanwhile, and writes nothing', async () => {
    const { matter } = (await save({ receive: receive('先登记一件', { customer: { name: '将被删除', phone: '13944440001' } }) })).json();
    await base.owner({ text: 'update customer set erased_at = now() where id = $1', values: [matter.customer.id] });
    const gone = { receive: receive('客户已经不在', { customer: { id: matter.customer.id } }) };
    expect((await save(gone)).statusCode).toBe(404);
    expect((await product.ask({ method: 'POST', url: '/api/intake/forecast', payload: gone }, agent)).statusCode).toBe(404);
    expect(await matters('客户已经不在')).toEqual([]);
  });
});

describe('the forecast', () => {
  it('is the decision of saving itself, with whom it climbs to, and writes nothing', async () => {
    const body = { receive: receive('预测里的投诉'), then: 'forward', to: 'engineering' };
    const told = await forecast(body);
    const saved = (await save({ ...body, draft: 'f-1' })).json();
    const of = (matter: { obligations: { duty: string; state: string; bearerTitle: string }[] }) => matter.obligations.map(({ duty, state, bearerTitle }) => ({ duty, state, bearerTitle }));
    expect(of(told.matter)).toEqual(of(saved.matter));
    const resolve = told.matter.obligations.find((each: { duty: string }) => each.duty === 'resolve');
    expect(told.climbs[resolve.id].map((each: { says: string }) => each.says)).toContain('客服部经理');
    expect(await matters('预测里的投诉')).toHaveLength(1);
  });

  it('names who is told the moment it is saved, by whose clause, and nobody where no clause has anybody told', async () => {
    const injured = { our_management: true, injury: true };
    const [byPolicy, byUs] = (await forecast({ receive: receive('有人摔伤', { facts: injured }) })).tells;
    expect(byPolicy).toEqual({ to: ['客服部经理'], clause: [], ours: expect.stringContaining('客服部经理马上知道') });
    // Whoever oversees beside him is alarmed for the danger, and nobody twice.
    expect(byUs.to).toContain('项目经理');
    expect(byUs.to).not.toContain('客服部经理');
    expect((await forecast({ receive: receive('轻微小事') })).tells).toEqual([]);
  });

  it('tells the severity the facts propose also while another is chosen, and why forwarding would be refused', async () => {
    const told = await forecast({ receive: receive('级别', { facts: { our_management: true, injury: true, severity: 'minor' } }), then: 'forward', to: 'nobody' });
    expect(told.proposed.severity).toEqual({ value: 'major', title: '重大投诉', clause: ['B-A4.2.1.1'] });
    expect(told.matter.classes.severity).toBe('minor');
    expect(told.forwardRefused).toBe('没有这个部门、岗位或人员');
  });

  it('knows where the policy itself passes a matter on', async () => {
    const told = await forecast({ receive: { kind: 'complaint', channel: 'phone', content: '商品质量问题', facts: { about: 'goods' } } }, shop);
    expect(told.routed).toMatchObject({ title: '转办', to: '质量管理部' });
  });
});

describe('what looks like the same', () => {
  it('is found by room and number among what is open, and not by words alone', async () => {
    const { matter } = (await save({ receive: receive('七楼走廊的消防门关不上，风一吹就响', { customer: { name: '邻居甲', phone: '13955550001', address: '7-7-0707' } }) })).json();
    const like = async (query: string) => (await product.ask({ url: `/api/matters/similar?${query}&content=${encodeURIComponent('走廊消防门关不上一直响')}` }, agent)).json().items.map((each: { id: string }) => each.id);
    expect(await like('phone=139 5555 0001')).toEqual([matter.id]);
    expect(await like('address=7-7-0707')).toEqual([matter.id]);
    expect(await like('phone=13955550009')).toEqual([]);
    const other = await product.ask({ url: `/api/matters/similar?phone=13955550001&content=${encodeURIComponent('想问停车月卡多少钱')}` }, agent);
    expect(other.json().items).toEqual([]);
  });
});

describe('the card', () => {
  it('tells of each open matter who does what next, until when, and how often was asked', async () => {
    const { matter } = (await save({ receive: receive('门禁刷不开', { customer: { name: '卡片', phone: '13966660001' } }), then: 'forward', to: 'engineering' })).json();
    await product.ask({ method: 'POST', url: `/api/matters/${matter.id}/acts`, payload: { act: 'chase' } }, agent);
    const card = (await product.ask({ url: `/api/customers/${matter.customer.id}` }, agent)).json();
    expect(card.open[0].told).toMatchObject({ handler: '工程部', chased: 1, who: expect.any(String), dueAt: expect.any(String) });
    const keep = (body: object) => product.ask({ method: 'POST', url: `/api/customers/${matter.customer.id}/warranties`, payload: body }, agent);
    expect([await keep({ part: '防水', until: '2026-06-30' }), await keep({ part: '门窗', until: '2026-03-01' })].map((each) => each.statusCode)).toEqual([201, 201]);
    expect((await keep({ part: '防水', until: '2026-06-30', houseId: '01900000-0000-7000-8000-000000000000' })).statusCode).toBe(422);
    const { warranties } = (await product.ask({ url: `/api/customers/${matter.customer.id}` }, agent)).json();
    expect(warranties).toMatchObject([{ part: '防水', house: null, until: '2026-06-30', over: false }, { part: '门窗', house: null, until: '2026-03-01', over: true }]);
  });
});

describe('phrases', () => {
  it('are kept for oneself by anybody, for the team by whoever oversees, and read by the whole team', async () => {
    const manager = await product.signIn('property-management', 'luyao', 'try-it-out');
    const keep = (payload: object, as: string) => product.ask({ method: 'POST', url: '/api/phrases', payload }, as);
    const list = async (as: string) => (await product.ask({ url: '/api/phrases' }, as)).json();
    const own = await keep({ title: '阀芯价格', text: '龙头阀芯 35 元一个，含安装', of: 'me' }, agent);
    expect(own.json()).toMatchObject({ initials: 'fxjg', of: 'me', mayChange: true });
    expect((await keep({ title: '致歉', text: '给您添麻烦了', of: 'team' }, agent)).statusCode).toBe((await list(agent)).mayKeepForTeam ? 201 : 403);
    expect((await list(colleague)).items.map((each: { title: string }) => each.title)).not.toContain('阀芯价格');
    if ((await list(manager)).mayKeepForTeam) {
      await keep({ title: '停水通知', text: '今晚十点停水', of: 'team' }, manager);
      expect((await list(agent)).items.find((each: { title: string }) => each.title === '停水通知')).toMatchObject({ of: 'team', mayChange: false });
    }
    const url = `/api/phrases/${own.json().id}`;
    expect((await product.ask({ method: 'PATCH', url, payload: { title: '阀芯', text: '涨价了' } }, colleague)).statusCode).toBe(404);
    expect((await product.ask({ method: 'PATCH', url, payload: { title: '阀芯', text: '涨价了' } }, agent)).json()).toMatchObject({ initials: 'fx', text: '涨价了' });
    expect((await product.ask({ method: 'DELETE', url }, agent)).statusCode).toBe(204);
    expect((await list(agent)).items.map((each: { id: string }) => each.id)).not.toContain(own.json().id);
  });
});
