import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfPages } from '../../../test/support/pdf-text.ts';
import { arrangeCare, openProduct, testDatabase, type Care } from '../../../test/support/index.ts';
import { printHandOver } from './index.ts';

const base = await testDatabase();
const product = await openProduct(base);
afterAll(() => product.context.papers.press.close());
let care: Care;
let id: string;
let number: string;

const print = (form: string, payload: object, headers = {}, who = 'agent') => product.ask({ method: 'POST', url: `/api/matters/${id}/papers/${form}`, payload, headers }, care.as(who));
/** All words of a PDF without blanks: where a line breaks is no promise. */
const wordsOf = (pdf: Buffer): string => pdfPages(pdf).join('').replaceAll(/[\s\u{200b}]/gu, '');
const text = (reply: { rawPayload: Buffer }): string => wordsOf(reply.rawPayload);
const events = async (): Promise<number> => (await base.owner<{ count: number }>({ text: "select count(*)::int as count from event where tenant_id = $1 and type = 'printed'", values: [care.tenant] }))[0]?.count ?? -1;

beforeAll(async () => {
  care = await arrangeCare(base, product);
  const matter = (await care.receive({ content: '门禁坏了三次没修，老人被关在门外。' })).json();
  ({ id, number } = matter);
  await care.act(id, 'agent', { act: 'take-up' });
  await care.act(id, 'agent', { act: 'forward', fields: { to: 'engineering' } });
});

describe('what can be printed of a matter', () => {
  it('is what its policy names as forms of this kind, and the evidence pack', async () => {
    const { items } = (await care.read(`/api/matters/${id}/papers`)).json();
    expect(items.map((each: { form: string; papers: string[] }) => [each.form, each.papers])).toEqual([
      ['complaint-record', ['a4', 'three-part']], ['contact-record', ['a4', 'three-part']], ['evidence-pack', ['a4']],
    ]);
    expect(items[0]).toMatchObject({ title: '投诉处理记录表', lastAt: null, lastBy: null });
  });
});

describe('the record of handling', () => {
  it('carries company, number, customer, ticks, times with their clauses and who is to sign, in Chinese that can be read', async () => {
    const reply = await print('complaint-record', { paper: 'a4' });
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
    const words = text(reply);
    for (const said of ['Acompany', '投诉处理记录表', number, '王女士', '13800001234', '3-2-1201', '门禁坏了三次没修', '转办', '首问负责人', '客户签字确认', '第1次打印']) expect(words).toContain(said);
  });

  it('shows the customer who signs it none of our limits, approvals and clauses, and what was said among ourselves neither', async () => {
    await care.act(id, 'manager', { act: 'oversee', fields: { text: '内部批语不外传' } });
    await care.act(id, 'agent', { act: 'note', fields: { text: '客户脾气不好' } });
    const words = text(await print('complaint-record', { paper: 'a4' }));
    for (const ours of ['规定动作', '应于', '按时', 'B-4.4.2', '内部批语不外传', '督办', '客户脾气不好']) expect(words).not.toContain(ours);
    const pages = pdfPages((await print('complaint-record', { paper: 'three-part', copies: 1 })).rawPayload).map((page) => page.replaceAll(/[\s\u{200b}]/gu, ''));
    expect(pages).toHaveLength(1);
    for (const said of ['门禁坏了三次没修', '备注', '客户签字确认']) expect(pages[0]).toContain(said);
  });

  it('comes once through the carbon of three-part paper, with the names of the parts, or as three copies with a name each', async () => {
    const reply = await print('complaint-record', { paper: 'three-part', copies: 3, offset: { x: 2, y: -1.5 } });
    for (const part of ['客服联', '责任部门联', '客户联']) expect(text(reply)).toContain(part);
    expect(reply.rawPayload.toString('latin1')).toMatch(/MediaBox \[0 0 683\.\d+ 396\.\d+\]/);
    const once = await print('complaint-record', { paper: 'three-part' });
    expect(text(once)).toContain('一式三联：客服·责任部门·客户');
    expect(pdfPages(once.rawPayload)).toHaveLength(1);
  });

  it('counts its prints, each with one event, and the same request twice as one', async () => {
    const before = (await care.read(`/api/matters/${id}/papers`)).json().items[0].printed;
    const told = await events();
    const key = { 'idempotency-key': 'print-once' };
    const [first, again] = [await print('complaint-record', { paper: 'a4' }, key), await print('complaint-record', { paper: 'a4' }, key)];
    expect(text(first)).toContain(`第${before + 1}次打印`);
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
    expect((await care.read(`/api/matters/${id}/papers`)).json().items[0]).toMatchObject({ printed: before + 1, lastBy: 'agent', file: expect.any(String) });
    expect(await events()).toBe(told + 1);
    expect((await print('complaint-record', { paper: 'three-part' }, key)).statusCode).toBe(422);
  });

  it('gives every print its own number when several print at once', async () => {
    const before = (await care.read(`/api/matters/${id}/papers`)).json().items[1].printed;
    const people = ['agent', 'specialist', 'manager', 'agent', 'specialist', 'manager', 'agent', 'agent'];
    const replies = await Promise.all(people.map((who) => print('contact-record', { paper: 'a4' }, {}, who)));
    expect(replies.map((reply) => reply.statusCode)).toEqual(people.map(() => 200));
    expect(replies.map((reply) => /第(\d+)次打印/.exec(text(reply))?.[1]).map(Number).sort((left, right) => left - right)).toEqual(people.map((_, at) => before + 1 + at));
  });

  it('is previewed without being counted', async () => {
    const told = await events();
    const reply = await care.read(`/api/matters/${id}/papers/complaint-record?paper=three-part`);
    expect(text(reply)).toContain('不计打印次数');
    expect(await events()).toBe(told);
  });
});

describe('printing is closed', () => {
  it('for a matter of another company exactly as for one that does not exist, and for forms the kind does not have', async () => {
    const other = await arrangeCare(base, product, 'other');
    const foreign = await product.ask({ method: 'POST', url: `/api/matters/${id}/papers/complaint-record`, payload: { paper: 'a4' } }, other.as('agent'));
    const absent = await product.ask({ method: 'POST', url: '/api/matters/0196f0a0-0000-7000-8000-00000000000a/papers/complaint-record', payload: { paper: 'a4' } }, other.as('agent'));
    expect([foreign.statusCode, foreign.body]).toEqual([404, absent.body]);
    expect((await print('no-such-form', { paper: 'a4' })).statusCode).toBe(404);
    expect((await print('evidence-pack', { paper: 'three-part' })).statusCode).toBe(422);
  });

  it('for files that somebody else printed', async () => {
    const { file } = (await care.read(`/api/matters/${id}/papers`)).json().items[0];
    expect((await care.read(`/api/papers/files/${file}`)).statusCode).toBe(200);
    expect((await care.read(`/api/papers/files/${file}`, 'manager')).statusCode).toBe(404);
  });
});

describe('whatever people write', () => {
  it('is printed as text: markup, quotes, rare characters, emoji, 20,000 characters', async () => {
    const hostile = `#eval("1+1") $x^2$ \\ "引号" *bold* _it_ <label> @ref // no \`raw\` 𠮷野家 😀 犇\n${'很长的投诉内容，'.repeat(2_400)}`;
    const matter = (await care.receive({ content: hostile, customer: { name: '𠮷先生', phone: '13900002222', address: '#panic("x")' } })).json();
    const reply = await product.ask({ method: 'POST', url: `/api/matters/${matter.id}/papers/complaint-record`, payload: { paper: 'a4' } }, care.as('agent'));
    expect(reply.statusCode).toBe(200);
    const words = text(reply);
    for (const said of ['#eval("1+1")', '$x^2$', '*bold*', '#panic("x")', '〓①先生', '〓①U+20BB7', '〓②U+1F600', '犇']) expect(words).toContain(said);
    expect(pdfPages(reply.rawPayload).length).toBeGreaterThan(5);
  });
});

describe('a batch', () => {
  const batch = (matters: readonly string[], more: object = {}, headers = {}) => product.ask({ method: 'POST', url: '/api/papers/batch', payload: { paper: 'a4', matters, ...more }, headers }, care.as('agent'));
  const fileOf = (reply: { json(): { file: string } }) => care.read(`/api/papers/files/${reply.json().file}`);
  const printedOf = async (matter: string): Promise<number> => (await care.read(`/api/matters/${matter}/papers`)).json().items[0].printed;
  const received = async (more: Record<string, unknown> = {}): Promise<string> => (await care.receive(more)).json().id;

  it('is one PDF with a count for each matter, each on its own form whatever its kind', async () => {
    const [complaint, question] = [await received(), await received({ kind: 'consultation', content: '停车月卡怎么办', facts: {} })];
    const reply = await batch([complaint, question], {}, { 'idempotency-key': 'several' });
    expect(reply.json().items).toMatchObject([{ matter: complaint, title: '投诉处理记录表', problem: null }, { matter: question, title: '来电来访处理记录表（咨询）', problem: null }]);
    const file = await fileOf(reply);
    expect(text(file).match(/第1次打印/g)?.length).toBe(pdfPages(file.rawPayload).length);
    for (const said of ['投诉处理记录表', '来电来访处理记录表（咨询）', '停车月卡怎么办']) expect(text(file)).toContain(said);
    expect((await batch([complaint, question], {}, { 'idempotency-key': 'several' })).json()).toEqual(reply.json());
    expect(await Promise.all([complaint, question].map(printedOf))).toEqual([1, 1]);
  });

  it('is stopped by no row: what may not be seen, or has no such form, is told and the others come', async () => {
    const [complaint, question] = [await received(), await received({ kind: 'consultation', content: '几点关门', facts: {} })];
    const reply = await batch([complaint, '0196f0a0-0000-7000-8000-00000000000a', question], { form: 'complaint-record' });
    expect(reply.json().items.map((each: { problem: string | null }) => each.problem)).toEqual([null, expect.stringContaining('没有找到'), expect.stringContaining('没有找到')]);
    expect(text(await fileOf(reply))).toContain('投诉处理记录表');
    expect(await Promise.all([complaint, question].map(printedOf))).toEqual([1, 0]);
    const told = await events();
    expect((await batch(['0196f0a0-0000-7000-8000-00000000000a'])).json()).toMatchObject({ file: null, items: [{ number: '' }] });
    expect(await events()).toBe(told);
    expect((await batch(Array.from({ length: 51 }, () => id))).statusCode).toBe(422);
  });
});

describe('the evidence pack', () => {
  it('proves the chain, shows clauses with their words and the arithmetic, and carries every hash', async () => {
    const reply = await print('evidence-pack', { paper: 'a4' });
    const words = text(reply);
    const { items } = (await care.read(`/api/matters/${id}/events`)).json();
    // A hash has places to break after every 24 signs; the sign before such a place is drawn together with it.
    for (const { hash } of items as { hash: string }[]) for (const run of hash.match(/.{1,24}/g) ?? []) expect(words).toContain(run.slice(0, 23));
    for (const said of ['已逐条重新计算', '时限是怎样算出来的', '记录链']) expect(words).toContain(said);
  });

  it('says so when a record was changed behind the product’s back', async () => {
    const matter = (await care.receive()).json();
    await base.owner({ text: "update event set body = jsonb_set(body, '{forged}', '1') where tenant_id = $1 and stream = $2 and seq = 1", values: [care.tenant, matter.id] });
    const reply = await product.ask({ method: 'POST', url: `/api/matters/${matter.id}/papers/evidence-pack`, payload: { paper: 'a4' } }, care.as('agent'));
    expect(text(reply)).toContain('核验未通过：第1条与前一条不衔接');
  });
});

describe('the register of calls and visits', () => {
  const register = (payload: object, who = 'agent') => product.ask({ method: 'POST', url: '/api/papers/contact-register', payload }, care.as(who));
  const DAY = { from: '2026-03-02T00:00:00+08:00', to: '2026-03-03T00:00:00+08:00' };

  it('lists every contact of the period with whom it went to, in full for those who take calls and masked for others', async () => {
    const reply = await register(DAY);
    for (const said of ['来电来访处理记录表', number, '王女士', '13800001234', '工程部', '合计']) expect(text(reply)).toContain(said);
    const masked = text(await register(DAY, 'engineer'));
    expect(masked).toContain('138****1234');
    expect(masked).not.toContain('13800001234');
    expect(masked).not.toContain('王女士');
  });

  it('fits three-part paper too', async () => {
    const reply = await register({ ...DAY, paper: 'three-part' });
    for (const said of ['来电来访处理记录表', number, '王女士', '工程部']) expect(text(reply)).toContain(said);
  });

  it('is a list as well: by days, way and words, page by page, masked by the same rule, and never with closed kinds or what the system opened', async () => {
    const list = async (query: string, who = 'agent') => (await product.ask({ url: `/api/contacts?${query}` }, care.as(who))).json() as { items: { number: string; caller: string; phone: string; channel: string; forwardedTo: string; untaken: boolean }[]; next: string | null };
    const days = `from=${encodeURIComponent(DAY.from)}&to=${encodeURIComponent(DAY.to)}`;
    const found = (await list(`${days}&search=${number}`)).items;
    expect(found).toMatchObject([{ number, caller: '王女士', phone: '13800001234', forwardedTo: '工程部', untaken: false }]);
    expect((await list(`${days}&search=${number}`, 'engineer')).items).toMatchObject([{ number, phone: '138****1234' }]);
    expect((await list(`${days}&search=${number}&channel=letter`)).items).toEqual([]);
    expect((await list(`from=${encodeURIComponent(DAY.to)}&search=${number}`)).items).toEqual([]);
    const first = await list('limit=1');
    const second = await list(`limit=1&cursor=${first.next ?? ''}`);
    expect([first.items.length, second.items[0]?.number === first.items[0]?.number]).toEqual([1, false]);
    expect((await product.ask({ url: '/api/contacts?limit=2&cursor=nonsense' }, care.as('agent'))).statusCode).toBe(422);
  });

  it('has a line for every caller who asked again, at its own time, page by page, also on paper; none for one taken back', async () => {
    const asked = (await care.receive({ content: '车库积水' })).json();
    for (const text of ['问到哪了', '又来问了']) expect((await care.act(asked.id, 'agent', { act: 'chase', fields: { text } })).statusCode).toBe(200);
    expect((await care.act(asked.id, 'agent', { act: 'chase', fields: { text: '打错了' } })).statusCode).toBe(200);
    expect((await care.act(asked.id, 'agent', { act: 'recall' })).statusCode).toBe(200);
    const list = async (query: string) => (await product.ask({ url: `/api/contacts?search=${asked.number}&${query}` }, care.as('agent'))).json() as { items: { content: string; recordedBy: string; channel: string }[]; next: string | null };
    const contents = ['催办（第 2 次）：又来问了', '催办（第 1 次）：问到哪了', '车库积水'];
    const { items } = await list('');
    expect(items.map((each) => each.content)).toEqual(contents);
    expect(items[0]).toMatchObject({ channel: 'phone', recordedBy: 'agent' });
    const paged: string[] = [];
    for (let cursor = ''; paged.length < 3;) {
      const page = await list(`limit=1${cursor}`);
      paged.push(...page.items.map((each) => each.content));
      cursor = `&cursor=${page.next ?? 'x'}`;
    }
    expect(paged).toEqual(contents);
    expect(text(await register(DAY))).toContain('又来问了');
  });

  it('is refused for a period that ends before it begins', async () => {
    expect((await register({ from: DAY.to, to: DAY.from })).statusCode).toBe(422);
  });
});

describe('the hand-over of a shift', () => {
  it('is printed from the rows it is given', async () => {
    const actor = await product.context.identity.identify({ cookie: (name) => new Map(care.as('agent').split('; ').map((each) => each.split('=') as [string, string])).get(name), bearer: null });
    if (!actor) throw new Error('nobody signed in');
    const file = await printHandOver(product.context, actor, {
      paper: 'a4', nth: 1, path: '/shifts',
      sheet: {
        number: 'JJ-20260302-1', title: '夜间交接表', unit: '客服部', shift: '夜班', from: '2026-03-02T20:00:00+08:00', to: '2026-03-03T08:00:00+08:00', givenBy: '李敏', takenBy: '王芳',
        figures: [{ title: '来电', value: '14' }, { title: '新登记', value: '6' }, { title: '未结', value: '3' }],
        matters: [{ number, at: '2026-03-02T22:15:00+08:00', customer: '王女士 3-2-1201', summary: '电梯困人，老人受惊', done: '已通知维保，人已救出', next: '回访客户', due: '2026-03-03T09:00:00+08:00', by: '客服主管' }],
        things: [{ title: '钥匙 12 把', ok: true, note: '' }, { title: '对讲机', ok: false, note: '2 号机没电' }], remarks: '早班先回访 1201。',
      },
    });
    const bytes = Buffer.from(file.content as Uint8Array);
    for (const said of ['夜间交接表', '李敏', '电梯困人', '早班先回访1201', '有问题：2号机没电']) expect(wordsOf(bytes)).toContain(said);
  });
});
