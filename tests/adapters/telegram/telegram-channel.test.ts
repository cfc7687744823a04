import { GrammyError, HttpError } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createTelegramChannel, isGone, outcomeOfError } from '../../../src/adapters/telegram';
import { openNetworkChannel } from '../../helpers/network-channel';
import type { NetworkChannel } from '../../helpers/network-channel';
import { buildContent, describeSocialChannel } from '../../helpers/social-channel-contract';
import { startTelegramServer } from '../../helpers/telegram-server';

const NOON = new Date('2026-12-01T12:00:00Z');
const TOKEN = '4200:jeton-exemple-de-vingt-signes';
const SECRETS = {
  MUR: { botToken: TOKEN, chatId: '@mur_exemple' },
  RADIO: { botToken: TOKEN, chatId: '-1009876543' },
  LECTURE: { botToken: TOKEN, chatId: '@lecture' },
};
const MEDIA = { 'cards/a.png': Buffer.alloc(1500, 7), 'films/b.mp4': Buffer.alloc(9000, 9) };

const open = () => openNetworkChannel(startTelegramServer, createTelegramChannel, SECRETS, MEDIA);

describeSocialChannel('Telegram', open, {
  showsTimeline: false,
  givesFigures: false,
});

describe('a Telegram channel', () => {
  let bot: NetworkChannel;
  beforeEach(async () => {
    bot = await open();
  });
  afterEach(() => bot.close());

  it.each([
    ['cards/a.png', 1500],
    ['films/b.mp4', 9000],
    [null, 0],
  ])('sends %s and its text in one call', async (pictureKey, mediaBytes) => {
    expect((await bot.channel.publish(buildContent({ pictureKey }))).kind).toBe('published');
    expect(bot.server.ledger()[0]).toMatchObject({ mediaBytes, text: buildContent().text });
    expect(bot.server.requests).toHaveLength(1);
  });

  it.each([
    ['MUR', 'https://t.me/mur_exemple/101'],
    ['RADIO', 'https://t.me/c/9876543/101'],
  ])('tells where the post of %s is seen', async (accountCode, remoteUrl) => {
    expect(await bot.channel.publish(buildContent({ accountCode }))).toMatchObject({ remoteUrl });
  });

  it('shows no timeline, so that what is unknown stays so until a person looks', async () => {
    await bot.channel.publish(buildContent());
    expect(await bot.channel.timeline('MUR', new Date(0))).toBeNull();
  });

  it('finds a bot that is in the channel but may not post there', async () => {
    expect(await bot.channel.check('LECTURE')).toMatchObject({ kind: 'broken' });
  });

  it('never says the bot’s token, which stands in every address', async () => {
    bot.server.faults.next = ['hang-up-before', 'unauthorized'];
    const said = JSON.stringify([
      await bot.channel.publish(buildContent()),
      await bot.channel.publish(buildContent()),
    ]);
    expect(said).not.toContain('jeton-exemple');
  });
});

const answered = (code: number, description: string, parameters?: object) =>
  new GrammyError(
    'Call failed!',
    { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
    'sendPhoto',
    {},
  );

describe('what Telegram’s library throws, in the trade’s words', () => {
  it.each([
    [answered(429, 'Too Many Requests', { retry_after: 30 }), 'rate-limited'],
    [answered(401, 'Unauthorized'), 'unauthorized'],
    [answered(404, 'Not Found'), 'unauthorized'],
    [answered(403, 'Forbidden: bot was kicked from the channel chat'), 'unauthorized'],
    [answered(400, 'Bad Request: chat not found'), 'unauthorized'],
    [answered(400, 'Bad Request: need administrator rights in the channel chat'), 'unauthorized'],
    [answered(400, 'Bad Request: message caption is too long'), 'rejected'],
    [answered(413, 'Request Entity Too Large'), 'rejected'],
    [answered(409, 'Conflict'), 'unknown'],
    [answered(502, 'Bad Gateway'), 'unknown'],
    [new HttpError('Network request failed', new Error('reset')), 'unknown'],
    [new TypeError('odd'), 'unknown'],
  ])('%s: %s', (error, kind) => {
    expect(outcomeOfError(error, NOON).kind).toBe(kind);
  });

  it('waits as many seconds as Telegram says, a minute when it says nothing', () => {
    expect(outcomeOfError(answered(429, 'wait', { retry_after: 30 }), NOON)).toMatchObject({
      until: new Date('2026-12-01T12:00:30Z'),
    });
    expect(outcomeOfError(answered(429, 'wait'), NOON)).toMatchObject({
      until: new Date('2026-12-01T12:01:00Z'),
    });
  });

  it('a message that is gone is not one that may not be deleted', () => {
    expect(isGone(answered(400, 'Bad Request: message to delete not found'))).toBe(true);
    expect(isGone(answered(400, "Bad Request: message can't be deleted"))).toBe(false);
  });
});
