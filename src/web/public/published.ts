import type { Ports } from '../../composition/ports';
import type { Message, Translation } from '../../domain/messages';
import { LANGUAGES } from '../../domain/shared';

type Needs = Pick<Ports, 'content'>;

/** A published message with the texts that anybody may read, French first. They may be older than the drafts. */
export type PublishedMessage = {
  readonly message: Message;
  readonly texts: readonly [Translation, ...Translation[]];
};

/** What the public may read of a message; null when no language is published. */
export async function published(ports: Needs, message: Message): Promise<PublishedMessage | null> {
  const texts: Translation[] = [];
  for (const language of LANGUAGES) {
    if (message.translations[language]?.isPublished !== true) continue;
    const text = await ports.content.publishedTranslation(message.code, language);
    if (text !== null) texts.push(text);
  }
  const [first, ...others] = texts;
  return first === undefined ? null : { message, texts: [first, ...others] };
}

/** Every message with at least one published text. */
export async function publishedMessages(ports: Needs): Promise<readonly PublishedMessage[]> {
  const found: PublishedMessage[] = [];
  for (const message of await ports.content.messages()) {
    const shown = await published(ports, message);
    if (shown !== null) found.push(shown);
  }
  return found;
}
