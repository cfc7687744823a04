import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';

import { build } from 'esbuild';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { sendSound } from '../../src/admin/desk/send-sound';
import { openBrowser } from '../helpers/browser';
import { personAt } from '../helpers/desk-client';
import { newSpot } from '../helpers/desk-stories';
import { bootApp, type App } from '../helpers/strapi';

const PIECE = 256 * 1024;
const SENDER = path.resolve(import.meta.dirname, '../../src/admin/desk/send-sound.ts');

let app: App;
let browser: Browser;
let page: Page;
/** The desk's own code for sending sounds, as its bundle has it. */
let sender: string;
let token: string;
let spotCode: string;
/** What the line does to a request; nothing unless told. */
let line: (method: string, route: Route) => Promise<boolean>;
/** The methods that were asked, in order. */
let asked: string[];

beforeAll(async () => {
  app = await bootApp();
  const { outputFiles } = await build({
    entryPoints: [SENDER],
    bundle: true,
    format: 'iife',
    globalName: 'yeelenSender',
    platform: 'browser',
    target: 'chrome109',
    write: false,
  });
  sender = outputFiles[0]?.text ?? '';
  const authorization = await app.signIn('yeelen-journalist');
  token = authorization.replace('Bearer ', '');
  spotCode = await newSpot(app, personAt(app, authorization));
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  line = () => Promise.resolve(false);
  asked = [];
  page = await (await browser.newContext()).newPage();
  await page.route('**/desk/uploads**', async (route) => {
    const method = route.request().method();
    asked.push(method);
    if (!(await line(method, route))) await route.continue();
  });
  await openPage();
});

/** A page under the policy of the desk, which allows its scripts to ask this server and no other. */
async function openPage(): Promise<void> {
  await page.goto(`${app.url}/admin/init`);
  await page.evaluate(`${sender}; globalThis.yeelenSender = yeelenSender`);
}

type Told = { readonly kind: string; readonly sentences: readonly string[]; readonly cuts: number };

function send(sound: Buffer, firstToken = token): Promise<Told> {
  const given = { text: sound.toString('base64'), spotCode, firstToken, token };
  return page.evaluate(async ({ text, spotCode: spot, firstToken: first, token: renewed }) => {
    const { yeelenSender } = globalThis as unknown as {
      yeelenSender: { sendSound: typeof sendSound };
    };
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    let cuts = 0;
    const sent = await yeelenSender.sendSound({
      spotCode: spot,
      file: new File([bytes], `take-${Math.random()}.wav`),
      token: first,
      renewToken: () => Promise.resolve(renewed),
      onProgress: () => undefined,
      onCut: () => (cuts += 1),
    });
    const sentences = sent.kind === 'refused' ? sent.refusal.sentences : [];
    return { kind: sent.kind, sentences, cuts };
  }, given);
}

async function expectReceived(sound: Buffer): Promise<void> {
  const version = await app.ports.spotVersions.latest(spotCode);
  expect(version?.masterSha256).toBe(createHash('sha256').update(sound).digest('hex'));
}

const times = (method: string) => asked.filter((one) => one === method).length;

describe('a journalist who sends a sound from the desk', () => {
  it('sees it received though the line breaks, the proxy answers for a server that starts again, and the token runs out', async () => {
    const sound = randomBytes(3 * PIECE + 5);
    const troubles = ['PATCH cut', 'HEAD 502', 'HEAD 401'];
    line = async (method, route) => {
      const [trouble = ''] = troubles;
      if (!trouble.startsWith(method) || times('PATCH') < 2) return false;
      troubles.shift();
      if (trouble.endsWith('cut')) await route.abort('connectionreset');
      else await route.fulfill({ status: Number(trouble.split(' ')[1]), body: 'proxy' });
      return true;
    };
    const told = await send(sound);
    expect(told).toMatchObject({ kind: 'sent', cuts: 3 });
    expect(troubles).toEqual([]);
    // Nothing was begun anew.
    expect(times('POST')).toBe(1);
    await expectReceived(sound);
  });

  it('whose token had run out before the first request sees it received', async () => {
    const sound = randomBytes(1000);
    expect(await send(sound, 'old')).toMatchObject({ kind: 'sent' });
    await expectReceived(sound);
  });

  it('and loads the page again, goes on by choosing the same file', async () => {
    const sound = randomBytes(2 * PIECE + 1);
    // Down it stays while the old page is there, which tries again at once.
    let isDown = false;
    const reached = new Promise<void>((resolve) => {
      line = async (method, route) => {
        isDown ||= method === 'PATCH' && times('PATCH') === 2;
        if (!isDown) return false;
        resolve();
        await route.abort('connectionreset');
        return true;
      };
    });
    const left = send(sound).catch(() => null);
    await reached;
    await openPage();
    await left;
    line = () => Promise.resolve(false);
    asked = [];
    expect(await send(sound)).toMatchObject({ kind: 'sent', cuts: 0 });
    // It asked how much had come and sent the rest.
    expect(asked).toEqual(['HEAD', 'PATCH', 'PATCH']);
    await expectReceived(sound);
  });

  it('is told in French why one is not taken', async () => {
    const told = await send(Buffer.alloc(0));
    expect(told.kind).toBe('refused');
    expect(told.sentences[0]).toMatch(/^Le fichier est vide/);
  });
});
