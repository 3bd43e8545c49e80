import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
/**
 * Besides what the driver itself switches off, whose list this one replaces: no process is kept in store for a page that may come. Every
 * journey opens fresh profiles, and each start of such a process costs more than it saves.
 */
const WITHOUT = ['SpareRendererForSitePerProcess', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'OptimizationHints', 'PaintHolding', 'NetworkTimeServiceQuerying'];
/** It talks to nobody but the product, and needs neither a screen nor a sandbox of its own. */
const QUIETLY = [
  `--disable-features=${WITHOUT.join(',')}`,
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/**
 * Starts the system's Chromium (`CHROMIUM` names another). A missing one is told as a sentence, with which every journey fails:
 * the other tests of the run still have their say.
 */
export async function startChromium(): Promise<{ readonly at: string; end(): Promise<void> } | { readonly missing: string }> {
  const named = process.env['CHROMIUM'] ?? '';
  const executablePath = named === '' ? USUAL_PLACES.find((place) => existsSync(place)) : named;
  if (executablePath === undefined || !existsSync(executablePath)) {
    return { missing: `The journeys need Chromium, and there is none at ${named === '' ? USUAL_PLACES.join(', ') : named}. Install it (apt-get install chromium fonts-noto-cjk), or name it in CHROMIUM.` };
  }
  const server = await chromium.launchServer({ executablePath, args: QUIETLY });
  return { at: server.wsEndpoint(), end: () => server.close() };
}
