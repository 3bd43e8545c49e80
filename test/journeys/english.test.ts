import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { packageRoot } from '../../src/platform/config/index.ts';
import { journey } from './journey.ts';
import type { Account, People } from './people.ts';

const HAN = /\p{Script=Han}+/gu;
const runsIn = (text: string): readonly string[] => text.match(HAN) ?? [];
/** All that is written below a folder in files of these kinds. */
function written(below: string, kinds: RegExp): string {
  const folder = join(packageRoot(), below);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => kinds.test(file) && !file.includes('.test.')).map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

/** What is quoted from a policy or its demonstration stays Chinese; words of ours that no policy has do not. */
const quoted = written('policies', /\.(yaml|md)$/);
const ours = new Set(runsIn(written('src', /\.tsx?$/)).filter((run) => run.length > 1 && !quoted.includes(run)));
/** Nothing is written here by other journeys: what people type may be a word of ours by chance. */
const COMPANY = 'retail';
/** The other language is offered in its own words. */
const OFFERED = ['中文'];

/** Chinese words of the interface that a reader of English meets on a page, with their places. */
async function leftOn(page: Page): Promise<readonly string[]> {
  const seen = await page.evaluate<string[]>(`(() => {
    const texts = [];
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) texts.push(node.nodeValue);
    const said = ['aria-label', 'title', 'placeholder', 'alt'];
    for (const each of document.querySelectorAll(said.map((name) => '[' + name + ']').join())) texts.push(...said.map((name) => each.getAttribute(name) ?? ''));
    return texts;
  })()`);
  return seen.flatMap((text) => runsIn(text).filter((run) => ours.has(run) && !OFFERED.includes(run)).map((run) => `${run} in “${text.trim().slice(0, 60)}”`));
}

async function walk(people: People, account: Account, paths: readonly string[]): Promise<readonly string[]> {
  const page = await people.enter(account, '/', {}, COMPANY);
  await page.evaluate("localStorage.setItem('aftercare.language', 'en')");
  const left: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.getByRole('main').waitFor();
    await page.waitForLoadState('networkidle').catch(() => undefined);
    left.push(...(await leftOn(page)).map((each) => `${account} ${path}: ${each}`));
  }
  return left;
}

/** A matter that has been through much, and the page of a customer. */
async function oneOfEach(people: People): Promise<readonly string[]> {
  const { request } = (await people.enter('manager', '/', {}, COMPANY)).context();
  const first = async (path: string): Promise<string> => ((await (await request.get(path)).json()) as { items: { id: string }[] }).items[0]?.id ?? '';
  return [`/matters/${await first('/api/matters?kind=complaint&open=false&limit=1')}`, `/customers/${await first('/api/customers?limit=1')}`];
}

journey('whoever reads English meets no Chinese word of the interface, from the desk to the wall', async ({ people }) => {
  const each = await oneOfEach(people);
  const left = [
    ...await walk(people, 'agent', ['/', '/intake', '/matters', '/follow-up', '/contacts', '/customers', '/shifts', '/absence', '/exports', '/duties', ...each]),
    ...await walk(people, 'manager', ['/', '/manager', '/approvals', '/refusals', '/rosters', '/drill', '/wall', '/policy']),
    ...await walk(people, 'admin', ['/organisation', '/settings/channels', '/settings/import', '/settings/installation', '/settings/health']),
  ];
  expect(left).toEqual([]);
});
