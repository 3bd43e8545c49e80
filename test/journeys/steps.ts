import type { Locator, Page } from 'playwright-core';

/** What a journey needs to know of a matter. */
export interface Matter { readonly id: string; readonly number: string; readonly stageTitle: string; readonly version: number }

/** Sends a request as the person whose window this is. @throws Error with the answer where it is no success. */
export async function send<T>(page: Page, path: string, body: unknown): Promise<T> {
  const answer = await page.request.post(path, { data: body });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return await answer.json() as T;
}

/** A general complaint, registered without the screen; `more` overrides. */
export function receive(page: Page, content: string, more: Record<string, unknown> = {}): Promise<Matter> {
  return send(page, '/api/matters', { kind: 'complaint', channel: 'phone', content, customer: { name: '方先生', phone: '13911110000', address: '3-2-0909' }, facts: { service_short: true }, ...more });
}

/** One act, done without the screen. */
export async function act(page: Page, matter: Pick<Matter, 'id'>, act: string, fields: Record<string, unknown> = {}): Promise<Matter> {
  return (await send<{ matter: Matter }>(page, `/api/matters/${matter.id}/acts`, { act, fields })).matter;
}

/** The titles of everything that happened to a matter, oldest first. */
export async function happened(page: Page, matter: Pick<Matter, 'id'>): Promise<readonly string[]> {
  const answer = await page.request.get(`/api/matters/${matter.id}/events`);
  return (await answer.json() as { items: { title: string }[] }).items.map((event) => event.title);
}

/** Chooses a line of a list that opens. */
export async function choose(page: Page, list: Locator, title: string): Promise<void> {
  // The door is made of plain elements.
  if (await list.evaluate((element: { readonly tagName: string }) => element.tagName) === 'SELECT') return void await list.selectOption({ label: title });
  await list.click();
  await page.locator('.ant-select-dropdown').getByTitle(title, { exact: true }).filter({ visible: true }).last().click();
}

/** As in a company that has passed on nothing like it yet: what other journeys did with such words proposes nobody here. */
export async function withoutProposal(page: Page): Promise<void> {
  await page.route('**/api/intake/forecast', async (route) => {
    const response = await route.fetch();
    const said: unknown = await response.json();
    await route.fulfill({ response, json: response.ok() && typeof said === 'object' ? { ...said, usualReceiver: null } : said });
  });
}

/** The panel of an act, opened from the bar of verbs or from behind “更多”. */
export async function openVerb(page: Page, title: string): Promise<Locator> {
  const bar = page.getByRole('toolbar', { name: '办理' });
  await bar.waitFor();
  const verb = bar.getByRole('button', { name: title, exact: true });
  if (await verb.count() > 0) await verb.click();
  else {
    await bar.getByRole('button', { name: /^更多/ }).click();
    // By the key: a long menu moves while it opens, and a click would land beside.
    await page.getByRole('menuitem', { name: title }).first().press('Enter');
  }
  return page.getByRole('dialog', { name: title, exact: true });
}

/** Presses the button of an open panel. While it works, and a moment longer, the button bears a turning sign before its name. */
export async function press(panel: Locator, title: string): Promise<void> {
  await panel.getByRole('button', { name: new RegExp(`(^| )${title}$`) }).click();
}

/** Presses it and waits until the panel has gone, for the act is done. */
export async function confirm(panel: Locator, title: string): Promise<void> {
  await press(panel, title);
  await panel.waitFor({ state: 'hidden' });
}
