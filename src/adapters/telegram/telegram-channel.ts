import type { Api } from 'grammy';

import type { ChannelNeeds, SocialChannel } from '../../composition/ports';
import {
  connectionOf,
  NETWORK_LIMITS,
  NO_ACCESS,
  publishWith,
  refuseTooLong,
  removalOf,
} from '../../domain/social';
import type { AccountSecrets, DeliveryContent } from '../../domain/social';
import { isGone, outcomeOfError } from './telegram-errors';

/** The library breaks a call off after so many seconds; the promise to the house is a little longer. */
const CALL_SECONDS = 25;
const CALL_TIMEOUT_MS = 30_000;

type Bot = { readonly api: Api; readonly chatId: string; readonly secrets: AccountSecrets };
type Sent = Pick<Awaited<ReturnType<Api['sendMessage']>>, 'chat' | 'message_id'>;

/** A public channel has a name; a private one shows its posts to its members only, by its number without the `-100`. */
function addressOf({ chat, message_id: id }: Sent): string {
  return 'username' in chat && chat.username !== undefined
    ? `https://t.me/${chat.username}/${id}`
    : `https://t.me/c/${String(chat.id).replace(/^-100/, '')}/${id}`;
}

/**
 * A Telegram channel by a bot, through `grammy`. One call carries the picture and the text.
 *
 * The Bot API shows no bot what stands in a channel: `timeline` always answers null, an unknown outcome stays unknown,
 * and a person who looks at the channel decides it.
 */
export function createTelegramChannel(needs: ChannelNeeds): SocialChannel {
  const { apiUrl, now, secretsOf, readMedia } = needs;
  const limits = NETWORK_LIMITS.telegram;

  async function openBot(accountCode: string): Promise<Bot | null> {
    const secrets = await secretsOf(accountCode);
    if (secrets === null) return null;
    const { Api: OpenApi } = await import('grammy');
    const { botToken = '', chatId = '' } = secrets;
    const api = new OpenApi(botToken, { apiRoot: apiUrl, timeoutSeconds: CALL_SECONDS });
    return { api, chatId, secrets };
  }

  async function send({ api, chatId }: Bot, content: DeliveryContent): Promise<Sent> {
    const { pictureKey, text } = content;
    if (pictureKey === null) return api.sendMessage(chatId, text);
    const { InputFile } = await import('grammy');
    const bytes = new Uint8Array(await readMedia(pictureKey));
    if (pictureKey.endsWith('.mp4')) {
      const film = new InputFile(bytes, 'film.mp4');
      return api.sendVideo(chatId, film, { caption: text, supports_streaming: true });
    }
    const name = pictureKey.endsWith('.png') ? 'image.png' : 'image.jpg';
    return api.sendPhoto(chatId, new InputFile(bytes, name), { caption: text });
  }

  return {
    network: 'telegram',
    callTimeoutMs: CALL_TIMEOUT_MS,
    maximumWeight: limits.maximumWeight,
    weigh: (text) => limits.weigh(text),

    publish: async (content) =>
      refuseTooLong(content.text, limits) ??
      publishWith(
        await openBot(content.accountCode),
        async (bot) => {
          const sent = await send(bot, content);
          return { remoteId: String(sent.message_id), remoteUrl: addressOf(sent) };
        },
        (error) => outcomeOfError(error, now()),
      ),

    timeline: () => Promise.resolve(null),

    async remove(accountCode, remoteId) {
      const bot = await openBot(accountCode);
      if (bot === null) return 'refused';
      try {
        await bot.api.deleteMessage(bot.chatId, Number(remoteId));
        return 'removed';
      } catch (error) {
        if (isGone(error)) return 'removed';
        return removalOf(outcomeOfError(error, now()));
      }
    },

    async check(accountCode) {
      const bot = await openBot(accountCode);
      if (bot === null) return { kind: 'broken', words: NO_ACCESS };
      try {
        const { api, chatId } = bot;
        const me = await api.getMe();
        const chat = await api.getChat(chatId);
        const member = await api.getChatMember(chatId, me.id);
        const mayPost = member.status === 'administrator' && member.can_post_messages === true;
        if (!mayPost) {
          return { kind: 'broken', words: `@${me.username} may not post in this channel` };
        }
        return { kind: 'connected', accountName: chat.title ?? String(chat.id) };
      } catch (error) {
        return connectionOf(outcomeOfError(error, now()), bot.secrets);
      }
    },

    // The Bot API tells no figures of a channel's posts to anybody.
    insights: () => Promise.resolve([]),
  };
}
