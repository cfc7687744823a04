import type { GrammyError, HttpError } from 'grammy';

import type { NotPublished } from '../../domain/social';

/** The wait when Telegram limits the rate without saying how long. */
const USUAL_WAIT_SECONDS = 60;

/** Refusals of the channel or of the bot's rights in it, not of the post. */
const ACCESS =
  /chat not found|not enough rights|need administrator rights|have no rights|bot is not a member|CHAT_WRITE_FORBIDDEN/i;

/** The library's errors carry their names: asking for that does not load it. */
const isRefusal = (error: unknown): error is GrammyError =>
  error instanceof Error && error.name === 'GrammyError';
const isFault = (error: unknown): error is HttpError =>
  error instanceof Error && error.name === 'HttpError';

/** A fault on the line has a code; its message holds the address, and the bot's token in it. */
function codeOf(error: HttpError): string {
  const cause: unknown = error.error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? `${error.message} ${cause.code}`
    : error.message;
}

/** What Telegram's library threw, in the trade's words. Only a clear answer is one; all else is unknown. */
export function outcomeOfError(error: unknown, now: Date): NotPublished {
  if (isFault(error)) return { kind: 'unknown', words: codeOf(error) };
  if (!isRefusal(error)) {
    return { kind: 'unknown', words: error instanceof Error ? error.name : 'unknown' };
  }
  const { error_code: code, description, parameters } = error;
  const words = `${code}: ${description}`;
  if (code === 429) {
    const seconds = parameters.retry_after ?? USUAL_WAIT_SECONDS;
    return { kind: 'rate-limited', until: new Date(now.getTime() + seconds * 1000), words };
  }
  // 404 is the answer to a token that no bot has; 403 means that the bot was removed from the channel.
  if (code === 401 || code === 403 || code === 404) return { kind: 'unauthorized', words };
  if (code === 400 && ACCESS.test(description)) return { kind: 'unauthorized', words };
  return code >= 400 && code < 500 && code !== 409
    ? { kind: 'rejected', words }
    : { kind: 'unknown', words };
}

/** Whether Telegram says that a message is not there (any more). */
export function isGone(error: unknown): boolean {
  return (
    isRefusal(error) &&
    error.error_code === 400 &&
    /message to delete not found|MESSAGE_ID_INVALID/i.test(error.description)
  );
}
