import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { chromium, type Browser, type Page } from 'playwright-core';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The cheap Android phone of a journalist or a listener, upright. */
export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 900 };

/** A Chromium that talks to nobody but the page under test. */
export async function openBrowser(): Promise<Browser> {
  const executablePath =
    process.env['CHROMIUM_PATH'] ?? CANDIDATES.find((candidate) => existsSync(candidate));
  if (executablePath === undefined) {
    throw new Error('No Chromium: set CHROMIUM_PATH, or install Debian’s package chromium.');
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
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
