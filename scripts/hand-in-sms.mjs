/**
 * Hands the text messages that gammu-smsd received to Yeelen, signed: its `RunOnReceive`, and every few minutes by a timer.
 *
 *     node hand-in-sms.mjs /etc/yeelen-sms.env
 *
 * A message is deleted once it was taken; what could not be handed in stays in the inbox for the next time, under the same
 * id, so that it counts once. No number and no word is printed. See docs/sms-gateway.md.
 */
import { createHmac } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';

const ANSWER_SECONDS = 20;
/** `IN20261126_070000_00_+22376123456_00.txt`: when, which one, from whom, which part of a long one. */
const RECEIVED = /^(IN\d{8}_\d{6}_\d+_(.+))_(\d+)\.txt$/;
/** Sent again they would be refused again. */
const NEVER_TAKEN = new Set([413, 422]);

/** @param {string} file */
async function readSettings(file) {
  const settings = parseEnv(await readFile(file, 'utf8'));
  const { YEELEN_URL: url = '', SMS_INBOUND_SECRET: secret = '', SMS_INBOX: inbox = '' } = settings;
  for (const [name, value] of Object.entries({
    YEELEN_URL: url,
    SMS_INBOUND_SECRET: secret,
    SMS_INBOX: inbox,
  })) {
    if (value === '') throw new Error(`Le réglage ${name} manque dans ${file}.`);
  }
  return { url: url.replace(/\/+$/, ''), secret, inbox };
}

/** UTF-16 with its mark in either order, as `InboxFormat = unicode` writes it; a zero ends it. @param {Buffer} bytes */
function wordsOf(bytes) {
  const isBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const isLittle = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (!isBig && !isLittle) return bytes.toString('utf8').replaceAll('\0', '');
  return new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(bytes).replaceAll('\0', '');
}

/** The messages in the inbox, oldest first, the parts of a long one together. @param {string} inbox */
async function messagesIn(inbox) {
  /** @type {Map<string, { id: string, from: string, files: string[] }>} */
  const messages = new Map();
  for (const name of (await readdir(inbox)).sort()) {
    const [, id, from] = RECEIVED.exec(name) ?? [];
    if (id === undefined || from === undefined) continue;
    const message = messages.get(id) ?? { id, from, files: [] };
    message.files.push(path.join(inbox, name));
    messages.set(id, message);
  }
  return [...messages.values()];
}

/**
 * @param {{ url: string, secret: string }} door
 * @param {{ id: string, from: string, text: string }} message
 */
async function handIn({ url, secret }, message) {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const response = await fetch(`${url}/sms/inbound`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Sms-Timestamp': timestamp,
      'X-Sms-Signature': `sha256=${digest}`,
    },
    body,
    signal: AbortSignal.timeout(ANSWER_SECONDS * 1000),
  });
  await response.arrayBuffer();
  return response.status;
}

async function main() {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Donnez le fichier des réglages : /etc/yeelen-sms.env');
  const settings = await readSettings(file);
  for (const { id, from, files } of await messagesIn(settings.inbox)) {
    // Another run may have handed it in meanwhile.
    const parts = await Promise.all(files.map((part) => readFile(part).catch(() => null)));
    const whole = parts.filter((part) => part !== null);
    if (whole.length < parts.length) continue;
    const status = await handIn(settings, { id, from, text: whole.map(wordsOf).join('') });
    if (status !== 200 && !NEVER_TAKEN.has(status)) {
      throw new Error(`Yeelen a répondu ${status} : les SMS restent dans ${settings.inbox}.`);
    }
    await Promise.all(files.map((part) => rm(part, { force: true })));
  }
}

try {
  await main();
} catch (error) {
  const { message, cause } = error instanceof Error ? error : new Error(String(error));
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  process.stderr.write(`${message}${why}\n`);
  process.exitCode = 1;
}
