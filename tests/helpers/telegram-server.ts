import { readMultipart, startNetworkServer } from './network-server';
import type {
  NetworkAnswer,
  NetworkFaults,
  NetworkRequest,
  NetworkRules,
  NetworkServer,
  NetworkServerOptions,
  NextFault,
} from './network-server';

const refusal = (code: number, description: string, parameters?: object) => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
});
const granted = (result: unknown) => ({ status: 200, body: { ok: true, result } });

/** Longest text of a message, and of a caption. */
const LONGEST = { message: 4096, caption: 1024 };

function faultAnswer(fault: NextFault | null, faults: NetworkFaults): NetworkAnswer | null {
  switch (fault) {
    case 'hang-up-before':
      return 'hang-up';
    case 'silence':
      return 'silence';
    case 'unauthorized':
      return refusal(401, 'Unauthorized');
    case 'out-of-credit':
      return refusal(403, 'Forbidden: bot was kicked from the channel chat');
    case 'server-error':
      return refusal(502, 'Bad Gateway');
    case 'rate-limit': {
      const seconds = faults.limitSeconds ?? 30;
      const words = `Too Many Requests: retry after ${seconds}`;
      return refusal(429, words, { retry_after: seconds });
    }
    default:
      return null;
  }
}

/** The fields of a call: JSON, or a form when a file comes along. */
function fieldsOf(request: NetworkRequest): { text: (name: string) => string; bytes: number } {
  if (request.headers['content-type']?.startsWith('multipart') === true) {
    const parts = readMultipart(request);
    const files = [...parts].filter(([name]) => !/^[a-z_]+$/.test(name) || name.length > 20);
    const text = (name: string) => parts.get(name)?.toString('utf8') ?? '';
    return { text, bytes: Math.max(0, ...files.map(([, value]) => value.length)) };
  }
  const fields = JSON.parse(request.body.toString('utf8') || '{}') as Record<
    string,
    string | number | undefined
  >;
  return { text: (name) => String(fields[name] ?? ''), bytes: 0 };
}

/** The Bot API as its documentation tells it. It takes the same text twice, and shows nobody a channel's posts. */
function telegramRules(): NetworkRules {
  let serial = 100;
  const chatOf = (chatId: string) =>
    chatId.startsWith('@')
      ? {
          id: -1_001_234,
          type: 'channel',
          title: `Canal exemple ${chatId}`,
          username: chatId.slice(1),
        }
      : { id: Number(chatId), type: 'channel', title: `Canal exemple ${chatId}` };

  return (request, ledger, { faults, fault, now }) => {
    const [, token, call] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url.pathname) ?? [];
    if (faults.isExpired === true || token === undefined) return refusal(401, 'Unauthorized');
    const { text, bytes } = fieldsOf(request);
    const chatId = text('chat_id');
    switch (call) {
      case 'getMe':
        return granted({
          id: 42,
          is_bot: true,
          first_name: 'Bot exemple',
          username: 'exemple_bot',
        });
      case 'getChat':
        return granted(chatOf(chatId));
      case 'getChatMember':
        return granted(
          chatId === '@lecture'
            ? { status: 'member', user: { id: 42 } }
            : { status: 'administrator', user: { id: 42 }, can_post_messages: true },
        );
      case 'deleteMessage': {
        if (faults.isRemoveDown === true) return refusal(502, 'Bad Gateway');
        const wasThere = ledger.remove(`${chatId}/${text('message_id')}`);
        return wasThere ? granted(true) : refusal(400, 'Bad Request: message to delete not found');
      }
      case 'sendMessage':
      case 'sendPhoto':
      case 'sendVideo': {
        const met = fault();
        const before = faultAnswer(met, faults);
        if (before !== null) return before;
        const isMessage = call === 'sendMessage';
        const words = isMessage ? text('text') : text('caption');
        if (words.length > (isMessage ? LONGEST.message : LONGEST.caption)) {
          return refusal(
            400,
            `Bad Request: ${isMessage ? 'message is' : 'message caption is'} too long`,
          );
        }
        const id = (serial += 1);
        const post = { account: chatId, text: words, altText: '', mediaBytes: bytes };
        ledger.add({ id: `${chatId}/${id}`, ...post });
        if (met === 'hang-up-after') return 'hang-up';
        if (met === 'server-error-after') return refusal(502, 'Bad Gateway');
        const date = Math.floor(now().getTime() / 1000);
        return granted({ message_id: id, date, chat: chatOf(chatId), text: words });
      }
      default:
        return refusal(404, 'Not Found');
    }
  };
}

/** Telegram's Bot API on the loopback. */
export function startTelegramServer(options: NetworkServerOptions = {}): Promise<NetworkServer> {
  return startNetworkServer(telegramRules(), options);
}
