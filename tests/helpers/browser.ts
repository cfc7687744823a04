import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The cheap Android phone of a journalist or a listener, upright. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function chromiumPath(): string {
  const executablePath =
    process.env['CHROMIUM_PATH'] ?? CANDIDATES.find((candidate) => existsSync(candidate));
  if (executablePath === undefined) {
    throw new Error('No Chromium: set CHROMIUM_PATH, or install Debian’s package chromium.');
  }
  return executablePath;
}

/** A Chromium that talks to nobody but the page under test. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: ARGUMENTS });
}

/** The same with a disk: what it keeps in this folder is there again when it is opened the next time. */
export async function openComputer(
  folder: string,
  settings: { readonly viewport: typeof PHONE; readonly locale: string },
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: chromiumPath(),
    args: ARGUMENTS,
    ...settings,
  });
}

type AxeFinding = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/** What axe-core finds on the page: WCAG 2.1 A and AA. Empty when all is well. */
export async function accessibilityFindings(page: Page, within = 'html'): Promise<string[]> {
  // Evaluated, not added as a tag: the pages' own policy allows no script at all.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8'));
  const findings = await page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as {
      axe: { run(context: string, options: object): Promise<{ violations: AxeFinding[] }> };
    };
    const runOnly = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] };
    return (await axe.run(selector, { runOnly })).violations;
  }, within);
  return findings.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** True when the page can be moved sideways, which on a phone means that something does not fit. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
}
