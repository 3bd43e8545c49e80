import { expect, inject } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { journey } from './journey.ts';
import type { People } from './people.ts';
import { act, receive, type Matter } from './steps.ts';

const { password } = inject('showing');

/** Counts the tones that a page plays, instead of playing them; the browser lets it be heard once it was touched, as the real one does. */
const DEAF_LOUDSPEAKER = `
  window.tones = 0;
  window.AudioContext = class extends EventTarget {
    state = 'suspended'; currentTime = 0; destination = {};
    go(state) { if (this.state !== state) { this.state = state; queueMicrotask(() => this.dispatchEvent(new Event('statechange'))); } return Promise.resolve(); }
    resume() { return navigator.userActivation.hasBeenActive ? this.go('running') : new Promise(() => undefined); }
    suspend() { return this.go('suspended'); }
    createGain() { return { gain: { setValueAtTime() {}, linearRampToValueAtTime() {} }, connect: (next) => next }; }
    createOscillator() { const voice = new EventTarget(); return Object.assign(voice, { frequency: {}, connect: (next) => next, start() { window.tones += 1; }, stop() { queueMicrotask(() => voice.dispatchEvent(new Event('ended'))); } }); }
  };`;
const NO_LOCKS = "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });";
/** Streams this page has asked for and not given up. */
const COUNTED_STREAMS = 'window.streams = new Set(); const Before = EventSource; window.EventSource = class extends Before { constructor(...given) { super(...given); window.streams.add(this); } };';

/** On a machine that does eight other things; alone the limits hold as they are written. */
const BUSY = 4;
const ALARM_TONES = 6;
const CHIME_TONES = 2;
const tonesOf = (page: Page): Promise<number> => page.evaluate<number>('window.tones');
const streamsOf = (page: Page): Promise<number> => page.evaluate<number>('[...window.streams].filter((each) => each.readyState !== 2).length');
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The line of the band that tells of a matter. */
const alarmOf = (page: Page, matter: Pick<Matter, 'number'>): Locator => page.getByRole('alert', { name: '没有人接的警报' }).locator('.alarm').filter({ hasText: matter.number });
const urgent = (page: Page, content: string): Promise<Matter> => receive(page, content, { urgent: true, facts: { our_management: true, injury: true, severity: 'major' } });

/** Ends what earlier journeys and the demonstration's night left, so that a band is there for what this journey does. */
async function takeAll(page: Page): Promise<void> {
  const open = await (await page.request.get('/api/notices?class=alarm&open=true')).json() as { items: { id: string }[] };
  for (const { id } of open.items) await page.request.post(`/api/notices/${id}/take`, { data: { how: 'handling' } });
}

/** Another tab of the same browser. */
async function anotherTab(page: Page, at = '/'): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(at);
  return tab;
}

/** One browser in which somebody has several tabs, with what the scripts put in their place. */
async function entered(people: Pick<People, 'signIn'>, account: 'manager' | 'agent', at: string, ...scripts: readonly string[]): Promise<Page> {
  const page = await people.signIn(account);
  await takeAll(page);
  for (const script of scripts) await page.context().addInitScript(script);
  await page.goto(at);
  await page.getByRole('button', { name: /^消息/ }).waitFor();
  return page;
}

journey('an alarm is on every open tab within two seconds, sounds in one of them, survives a reload, and is over in all when somebody takes it', async ({ people }) => {
  const agent = await people.signIn('agent');
  const first = await entered(people, 'manager', '/', DEAF_LOUDSPEAKER);
  const second = await anotherTab(first, '/matters');
  await second.getByRole('button', { name: '声音未开，点这里' }).click();
  await expect.poll(() => tonesOf(second)).toBe(CHIME_TONES);
  await first.getByRole('button', { name: '声音开' }).waitFor();

  const matter = await urgent(agent, '三号楼电梯困人，老人胸闷');
  const began = Date.now();
  await Promise.all([first, second].map((page) => alarmOf(page, matter).waitFor()));
  const took = Date.now() - began;
  process.stdout.write(`an alarm was on both tabs after ${took} ms\n`);
  expect(took).toBeLessThan(2000 * BUSY);
  await expect.poll(() => tonesOf(second)).toBe(CHIME_TONES + ALARM_TONES);
  expect(await tonesOf(first)).toBe(0);
  expect(await first.title()).toMatch(/^【警报】.*重大/u);

  await first.reload();
  await alarmOf(first, matter).getByRole('button', { name: '我来处理' }).click();
  await first.waitForURL(new RegExp(`/matters/${matter.id}`));
  await alarmOf(second, matter).waitFor({ state: 'hidden' });
  await alarmOf(first, matter).waitFor({ state: 'hidden' });
  expect(await second.title()).not.toContain('【警报】');

  await first.getByRole('button', { name: /^消息/ }).click();
  const line = first.getByRole('region', { name: '警报' }).getByRole('listitem').filter({ hasText: matter.number });
  await line.getByText(/已接/).waitFor();
});

journey('“seen” ends one’s own alarm and leaves it to others; with the sound off nothing is played and the band is there all the same', async ({ people }) => {
  const agent = await people.signIn('agent');
  const manager = await entered(people, 'manager', '/', DEAF_LOUDSPEAKER);
  await manager.getByRole('button', { name: '声音未开，点这里' }).click();
  await expect.poll(() => tonesOf(manager)).toBe(CHIME_TONES);
  await manager.getByRole('button', { name: '声音开' }).click();
  await manager.getByRole('menuitem', { name: '声音关' }).click();
  await manager.getByRole('button', { name: '声音关' }).waitFor();
  const director = await people.enter('director');
  const matter = await urgent(agent, '地下车库冒烟');
  await alarmOf(manager, matter).waitFor();
  await alarmOf(director, matter).waitFor();
  await alarmOf(manager, matter).getByRole('button', { name: '知道了' }).click();
  await alarmOf(manager, matter).waitFor({ state: 'hidden' });
  expect(await tonesOf(manager)).toBe(CHIME_TONES);
  await alarmOf(director, matter).waitFor();
  await manager.reload();
  await manager.getByRole('button', { name: '声音关' }).waitFor();
});

journey('a major complaint by day, saved and forwarded by nobody’s urgent report, alarms whoever has to act on it: the manager’s page sounds and names the act', async ({ people }) => {
  const agent = await people.signIn('agent');
  const manager = await entered(people, 'manager', '/', DEAF_LOUDSPEAKER);
  await manager.getByRole('button', { name: '声音未开，点这里' }).click();
  await expect.poll(() => tonesOf(manager)).toBe(CHIME_TONES);
  const matter = await receive(agent, '车库顶板掉落，砸坏两辆车', { facts: { our_management: true, loss: true, severity: 'major' } });
  await takeAll(manager);
  const before = await tonesOf(manager);
  const began = Date.now();
  await act(agent, matter, 'forward', { to: 'engineering' });
  await alarmOf(manager, matter).getByText(/交办：投诉 .+ 交给您办理「.+」/).waitFor();
  const took = Date.now() - began;
  process.stdout.write(`“new for me” alarmed after ${took} ms\n`);
  expect(took).toBeLessThan(1000 * BUSY);
  await expect.poll(() => tonesOf(manager)).toBe(before + ALARM_TONES);
  expect(await alarmOf(manager, matter).count()).toBe(1);
});

journey('an urgent report that was filed as minor stands at the top of the desk with its sign until somebody takes it up', async ({ people }) => {
  const agent = await people.signIn('agent');
  const engineer = await people.enter('engineer', '/');
  const matter = await receive(agent, '负二层电梯停了，里面有人', { urgent: true, facts: { severity: 'minor', trapped: true } });
  await act(agent, matter, 'forward', { to: 'engineering' });
  await engineer.reload();
  const first = engineer.locator('.desk-line').first();
  await first.getByText(matter.number).waitFor();
  await first.getByText(/险情 · 电梯困人/).waitFor();
  await act(engineer, matter, 'investigate', { findings: '已到场，人已救出' });
  await engineer.reload();
  // What is still owed in it is due in three days: it has gone from what is to be done now.
  await engineer.locator('.desk-line').first().waitFor();
  expect(await engineer.locator('.desk-line').filter({ hasText: matter.number }).count()).toBe(0);
  expect(await engineer.locator('.pressing').count()).toBe(0);
});

const BROWSERS = [['nine, with locks', 9, []], ['four, without locks, as on an address without HTTPS', 4, [NO_LOCKS]]] as const;
journey.for(BROWSERS)('all tabs share one stream and are all told, another takes over when its tab closes, and one chimes for all: %s', { timeout: 300_000 }, async ([, count, scripts], { people }) => {
  const specialist = await people.signIn('specialist');
  const first = await entered(people, 'agent', '/matters', DEAF_LOUDSPEAKER, COUNTED_STREAMS, ...scripts);
  const tabs = [first];
  while (tabs.length < count) tabs.push(await anotherTab(first, '/matters'));
  const shows = (those: readonly Page[], { number }: Matter): Promise<unknown> => Promise.all(those.map((tab) => tab.getByRole('link', { name: new RegExp(number) }).first().waitFor()));
  await expect.poll(async () => sum(await Promise.all(tabs.map(streamsOf)))).toBe(1);
  const matter = await receive(first, '楼道灯不亮');
  await shows(tabs, matter);

  const listening = (await Promise.all(tabs.map(streamsOf))).indexOf(1);
  await tabs[listening]?.close();
  const left = tabs.filter((_, at) => at !== listening);
  const closed = Date.now();
  await expect.poll(async () => sum(await Promise.all(left.map(streamsOf)))).toBe(1);
  const took = Date.now() - closed;
  process.stdout.write(`another tab listened after ${took} ms\n`);
  expect(took).toBeLessThan(2000 * BUSY);
  await shows(left, await receive(specialist, '电梯里有异响'));

  for (const tab of left) await tab.locator('.topbar').click();
  await Promise.all(left.map((tab) => tab.getByRole('button', { name: '声音开' }).waitFor()));
  const before = await Promise.all(left.map(tonesOf));
  const played = async (): Promise<readonly number[]> => (await Promise.all(left.map(tonesOf))).map((tones, at) => tones - (before[at] ?? 0)).filter((tones) => tones > 0);
  // A reminder of the demonstration's own that rang a moment ago swallows the next one, as it should: then the customer calls once more.
  await expect.poll(async () => {
    const rung = (await played()).length;
    if (rung === 0) await act(specialist, matter, 'chase', { text: '客户又来电话' });
    return rung;
  }, { interval: 4000, timeout: 40_000 }).toBe(1);
  await shows(left, await receive(specialist, '单元门关不上'));
  expect((await played()).length).toBe(1);
});

journey('whoever signs out or in does so in all tabs of the browser', async ({ people }) => {
  people.expect('401 (Unauthorized)');
  const page = await people.enter('agent');
  const other = await anotherTab(page, '/matters');
  await other.getByRole('button', { name: '周晓岚' }).waitFor();
  await page.getByRole('button', { name: '周晓岚' }).click();
  await page.getByRole('menuitem', { name: '退出' }).click();
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await other.getByRole('button', { name: '登录', exact: true }).waitFor();
  const answer = await page.request.post('/api/login', { data: { tenant: 'property-management', username: 'manager', password } });
  expect(answer.ok()).toBe(true);
  await page.reload();
  await page.getByRole('button', { name: '沈国梁' }).waitFor();
  await other.getByRole('button', { name: '沈国梁' }).waitFor();
});
