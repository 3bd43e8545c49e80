import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { claim } from './claims.ts';

const { claims, password } = inject('showing');
/** Each worker has a product to itself: what two journeys do at once never meets. */
const address = await claim(claims);
/** A busy machine is slow; a journey that hangs is told by its own limit. */
const PATIENCE = 20_000;

export type Account = 'agent' | 'specialist' | 'manager' | 'engineer' | 'keeper' | 'director' | 'admin';
export type Company = 'property-management' | 'retail';

/** The people of one journey. */
export interface People {
  /** Somebody at the door, in a fresh browser profile. */
  arrive(settings?: BrowserContextOptions): Promise<Page>;
  /** Somebody signed in, in a fresh browser profile, whose window is still empty: for what is done without the screen, or opens a page of its own. */
  signIn(account: Account, settings?: BrowserContextOptions, company?: Company): Promise<Page>;
  /** The same, at a page of the product (the desk unless told). */
  enter(account: Account, at?: string, settings?: BrowserContextOptions, company?: Company): Promise<Page>;
  /** Announces that consoles may show errors with these words. */
  expect(...words: string[]): void;
  /** What consoles and answers complained of beyond what was announced. */
  complaints(): readonly string[];
  /** Keeps pictures of all windows and says where. */
  picture(): Promise<void>;
  /** Closes all windows. */
  leave(): Promise<void>;
}

export function openPeople(browser: Browser): People {
  const profiles: BrowserContext[] = [];
  const said: string[] = [];
  const announced: string[] = [];
  const open = async (settings: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const profile = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...settings });
    profile.setDefaultTimeout(PATIENCE);
    listen(profile, said);
    profiles.push(profile);
    return profile;
  };
  const signIn: People['signIn'] = async (account, settings = {}, company = 'property-management') => {
    const profile = await open(settings);
    const answer = await profile.request.post('/api/login', { data: { tenant: company, username: account, password } });
    if (!answer.ok()) throw new Error(`${account} could not sign in: ${await answer.text()}`);
    return profile.newPage();
  };
  return {
    async arrive(settings) {
      // The door is shown to whoever turns out not to be signed in.
      announced.push('401 (Unauthorized)');
      const page = await (await open(settings)).newPage();
      await page.goto('/');
      return page;
    },
    signIn,
    async enter(account, at = '/', settings, company) {
      const page = await signIn(account, settings, company);
      await page.goto(at);
      return page;
    },
    expect: (...words) => void announced.push(...words),
    complaints: () => said.filter((complaint) => !announced.some((words) => complaint.includes(words))),
    async picture() {
      const folder = await mkdtemp(join(tmpdir(), 'aftercare-failed-'));
      const pages = profiles.flatMap((profile) => profile.pages());
      await Promise.all(pages.map((page, at) => page.screenshot({ path: join(folder, `${at}.png`) })));
      process.stderr.write(`pictures of the failed journey: ${folder}\n`);
    },
    leave: async () => void (await Promise.all(profiles.map((profile) => profile.close()))),
  };
}

/** Answers of 4xx and requests without an answer reach the console by themselves; 5xx is noted in either case. */
function listen(profile: BrowserContext, said: string[]): void {
  profile.on('console', (message) => {
    if (message.type() === 'error') said.push(`console: ${message.text()} (${message.location().url})`);
  });
  profile.on('weberror', (error) => void said.push(`page: ${error.error().stack ?? error.error().message}`));
  profile.on('response', (answer) => {
    if (answer.status() >= 500) said.push(`answer: ${answer.status()} ${answer.url()}`);
  });
}
