import {
  languageStatus,
  missingBalance,
  type LanguageStatus,
  type ReviewRefusal,
  type Translation,
} from '../../domain/messages';
import { LANGUAGES, SOURCE_LANGUAGE, type Language } from '../../domain/shared';
import type { Ports } from '../../composition/ports';
import { fingerprintOf } from './fingerprint';

export type MessageRow = {
  readonly documentId: string;
  readonly code: string;
  /** In French, else in the first language that has one; empty when there is no text at all. */
  readonly title: string;
  readonly themeCode: string | null;
  readonly statuses: Readonly<Record<Language, LanguageStatus>>;
  /** Languages that the public sees now, whatever happened to the text since. */
  readonly publishedLanguages: readonly Language[];
  /** What is missing before any language can be approved. */
  readonly missing: readonly ReviewRefusal[];
};

/** The table of messages: where each stands in each language. */
export async function readMessages(ports: Pick<Ports, 'content'>): Promise<readonly MessageRow[]> {
  const messages = await ports.content.messages();
  return messages.map((message) => {
    const texts = [message.translations[SOURCE_LANGUAGE], ...Object.values(message.translations)];
    const titled = texts.find(
      (text): text is Translation => text !== undefined && text.title.trim() !== '',
    );
    return {
      documentId: message.documentId,
      code: message.code,
      title: titled?.title ?? '',
      themeCode: message.themeCode,
      statuses: languageStatus(message, fingerprintOf(message.translations[SOURCE_LANGUAGE])),
      publishedLanguages: LANGUAGES.filter(
        (language) => message.translations[language]?.isPublished === true,
      ),
      missing: missingBalance(message),
    };
  });
}
