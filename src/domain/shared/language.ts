/** The campaign's languages, by their codes: French, Bambara (ISO 639-1 `bm`), Soninke (ISO 639-3 `snk`). */
export const LANGUAGES = ['fr', 'bm', 'snk'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Messages are written in French first; the other languages are translated from it. */
export const SOURCE_LANGUAGE: Language = 'fr';

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGES as readonly unknown[]).includes(value);
}
